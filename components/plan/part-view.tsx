import { GanttFigure } from '@/components/plan/gantt-figure'
import { PhaseTable } from '@/components/plan/phase-table'
import { columnTime } from '@/components/plan/texts'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { columnAddress } from '@/lib/plan/addresses'
import { actionRows } from '@/lib/plan/gantt/model'
import type { PlanPart } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; projectKey: string; part: PlanPart; today: string; writes: boolean }

const untold = { planned: null, started: null, done: null }

/** One part of the plan: its table of phases, the timeline of its actions, and its columns for those who keep them. */
export function PartView({ t, projectKey, part, today, writes }: Props) {
  const { table, times, schedule } = part
  const rows = actionRows(table, (id) => times[id] ?? untold)
  return (
    <>
      {schedule.note && <p className="section-intro">{schedule.note}</p>}
      <Section id="phases" title={t('plan.schedule.title')}>
        <Phases t={t} projectKey={projectKey} part={part} writes={writes} />
      </Section>
      {rows.length > 0 && (
        <Section id="timeline" title={t('plan.gantt.title')} intro={t('plan.gantt.intro')}>
          <GanttFigure
            t={t}
            id="gantt-actions"
            title={t('plan.gantt.actions', { part: part.label })}
            rows={rows}
            today={today}
          />
        </Section>
      )}
      {writes && table.columns.length > 0 && <Columns t={t} projectKey={projectKey} part={part} />}
    </>
  )
}

function Phases({ t, projectKey, part, writes }: Omit<Props, 'today'>) {
  const { columns, rows } = part.table
  const add = writes && (
    <ButtonLink href={columnAddress(projectKey, part.id, 'new')}>{t('plan.schedule.addColumn')}</ButtonLink>
  )
  if (columns.length === 0)
    return (
      <EmptyState title={t('plan.schedule.none')} actions={add}>
        {t(writes ? 'plan.schedule.noneHelp' : 'plan.schedule.noneReader')}
      </EmptyState>
    )
  if (rows.length === 0) return <p className="text-muted">{t('plan.schedule.noActions')}</p>
  return (
    <>
      <PhaseTable t={t} part={part.label} table={part.table} />
      <p className="section-intro">{t('plan.schedule.key')}</p>
    </>
  )
}

function Columns({ t, projectKey, part }: Pick<Props, 't' | 'projectKey' | 'part'>) {
  return (
    <Section
      id="columns"
      title={t('plan.schedule.columns')}
      intro={t('plan.schedule.columnsHelp')}
      actions={<ButtonLink href={columnAddress(projectKey, part.id, 'new')}>{t('plan.schedule.addColumn')}</ButtonLink>}
    >
      <ol className="list-decimal pl-6">
        {part.table.columns.map((column) => (
          <li key={column.id}>
            <a href={columnAddress(projectKey, part.id, column.id)}>{column.label}</a>
            <span className="text-small text-muted"> {columnTime(t, column)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
