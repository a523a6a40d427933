import { FollowHeading } from '@/components/rounds/queue/follow-heading'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import type { RoundRow } from '@/lib/rounds/model'
import { type ReminderAddress, type UnsentUnit, unitsByWriter } from '@/lib/rounds/reminders/model'
import { formatTime } from '@/lib/values/format'

type Props = { t: Words; rows: readonly RoundRow[]; units: readonly UnsentUnit[]; told: ReminderAddress }

/** What was just sent, and why something was not; the address only names the units. */
export function RemindersTold({ t, rows, units, told }: Props) {
  const named = (ids: readonly string[]) => rows.filter(({ unitId }) => ids.includes(unitId))
  const sent = named(told.reminded).filter((row) => units.find((unit) => unit.row === row)?.remindedToday)
  const notSent = named(told.notReminded)
  if (sent.length + notSent.length === 0) return null
  return (
    <div id="reminders-told" tabIndex={-1} className="scroll-mt-28">
      <FollowHeading id="reminders-told" mark={[...told.reminded, ...told.notReminded].join()} />
      {sent.length > 0 && (
        <Notice kind="success" word={t('reviewQueue.unsent.told')} live>
          <ul>
            {toldLines(t, sent).map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {notSent.length > 0 && (
        <Notice kind="info" word={t('reviewQueue.unsent.notTold')} live>
          <ul>
            {notSent.map((row) => (
              <li key={row.unitId}>
                {why(
                  t,
                  row,
                  units.find((unit) => unit.row === row),
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

/** More units than these are told by person: nobody reads a list as long as the round. */
const mostUnits = 5

function toldLines(t: Words, sent: readonly RoundRow[]): { key: string; text: string }[] {
  if (sent.length > mostUnits) {
    return unitsByWriter(sent).map(({ who, units }) => ({
      key: who,
      text: t('reviewQueue.unsent.toldTo', { who, count: units.length }),
    }))
  }
  return sent.map(({ unitId, title, coordinators }) => ({
    key: unitId,
    text: coordinators.length > 0 ? `${title}: ${coordinators.join(', ')}` : title,
  }))
}

function why(t: Words, { title, closed }: RoundRow, unit: UnsentUnit | undefined): string {
  if (!unit) return t('reviewQueue.unsent.alreadySent', { unit: title })
  if (closed) return t('reviewQueue.unsent.alreadyClosed', { unit: title })
  if (!unit.remindedToday || unit.remindedAt === null) return t('reviewQueue.unsent.nobody', { unit: title })
  return t('reviewQueue.unsent.alreadyToday', { unit: title, time: formatTime(unit.remindedAt, t.locale) })
}
