import { DataTable } from '@/components/ui/data-table'
import { Notice } from '@/components/ui/notice'
import type { ChainCheck } from '@/lib/audit-log/chain/model'
import { chainFaultLabels } from '@/lib/audit-log/labels'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; check: { ok: true; value: ChainCheck } | { ok: false } }

/** What a check of the whole chain found, in words. */
export function ChainResult({ t, check }: Props) {
  const own = (name: string, values?: Record<string, string | number>) => t(`auditLog.chain.${name}`, values)
  if (!check.ok) {
    return (
      <Notice kind="warning" word={t('ui.notice.warning')}>
        <p>{own('tooMany')}</p>
      </Notice>
    )
  }
  const { rows, faults, findings, keptHeadFound } = check.value
  const isWhole = faults === 0 && keptHeadFound !== false
  const counts = { rows, faults: formatNumber(faults, t.locale) }
  return (
    <>
      <Notice kind={isWhole ? 'success' : 'danger'} word={own(isWhole ? 'whole' : 'broken')}>
        <p>{own(isWhole ? 'wholeHelp' : 'brokenHelp', counts)}</p>
        {keptHeadFound !== null && <p>{own(keptHeadFound ? 'keptFound' : 'keptGone')}</p>}
      </Notice>
      {findings.length > 0 && (
        <DataTable
          caption={own('findings')}
          captionNote={faults > findings.length ? own('more', { count: findings.length }) : undefined}
          columns={[
            { key: 'place', header: own('place'), numeric: true },
            { key: 'what', header: own('what') },
            { key: 'row', header: own('row') },
          ]}
          rows={findings.map(({ fault, eventId, position }) => ({
            key: `${eventId} ${fault}`,
            cells: [
              position === null ? t('auditLog.row.none') : formatNumber(position, t.locale),
              t(chainFaultLabels[fault]),
              eventId,
            ],
          }))}
        />
      )}
    </>
  )
}
