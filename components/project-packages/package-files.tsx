import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { packageFileAddress, uploadAddress } from '@/lib/project-packages/addresses'
import type { UploadRow } from '@/lib/project-packages/uploads/model'
import type { ProjectHeader } from '@/lib/projects/model'
import { formatDateTime, formatFileSize } from '@/lib/values/format'

type Props = { t: Words; projects: readonly ProjectHeader[]; uploads: readonly UploadRow[] }

/** Projects that can be taken out, and packages that were sent and wait. */
export function PackageFiles({ t, projects, uploads }: Props) {
  return (
    <>
      <Section id="take-out" title={t('packages.takeOut.title')} intro={t('packages.takeOut.intro')}>
        <DataTable
          caption={t('packages.takeOut.title')}
          hideCaption
          columns={[
            { key: 'project', header: t('packages.takeOut.project') },
            { key: 'key', header: t('packages.takeOut.key') },
            { key: 'file', header: t('packages.takeOut.file') },
          ]}
          rows={projects.map(({ id, name, key }) => ({
            key: id,
            cells: [name, key, { text: `${key}.etappi.json`, href: packageFileAddress(key) }],
          }))}
          empty={<p>{t('packages.takeOut.empty')}</p>}
        />
      </Section>
      {uploads.length > 0 && (
        <Section id="waiting" title={t('packages.waiting.title')}>
          <DataTable
            caption={t('packages.waiting.title')}
            hideCaption
            columns={[
              { key: 'file', header: t('packages.waiting.file') },
              { key: 'size', header: t('packages.waiting.size') },
              { key: 'at', header: t('packages.waiting.at') },
              { key: 'by', header: t('packages.waiting.by') },
            ]}
            rows={uploads.map((row) => ({
              key: row.id,
              cells: [
                { text: row.name, href: uploadAddress(row.id) },
                formatFileSize(row.size, t.locale),
                formatDateTime(row.at, t.locale),
                row.by ?? { text: t('packages.waiting.nobody'), unknown: true },
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}
