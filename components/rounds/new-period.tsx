import { PeriodForm } from '@/components/rounds/period-form'
import { periodFields, periodFormWords } from '@/components/rounds/period-form-words'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import type { PeriodDays } from '@/lib/rounds/calendar/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  project: { id: string; key: string }
  suggested: PeriodDays & { key: string }
  create: FormAction
}

/** One period of any days; the next quarter is suggested. Days are typed the Finnish way in every language. */
export function NewPeriod({ t, project, suggested, create }: Props) {
  const { key, ...days } = suggested
  const typed = Object.fromEntries(
    Object.entries(days).map(([name, date]) => [name, date ? formatDate(date, 'fi') : '']),
  )
  return (
    <Section id="new-period" title={t('rounds.new.title')} intro={t('calendar.form.newHelp')}>
      <PeriodForm
        action={create}
        values={{ projectId: project.id, project: project.key }}
        fields={periodFields}
        known={{ key, ...typed }}
        words={periodFormWords(t)}
      />
    </Section>
  )
}
