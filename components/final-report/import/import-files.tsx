import { FileFrame } from '@/components/evidence/file-parts'
import { DataTable } from '@/components/ui/data-table'
import { FileInput } from '@/components/ui/file-input'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { largestFile } from '@/lib/evidence/files/model'
import { importFileAddress, importPreviewAddress } from '@/lib/final-report/addresses'
import { importReasonLabels } from '@/lib/final-report/import/labels'
import type { ImportRow } from '@/lib/final-report/import/rows/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime, formatFileSize } from '@/lib/values/format'

/** Why the last file was refused, with the places in it. */
export function RefusedFile({ t, reason, at }: { t: Words; reason: string | null; at: readonly string[] }) {
  const key = Object.entries(importReasonLabels).find(([name]) => name === reason)?.[1]
  if (key === undefined) return null
  return (
    <Notice kind="danger" word={t('reportImport.refused')} live>
      <p>{t(key)}</p>
      {at.length > 0 && (
        <ul>
          {at.map((place) => (
            <li key={place}>{t('reportImport.refusedAt', { at: place })}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

type Props = { t: Words; projectKey: string; isOpen: boolean; rows: readonly ImportRow[] }

/** The form for a file, and the files that were read before. */
export function ImportFiles({ t, projectKey, isOpen, rows }: Props) {
  const size = formatFileSize(largestFile, t.locale)
  const when = (moment: string) => formatDateTime(moment, t.locale)
  return (
    <>
      {isOpen ? (
        <Section id="file" title={t('reportImport.send.title')}>
          <FileFrame to={importFileAddress(projectKey)} values={{}} send={t('reportImport.send.button')}>
            <FileInput
              id="report-file"
              name="file"
              label={t('reportImport.send.file')}
              help={t('reportImport.send.help', { size })}
              accept=".docx,.json"
              required
            />
          </FileFrame>
        </Section>
      ) : (
        <Notice kind="info" word={t('ui.notice.info')}>
          <p>{t('reportImport.send.locked')}</p>
        </Notice>
      )}
      <Section id="files" title={t('reportImport.files.title')}>
        <DataTable
          caption={t('reportImport.files.title')}
          hideCaption
          columns={[
            { key: 'file', header: t('reportImport.files.file') },
            { key: 'read', header: t('reportImport.files.read') },
            { key: 'by', header: t('reportImport.files.by') },
            { key: 'state', header: t('reportImport.files.state') },
          ]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              { text: row.name, href: importPreviewAddress(projectKey, row.id) },
              when(row.at),
              row.by ?? { text: t('reportImport.files.nobody'), unknown: true },
              row.takenAt === null
                ? t('reportImport.files.waiting')
                : t('reportImport.files.taken', { when: when(row.takenAt) }),
            ],
          }))}
          empty={<p>{t('reportImport.files.empty')}</p>}
        />
      </Section>
    </>
  )
}
