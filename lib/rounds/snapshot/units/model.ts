import type { ActionRow } from '@/lib/actions/model'
import { type Cut, isBy } from '@/lib/rounds/snapshot/cut/model'
import { lightsOf } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotAction, SnapshotReport, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { type StateTold, stateAtCut } from '@/lib/rounds/snapshot/reports/model'
import type { EarlierLight } from '@/lib/rounds/snapshot/unit-lights/model'
import { textsOf, titleOf, type WorkPackageDetails } from '@/lib/work-packages/model'

export type UnitParts = {
  packages: readonly WorkPackageDetails[]
  actions: readonly ActionRow[]
  /** The approved report of each unit for the period */
  reports: ReadonlyMap<string, SnapshotReport>
  statesTold: ReadonlyMap<string, readonly StateTold[]>
  /** Lights at the previous published period */
  before: ReadonlyMap<string, EarlierLight>
}

/** Work packages with their lights, approved reports and actions as they were known by the end of the period. */
export function unitsAtCut({ packages, actions, reports, statesTold, before }: UnitParts, cut: Cut): SnapshotUnit[] {
  const lights = lightsOf(
    packages.map(({ id, parentId }) => ({
      id,
      parentId,
      light: reports.get(id)?.light?.value ?? null,
      reason: reports.get(id)?.reason?.text ?? null,
    })),
  )
  return packages.map((row) => ({
    ...row,
    title: titleOf(row),
    serviceAreaIds: row.serviceAreas.map((area) => area.id),
    goals: textsOf(row, 'objective'),
    outputs: textsOf(row, 'output'),
    actions: actions
      .filter((action) => action.workPackageId === row.id)
      .map((action) => actionAtCut(action, statesTold.get(action.id) ?? [], cut)),
    ended: endingAtCut(row, cut),
    status: lights.get(row.id) ?? { light: null, from: 'none', partId: null, reason: null },
    before: before.get(row.id) ?? null,
    report: reports.get(row.id) ?? null,
  }))
}

/** What is told of an action only after the cut is left out of it, words included. */
function actionAtCut(action: ActionRow, told: readonly StateTold[], cut: Cut): SnapshotAction {
  const toldLater = told.length > 0 && told.every((one) => one.lastDay > cut.lastDay)
  return {
    ...action,
    state: stateAtCut(told, action.state, cut.lastDay),
    statusText: toldLater ? null : action.statusText,
    statusAsWritten: toldLater ? null : action.statusAsWritten,
    started: action.started && isBy(action.started, cut) ? action.started : null,
    done: action.done && isBy(action.done, cut) ? action.done : null,
  }
}

function endingAtCut(row: WorkPackageDetails, cut: Cut): SnapshotUnit['ended'] {
  const { ended } = row
  if (ended === null || (ended.code !== null && !isBy(ended.code, cut))) return null
  return { ...ended, outputs: textsOf(row, 'ended_output') }
}
