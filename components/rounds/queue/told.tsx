import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { unitStateLabels } from '@/lib/rounds/labels'
import type { Round, RoundRow } from '@/lib/rounds/model'
import type { QueueAddress } from '@/lib/rounds/queue/model'
import { reportAddress } from '@/lib/status-reports/addresses'
import { isFinal } from '@/lib/status-reports/model'

type Props = { t: Words; project: string; round: Round; address: QueueAddress }

/** id of what was just done; the heading of the next report refers to it. */
export const toldId = 'queue-told'

/** What was just done, as the reports stand now; the address only names them. */
export function Told({ t, project, round, address }: Props) {
  const named = (ids: readonly string[]) => round.rows.filter(({ unitId }) => ids.includes(unitId))
  const done = named(address.done)
  const approved = done.filter(({ state }) => state !== 'no_report' && isFinal(state))
  const returned = done.filter(({ state }) => state === 'returned')
  const other = done.filter((row) => !approved.includes(row) && !returned.includes(row))
  const left = named(address.left)
  const list = { t, project, period: round.periodKey }
  return (
    <div id={toldId}>
      {approved.length > 0 && (
        <Notice kind="success" word={t('reviewQueue.told.approved')} live>
          <Units {...list} rows={approved} />
        </Notice>
      )}
      {returned.length > 0 && (
        <Notice kind="success" word={t('reviewQueue.told.returned')} live>
          <Units {...list} rows={returned} />
        </Notice>
      )}
      {other.length > 0 && (
        <Notice kind="warning" word={t('reviewQueue.told.other')} live>
          <Units {...list} rows={other} states />
        </Notice>
      )}
      {left.length > 0 && (
        <Notice kind="warning" word={t('reviewQueue.told.left')} live>
          <p>{t('reviewQueue.told.leftHelp')}</p>
          <Units {...list} rows={left} states />
        </Notice>
      )}
    </div>
  )
}

type UnitsProps = { t: Words; project: string; period: string; rows: readonly RoundRow[]; states?: boolean }

function Units({ t, project, period, rows, states }: UnitsProps) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.unitId}>
          <a href={reportAddress(project, period, row.unitId)}>{row.title}</a>
          {states && ` – ${t(unitStateLabels[row.state])}`}
        </li>
      ))}
    </ul>
  )
}
