import { GanttFigure } from '@/components/plan/gantt-figure'
import { PhaseTable } from '@/components/plan/phase-table'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { partAddress } from '@/lib/plan/addresses'
import { partRows } from '@/lib/plan/gantt/model'
import type { Plan, PlanPart } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; projectKey: string; plan: Plan; today: string }

/** Up to this many tables are open at once; more would bury what comes after them. */
const openTables = 3

/** The timeline of the parts and the table of phases of each part that has one. */
export function ScheduleSection({ t, projectKey, plan: { parts }, today }: Props) {
  const withTable = parts.filter(({ table }) => table.columns.length > 0)
  const others = parts.filter(({ table }) => table.columns.length === 0)
  if (parts.length === 0)
    return (
      <Section id="schedule" title={t('plan.schedule.title')}>
        <EmptyState title={t('plan.schedule.noParts')} />
      </Section>
    )
  return (
    <>
      <Section id="timeline" title={t('plan.gantt.title')} intro={t('plan.gantt.intro')}>
        <GanttFigure t={t} id="gantt-parts" title={t('plan.gantt.parts')} rows={partRows(parts)} today={today} />
      </Section>
      <Section id="schedule" title={t('plan.schedule.title')} intro={t('plan.schedule.intro')}>
        {withTable.map((part) => (
          <Disclosure key={part.id} summary={summary(t, part)} open={withTable.length <= openTables}>
            <PhaseTable t={t} part={part.label} table={part.table} />
            <p>
              <a href={partAddress(projectKey, part.id)}>{t('plan.schedule.of', { part: part.label })}</a>
            </p>
          </Disclosure>
        ))}
        {withTable.length > 0 && <p className="section-intro">{t('plan.schedule.key')}</p>}
        {withTable.length === 0 && <p className="section-intro">{t('plan.schedule.none')}.</p>}
        {others.length > 0 && (
          <Disclosure summary={`${t('plan.schedule.others')} (${others.length})`}>
            <p className="section-intro">{t('plan.schedule.othersHelp')}</p>
            <ul>
              {others.map(({ id, label }) => (
                <li key={id}>
                  <a href={partAddress(projectKey, id)}>{label}</a>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Section>
    </>
  )
}

function summary(t: Words, { label, table }: PlanPart): string {
  return t('plan.schedule.summary', { part: label, columns: table.columns.length, rows: table.rows.length })
}
