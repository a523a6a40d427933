import type { Words } from '@/lib/platform/words'
import { steeringAddress } from '@/lib/projects/addresses'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import type { Summary } from '@/lib/steering/model'
import { type DashboardView, viewQuery } from '@/lib/steering/schema'

/** What the parts of the dashboard are drawn from. */
export type Board = { t: Words; body: SnapshotBody; summary: Summary; view: DashboardView; comparedWith: string | null }

export function boardAddress({ body, view }: Pick<Board, 'body' | 'view'>, change: Partial<DashboardView>): string {
  return steeringAddress(body.project.key, body.period.key) + viewQuery({ ...view, ...change })
}

export function unitAddress({ project, period }: SnapshotBody, unitId: string): string {
  return `${steeringAddress(project.key, period.key)}/${unitId}`
}
