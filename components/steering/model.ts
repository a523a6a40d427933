import type { Words } from '@/lib/platform/words'
import { steeringAddress } from '@/lib/projects/addresses'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { publishedUnitAddress } from '@/lib/steering/addresses'
import type { Summary } from '@/lib/steering/model'
import { type DashboardView, viewQuery } from '@/lib/steering/schema'

/** What the parts of the dashboard are drawn from. */
export type Board = {
  t: Words
  /** Short name of the publication, for the addresses of its figures */
  code: string
  body: SnapshotBody
  summary: Summary
  view: DashboardView
  /** The publication compared with; null when there is none */
  earlier: { code: string; body: SnapshotBody } | null
}

export function boardAddress({ body, view }: Pick<Board, 'body' | 'view'>, change: Partial<DashboardView>): string {
  return steeringAddress(body.project.key, body.period.key) + viewQuery({ ...view, ...change })
}

/** A unit in the same publication as the page that leads to it. */
export function unitAddress(
  { body, view }: { body: SnapshotBody; view: Pick<DashboardView, 'version'> },
  unitId: string,
): string {
  return publishedUnitAddress(body.project.key, body.period.key, unitId, view.version)
}
