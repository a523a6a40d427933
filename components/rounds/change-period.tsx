import { PeriodForm } from '@/components/rounds/period-form'
import { type PeriodField, periodFormWords } from '@/components/rounds/period-form-words'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { dayNames } from '@/lib/rounds/calendar/model'
import type { PeriodState, Round } from '@/lib/rounds/model'
import { formatDate } from '@/lib/values/format'

/** What can still be changed; the rest is told and sent along as it is. */
const changeable: Record<PeriodState, readonly PeriodField[]> = {
  planned: dayNames,
  open: ['from', 'to', 'dueOn', 'closesOn'],
  published: ['dueOn', 'closesOn'],
}

type Props = { t: Words; project: string; round: Round; change: FormAction }

/** The days of a period that is there already, beside those the person saw. */
export function ChangePeriod({ t, project, round, change }: Props) {
  const typed = (date: string | null) => (date ? formatDate(date, 'fi') : '')
  const fields = changeable[round.state]
  const fixed = dayNames.filter((name) => !fields.includes(name))
  return (
    <>
      {fixed.length > 0 && (
        <p className="mb-6 max-w-text">
          {t(round.state === 'published' ? 'calendar.days.publishedFixed' : 'calendar.days.openFixed')}
        </p>
      )}
      <PeriodForm
        action={change}
        values={{
          project,
          period: round.periodKey,
          periodId: round.periodId,
          seenFrom: round.from,
          seenTo: round.to,
          seenOpensOn: round.opensOn ?? '',
          seenDueOn: round.dueOn ?? '',
          seenClosesOn: round.closesOn ?? '',
          ...Object.fromEntries(fixed.map((name) => [name, typed(round[name])])),
        }}
        fields={fields}
        known={Object.fromEntries(dayNames.map((name) => [name, typed(round[name])]))}
        words={periodFormWords(t, true)}
      />
    </>
  )
}
