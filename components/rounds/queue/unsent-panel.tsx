import { ReminderForm } from '@/components/rounds/queue/reminder-form'
import { RemindersTold } from '@/components/rounds/queue/reminders-told'
import { stateTones } from '@/components/status-reports/state-tag'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { Cell, Column } from '@/components/ui/table-model'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { unitStateLabels } from '@/lib/rounds/labels'
import type { Round } from '@/lib/rounds/model'
import { type ReminderAddress, type UnsentUnit, unsentUnits } from '@/lib/rounds/reminders/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { formatDate, formatTime } from '@/lib/values/format'

type Props = {
  t: Words
  project: string
  round: Round
  /** Unit → when its writers were last reminded */
  reminded: ReadonlyMap<string, string>
  /** The page it stands on, and what was just sent */
  from: 'round' | 'queue'
  told: ReminderAddress
  remind: FormAction
}

/** Who has not sent their report, how late they are and when they were reminded; reminders are sent from here. */
export function UnsentPanel({ t, project, round, reminded, from, told, remind }: Props) {
  const dayOf = (moment: string) => dateInHelsinki(new Date(moment))
  const units = unsentUnits(round.rows, reminded, { today: dateInHelsinki(new Date()), dayOf })
  const some = units.some(canRemind)
  if (!round.may.manage || round.state !== 'open') return null
  return (
    <Section
      id="unsent"
      title={t('reviewQueue.unsent.title', { count: units.length })}
      intro={t('reviewQueue.unsent.intro')}
    >
      <RemindersTold t={t} rows={round.rows} units={units} told={told} />
      {units.length > 0 && (
        <ReminderForm
          action={remind}
          values={{ project, period: round.periodKey, periodId: round.periodId, from }}
          canSend={some}
          words={{
            send: t('reviewQueue.unsent.sendChosen'),
            nothingLeft: t('reviewQueue.unsent.nothingLeft'),
            nothingChosen: t('reviewQueue.unsent.nothingChosen'),
            summary: t('ui.errorSummary'),
            reasons: refusals(t),
          }}
        >
          <DataTable
            caption={t('reviewQueue.unsent.caption')}
            hideCaption
            columns={columns(t, some)}
            rows={units.map((unit) => ({ key: unit.row.unitId, cells: cellsOf(t, unit, some) }))}
          />
        </ReminderForm>
      )}
    </Section>
  )
}

function refusals(t: Words): Record<string, string> {
  const reasons = ['NOT_FOUND', 'NOT_ALLOWED', 'SIGNED_OUT', 'INVALID'].map((name) => [
    name,
    t(`rounds.reason.${name}`),
  ])
  return {
    ...Object.fromEntries(reasons),
    WRONG_STATE: t('reviewQueue.unsent.wrongState'),
    NO_ANSWER: t('ui.noAnswer'),
    FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
  }
}

function canRemind({ row, remindedToday }: UnsentUnit): boolean {
  return !remindedToday && !row.closed && row.coordinators.length > 0
}

/** Without anybody to remind there is nothing to choose. */
function columns(t: Words, choose: boolean): Column[] {
  return [
    { key: 'unit', header: t('rounds.column.unit') },
    ...(choose ? [{ key: 'choose', header: t('reviewQueue.unsent.choose') }] : []),
    { key: 'state', header: t('rounds.column.state') },
    { key: 'due', header: t('rounds.column.due') },
    { key: 'late', header: t('reviewQueue.unsent.late'), numeric: true },
    { key: 'who', header: t('rounds.column.who') },
    { key: 'reminded', header: t('reviewQueue.unsent.reminded') },
    ...(choose ? [{ key: 'send', header: t('reviewQueue.unsent.send'), hideHeader: true }] : []),
  ]
}

function cellsOf(t: Words, unit: UnsentUnit, choose: boolean): Cell[] {
  const { row, daysLate } = unit
  return [
    { text: row.title, note: row.code ?? undefined },
    ...(choose ? [chooseCell(t, unit)] : []),
    {
      text: t(unitStateLabels[row.state]),
      tag: stateTones[row.state],
      note: row.closed ? t('calendar.closing.short') : undefined,
    },
    row.dueOn
      ? {
          text: formatDate(row.dueOn, t.locale),
          note: row.exception
            ? t('calendar.exception.note', { who: row.allowedBy ?? '', reason: row.exception })
            : undefined,
        }
      : { text: t('rounds.noDue'), unknown: true },
    daysLate === null
      ? { text: t('reviewQueue.unsent.notLate') }
      : t('reviewQueue.unsent.daysLate', { count: daysLate }),
    { text: row.coordinators.join(', ') || t('rounds.nobody'), unknown: row.coordinators.length === 0 },
    remindedCell(t, unit),
    ...(choose ? [sendCell(t, unit)] : []),
  ]
}

function chooseCell(t: Words, unit: UnsentUnit): Cell {
  const { unitId, title } = unit.row
  return (
    canRemind(unit) && (
      <input
        type="checkbox"
        name="units"
        className="size-6"
        value={unitId}
        defaultChecked={unit.daysLate !== null}
        aria-label={t('reviewQueue.unsent.chooseUnit', { unit: title })}
      />
    )
  )
}

function sendCell(t: Words, unit: UnsentUnit): Cell {
  const { unitId, title } = unit.row
  return (
    canRemind(unit) && (
      <Button
        kind="quiet"
        small
        name="only"
        value={unitId}
        aria-label={t('reviewQueue.unsent.sendTo', { unit: title })}
      >
        {t('reviewQueue.unsent.send')}
      </Button>
    )
  )
}

function remindedCell(t: Words, { remindedAt, remindedToday }: UnsentUnit): Cell {
  if (remindedAt === null) return { text: t('reviewQueue.unsent.never'), unknown: true }
  if (remindedToday) return { text: t('reviewQueue.unsent.today', { time: formatTime(remindedAt, t.locale) }) }
  return { text: formatDate(new Date(remindedAt), t.locale) }
}
