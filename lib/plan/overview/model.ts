import type { BudgetTableRow } from '@/lib/finance/model'
import type { DependencyRow } from '@/lib/plan/dependencies/model'
import type { MaturityRow } from '@/lib/plan/maturity/model'
import type { PersonMonthsRow } from '@/lib/plan/person-months/model'
import type { PhaseTable } from '@/lib/plan/schedule/model'
import type { LinkKind } from '@/lib/projects/links/model'

/** A part of the plan with its schedule. */
export type PlanPart = {
  id: string
  label: string
  /** How deep it stands under other parts */
  depth: number
  investmentId: string | null
  schedule: { start: string | null; end: string | null; asWritten: string | null; note: string | null }
  table: PhaseTable
  /** What is told of the times of each action beside the table */
  times: Record<string, { planned: string | null; started: string | null; done: string | null }>
}

/** A linked project with how far it is. `projectKey` when it is of the same house and the viewer may see it. */
export type PlanLink = {
  id: string
  kind: LinkKind
  name: string
  url: string | null
  projectKey: string | null
  note: string | null
  stateText: string | null
  stateOn: string | null
}

/** The plan of a project as its data tell it. */
export type Plan = {
  parts: PlanPart[]
  investments: { id: string; label: string }[]
  budgets: BudgetTableRow[]
  personMonths: PersonMonthsRow[]
  maturity: MaturityRow[]
  dependencies: DependencyRow[]
  links: PlanLink[]
  communications: { count: number; topics: string[] }
}

/** What a part is called; null: the whole project, or a part that is not there. */
export function partLabel({ parts }: Pick<Plan, 'parts'>, id: string | null): string | null {
  return parts.find((part) => part.id === id)?.label ?? null
}

/** Parts of a plan that the data know; each has its words. */
const planContents = [
  'parts',
  'schedule',
  'costs',
  'personMonths',
  'dependencies',
  'links',
  'maturity',
  'communications',
] as const
export type PlanContent = (typeof planContents)[number]

/** What nothing has been recorded of. A schedule is there as soon as one part tells a time, words or a table. */
export function missingOf(plan: Plan): PlanContent[] {
  const scheduled = plan.parts.some(
    ({ schedule, table }) => schedule.start ?? schedule.end ?? schedule.asWritten ?? table.columns[0] ?? null,
  )
  const there: Record<PlanContent, boolean> = {
    parts: plan.parts.length > 0,
    schedule: scheduled,
    costs: plan.budgets.length > 0,
    personMonths: plan.personMonths.length > 0,
    dependencies: plan.dependencies.length > 0,
    links: plan.links.length > 0,
    maturity: plan.maturity.length > 0,
    communications: plan.communications.count > 0,
  }
  return planContents.filter((content) => !there[content])
}
