import type { CommunicationEntry } from '@/lib/communications/model'
import type { BoundData } from '@/lib/final-report/bindings/model'
import type { Plan } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'
import type { ProjectDetails } from '@/lib/projects/details/model'
import type { WorkPackageDetails } from '@/lib/work-packages/model'

/** What the plan shows of the data, besides what final reports show. */
export type PlanData = {
  plan: Plan | null
  details: ProjectDetails | null
  packages: ReadonlyMap<string, WorkPackageDetails>
  communications: readonly CommunicationEntry[]
}

/**
 * `placed`: what blocks of the very chapter show already and the data do not repeat: the type of a table of the whole project,
 * and with `:` and its id that of one budget or one part.
 */
export type PlanComposition = PlanData & { data: BoundData; placed: ReadonlySet<string>; t: Words }
