import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { fileAddress } from '@/lib/finance/treasury/addresses'
import { fileFormats, type TreasuryFileRow } from '@/lib/finance/treasury/files/model'
import { fileFormatLabels } from '@/lib/finance/treasury/labels'
import type { Words } from '@/lib/platform/words'
import { formatDateTime, formatMonth } from '@/lib/values/format'

type Props = { t: Words; project: string; files: readonly TreasuryFileRow[] }

/** Characters of a fingerprint that are enough to tell two apart; the whole stands in the workbook. */
const shown = 16

/** Files that were made, newest first, each with its fingerprint and whether it differs from the one before it. */
export function FileList({ t, project, files }: Props) {
  return (
    <DataTable
      caption={t('treasury.file.made')}
      hideCaption
      columns={[
        { key: 'month', header: t('treasury.field.month') },
        { key: 'madeAt', header: t('treasury.file.madeAt') },
        { key: 'madeBy', header: t('treasury.file.madeBy') },
        { key: 'sha256', header: t('treasury.field.sha256') },
        { key: 'files', header: t('treasury.file.get') },
      ]}
      rows={files.map((file, at) => {
        const [month, madeAt] = [formatMonth(file.month, t.locale), formatDateTime(file.madeAt, t.locale)]
        const before = files.slice(at + 1).find((one) => one.month === file.month)
        const same = before?.sha256 === file.sha256 ? 'treasury.file.again' : 'treasury.file.differs'
        return {
          key: file.id,
          cells: [
            month,
            madeAt,
            file.madeBy ?? '',
            { text: file.sha256.slice(0, shown), note: t(before ? same : 'treasury.file.first') },
            <ul key="files" className="grid gap-2">
              {fileFormats.map((format) => {
                const label = t(fileFormatLabels[format])
                const whole = t('treasury.file.getAs', { month, at: madeAt, format: label })
                return (
                  <li key={format}>
                    <a href={fileAddress(project, file.id, format)} aria-label={whole} download>
                      {label}
                    </a>
                  </li>
                )
              })}
            </ul>,
          ],
        }
      })}
      empty={<EmptyState title={t('treasury.file.none')}>{t('treasury.file.noneHelp')}</EmptyState>}
    />
  )
}
