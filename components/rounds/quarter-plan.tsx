import { periodName } from '@/components/rounds/period-name'
import { StepForm } from '@/components/status-reports/step-form'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import { TextInput } from '@/components/ui/text-input'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { roundsAddress } from '@/lib/projects/addresses'
import { type PlannedQuarter, planMark } from '@/lib/rounds/calendar/quarters/model'
import { formatDate, formatDateRange } from '@/lib/values/format'

type Props = {
  t: Words
  project: { id: string; key: string }
  /** The year that is looked at; null when none has been chosen */
  year: number | null
  suggestedYear: number
  plan: readonly PlannedQuarter[]
  create: FormAction
}

/** The quarters of a year at once: first what would be made, then the making. */
export function QuarterPlan({ t, project, year, suggestedYear, plan, create }: Props) {
  const making = plan.filter(({ fate }) => fate === 'made').length
  return (
    <Section id="quarters" title={t('calendar.quarters.title')} intro={t('calendar.quarters.help')}>
      <form
        method="get"
        className="toolbar"
        action={`${roundsAddress(project.key)}#quarters`}
        aria-label={t('calendar.quarters.choose')}
      >
        <TextInput
          id="year"
          name="year"
          width="number"
          inputMode="numeric"
          label={t('calendar.quarters.year')}
          defaultValue={String(year ?? suggestedYear)}
        />
        <Button kind="secondary" small>
          {t('calendar.quarters.preview')}
        </Button>
      </form>
      {year !== null && (
        <>
          <DataTable
            caption={t('calendar.quarters.caption', { year: String(year) })}
            sticky={false}
            columns={[
              { key: 'period', header: t('rounds.list.period') },
              { key: 'fate', header: t('calendar.column.fate') },
              { key: 'opens', header: t('calendar.column.opens') },
              { key: 'due', header: t('calendar.column.due') },
              { key: 'closes', header: t('calendar.column.closes') },
            ]}
            rows={plan.map((quarter) => ({ key: quarter.key, cells: cellsOf(t, quarter) }))}
          />
          {making === 0 ? (
            <p className="mt-4 max-w-text font-semibold">{t('calendar.quarters.nothing')}</p>
          ) : (
            <div className="mt-4">
              <StepForm
                action={create}
                values={{ project: project.key, projectId: project.id, year, shown: planMark(plan) }}
                label={t('calendar.quarters.create', { count: making, year: String(year) })}
                reasons={reasonsOf(t)}
                notice={t('ui.notice.danger')}
              />
            </div>
          )}
        </>
      )}
    </Section>
  )
}

function cellsOf(t: Words, quarter: PlannedQuarter): CellParts[] {
  const { key, from, to, fate, opensOn, dueOn, closesOn, opensNow, overlaps } = quarter
  const day = (date: string | null, missing: string): CellParts =>
    date ? { text: formatDate(date, t.locale) } : { text: t(missing), unknown: true }
  const fates = {
    made: {
      text: t('calendar.fate.made'),
      tag: 'info' as const,
      note: opensNow ? t('calendar.fate.opensNow') : undefined,
    },
    exists: { text: t('calendar.fate.exists'), tag: 'neutral' as const },
    overlaps: {
      text: t('calendar.fate.overlaps'),
      tag: 'warning' as const,
      note: t('calendar.fate.overlapsWith', { periods: overlaps.map(periodName).join(', ') }),
    },
  }
  return [
    { text: periodName(key), note: formatDateRange(from, to, t.locale) },
    fates[fate],
    day(opensOn, 'calendar.noDay'),
    day(dueOn, 'rounds.noDue'),
    day(closesOn, 'calendar.neverCloses'),
  ]
}

function reasonsOf(t: Words): Record<string, string> {
  return {
    NOT_FOUND: t('rounds.reason.NOT_FOUND'),
    NOT_ALLOWED: t('rounds.reason.NOT_ALLOWED'),
    NO_ANSWER: t('ui.noAnswer'),
    FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
    SIGNED_OUT: t('rounds.reason.SIGNED_OUT'),
    INVALID: t('rounds.reason.INVALID'),
    STALE: t('calendar.reason.PLAN_STALE'),
    NOTHING_TO_MAKE: t('calendar.quarters.nothing'),
  }
}
