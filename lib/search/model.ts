import { sectionAddress } from '@/lib/final-report/addresses'
import { purchaseAddress } from '@/lib/finance/addresses'
import { decisionsAddress, meetingAddress } from '@/lib/meetings/addresses'
import { partAddress } from '@/lib/plan/addresses'
import { planChangeAddress } from '@/lib/plan-changes/addresses'
import { indicatorAddress, projectAddress, steeringAddress } from '@/lib/projects/addresses'
import { riskAddress } from '@/lib/risks/addresses'
import { reportAddress } from '@/lib/status-reports/addresses'
import { publishedUnitAddress } from '@/lib/steering/addresses'
import { modelAddress } from '@/lib/toimintamallit/addresses'

/** What can be found, in the order in which it is shown. Pages are found among the words of the navigation. */
export const searchKinds = [
  'page',
  'project',
  'work_package',
  'indicator',
  'toimintamalli',
  'risk',
  'decision',
  'meeting',
  'purchase',
  'plan_change',
  'section',
] as const
export type SearchKind = (typeof searchKinds)[number]

export const hitsAtMost = 8

/** One thing that was found. `place` tells whose it is: the project, or the county for the national role. */
export type SearchHit = { title: string; code: string | null; place: string | null; href: string }
/** What was found of one kind: the best of it, and how many there are in all. */
export type SearchGroup = { kind: SearchKind; total: number; hits: readonly SearchHit[] }

/** Why nothing was looked for or shown. */
export type SearchState = 'empty' | 'short' | 'none' | 'found' | 'busy'
export type SearchAnswer = { state: SearchState; groups: readonly SearchGroup[] }

/** A found row before it has an address. `within` is what its address hangs on: a period, or the kind of a document. */
export type FoundRow = {
  kind: Exclude<SearchKind, 'page'>
  id: string
  projectKey: string
  projectName: string
  within: string | null
  code: string | null
  title: string
  total: number
}

const addresses: Record<FoundRow['kind'], (row: FoundRow) => string> = {
  project: ({ projectKey }) => projectAddress(projectKey),
  work_package: ({ projectKey, id, within }) =>
    within === null ? partAddress(projectKey, id) : reportAddress(projectKey, within, id),
  indicator: ({ projectKey, id }) => indicatorAddress(projectKey, id),
  toimintamalli: ({ projectKey, id }) => modelAddress(projectKey, id),
  risk: ({ projectKey, id }) => riskAddress(projectKey, id),
  decision: ({ projectKey, id }) => `${decisionsAddress(projectKey)}#decision-${id}`,
  meeting: ({ projectKey, id }) => meetingAddress(projectKey, id),
  purchase: ({ projectKey, id }) => purchaseAddress(projectKey, id),
  plan_change: ({ projectKey, id }) => planChangeAddress(projectKey, id),
  section: ({ projectKey, id, within }) =>
    sectionAddress({ key: projectKey, kind: within === 'project_plan' ? 'project_plan' : 'final_report' }, id),
}

const titleAtMost = 160

/** A title as a list shows it. */
export function shortened(title: string): string {
  return title.length > titleAtMost ? `${title.slice(0, titleAtMost - 1).trimEnd()}…` : title
}

/** Rows, best first within each kind, as groups with addresses. */
export function groupsOf(rows: readonly FoundRow[]): SearchGroup[] {
  return searchKinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    const hits = own.map((row) => ({
      title: shortened(row.title),
      code: row.code,
      place: row.kind === 'project' ? null : row.projectName,
      href: addresses[row.kind](row),
    }))
    return hits.length === 0 ? [] : [{ kind, total: own[0]?.total ?? hits.length, hits }]
  })
}

/** Something that stands in a publication and can be looked for. */
export type PublishedEntry = {
  kind: 'project' | 'work_package' | 'indicator' | 'toimintamalli'
  title: string
  code: string | null
  text: string
  /** The reporting unit on whose page it is shown; null: on the page of the whole publication */
  unitId: string | null
}

/** Where an entry of a publication is read. */
export function publishedHref(projectKey: string, periodKey: string, unitId: string | null): string {
  return unitId === null
    ? steeringAddress(projectKey, periodKey)
    : publishedUnitAddress(projectKey, periodKey, unitId, null)
}
