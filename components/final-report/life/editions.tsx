import { DataTable } from '@/components/ui/data-table'
import { archiveAddress, pdfAddress } from '@/lib/final-report/addresses'
import type { ChangedValue, EditionRow } from '@/lib/final-report/editions/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; projectKey: string; editions: readonly EditionRow[]; exports: boolean }

/** The frozen editions with their files. */
export function Editions({ t, projectKey, editions, exports }: Props) {
  return (
    <DataTable
      caption={t('finalReport.edition.title')}
      hideCaption
      columns={[
        { key: 'number', header: t('finalReport.fact.edition') },
        { key: 'at', header: t('finalReport.edition.frozenAt') },
        { key: 'reason', header: t('finalReport.edition.reason') },
        { key: 'hash', header: t('finalReport.edition.sha256') },
        ...(exports ? [{ key: 'files', header: t('finalReport.edition.files') }] : []),
      ]}
      rows={editions.map(({ id, number, frozenAt, frozenBy, reason, sha256 }, index) => ({
        key: id,
        cells: [
          String(number),
          [formatDateTime(frozenAt, t.locale), frozenBy].filter(Boolean).join(', '),
          reason ?? t('finalReport.edition.first'),
          <code key="hash" className="break-all text-small">
            {sha256}
          </code>,
          ...(exports
            ? [
                <span key="files" className="grid gap-1">
                  <a href={`${pdfAddress(projectKey)}?edition=${number}`} download>
                    PDF
                  </a>
                  <a href={`${pdfAddress(projectKey)}?edition=${number}&standard=a-3a`} download>
                    PDF/A-3a
                  </a>
                  {index === 0 && (
                    <a href={archiveAddress(projectKey)} download>
                      {t('finalReport.edition.archive')}
                    </a>
                  )}
                </span>,
              ]
            : []),
        ],
      }))}
    />
  )
}

/** What the data give otherwise now than the locked report shows; nothing is taken into it silently. */
export function ChangedValues({ t, changed }: { t: Words; changed: readonly ChangedValue[] }) {
  return (
    <DataTable
      caption={t('finalReport.edition.changed', { count: changed.length })}
      hideCaption
      columns={[
        { key: 'place', header: t('finalReport.edition.place') },
        { key: 'before', header: t('finalReport.edition.before') },
        { key: 'after', header: t('finalReport.edition.after') },
      ]}
      rows={changed.map(({ section, place, before, after, anchor }, index) => ({
        key: `${anchor}-${index}`,
        cells: [
          `${section}: ${place}`,
          before === '' ? t('finalReport.edition.nothing') : before,
          after === '' ? t('finalReport.edition.nothing') : after,
        ],
      }))}
    />
  )
}
