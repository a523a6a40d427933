import { isWorse, type ToldLight, toldLight } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotBody, SnapshotInvestment, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import type { EarlierLight } from '@/lib/rounds/snapshot/unit-lights/model'

/**
 * A light, or one of two states of their own that are never a light: `reported`, a report that tells no light, and `none`, no
 * report at all.
 */
export const shownLights = ['green', 'yellow', 'red', 'reported', 'none'] as const
export type ShownLight = (typeof shownLights)[number]

/**
 * What became of a light since the earlier period. Only two lights can be better, worse or the same. `new` and `gone`: a report
 * came or is missing. `lit` and `unlit`: there are reports of both periods, and the later one began or ceased to tell a light.
 * `untold`: neither of the two reports tells one, so that nothing can be said of the work. `none`: no report in either.
 */
export const lightChanges = ['worse', 'better', 'new', 'gone', 'unlit', 'lit', 'same', 'untold', 'none'] as const
export type LightChange = (typeof lightChanges)[number]

/** Changes of which it must be told what the light was: of the others it is plain, or there was none. */
export const tellsBefore: ReadonlySet<LightChange> = new Set(['worse', 'better', 'gone', 'unlit'])

export type LightCounts = Record<ShownLight, number>

export type UnitRow = {
  id: string
  code: string | null
  title: string
  /** 1 for a part shown under its parent */
  depth: 0 | 1
  light: ShownLight
  status: ToldLight
  /** Title of the part whose light is shown */
  lightOf: string | null
  before: ShownLight | null
  change: LightChange
  reason: string | null
  ended: boolean
}

export type UnitGroup = {
  id: string | null
  code: string | null
  name: string | null
  rows: UnitRow[]
  counts: LightCounts
}

export const groupings = ['area', 'investment'] as const
export type Grouping = (typeof groupings)[number]

/** Lights of the units at an earlier time; null leaves the comparison that was frozen with the snapshot. */
export type EarlierLights = ReadonlyMap<string, EarlierLight> | null

/** The state that is shown. What was frozen without telling whether there was a report is shown as it was then: no report. */
export function shown({ light, reported }: Pick<EarlierLight, 'light' | 'reported'>): ShownLight {
  return light ?? (reported ? 'reported' : 'none')
}

/** How a light has moved. `before` null: the unit was not in the earlier period at all. */
export function changeOf(before: ShownLight | null, now: ShownLight): LightChange {
  if (now === 'none') return before === null || before === 'none' ? 'none' : 'gone'
  if (before === null || before === 'none') return 'new'
  if (now === 'reported') return before === 'reported' ? 'untold' : 'unlit'
  if (before === 'reported') return 'lit'
  if (before === now) return 'same'
  return isWorse(now, before) ? 'worse' : 'better'
}

/** Reporting units in stored order, each once. */
export function unitRows(body: SnapshotBody, earlier: EarlierLights): UnitRow[] {
  const titles = new Map(body.units.map((unit) => [unit.id, unit.title]))
  const reporting = new Set(body.units.filter((unit) => unit.reports).map((unit) => unit.id))
  return body.units.filter((unit) => unit.reports).map((unit) => rowOf(body, unit, titles, reporting, earlier))
}

function rowOf(
  { project }: SnapshotBody,
  unit: SnapshotUnit,
  titles: Map<string, string>,
  reporting: Set<string>,
  earlier: EarlierLights,
): UnitRow {
  const status = toldLight(project, unit)
  const light = shown(status)
  const past = earlier ? (earlier.get(unit.id) ?? null) : unit.before
  const before = past && shown(project.lights ? past : { light: null, reported: past.reported ?? past.from === 'own' })
  return {
    id: unit.id,
    code: unit.code,
    title: unit.title,
    depth: unit.parentId && reporting.has(unit.parentId) ? 1 : 0,
    light,
    status,
    lightOf: status.partId ? (titles.get(status.partId) ?? null) : null,
    before,
    change: changeOf(before, light),
    reason: status.reason,
    ended: unit.lifecycle === 'ended' || unit.lifecycle === 'completed',
  }
}

export function countLights(rows: readonly { light: ShownLight }[]): LightCounts {
  const counts: LightCounts = { green: 0, yellow: 0, red: 0, reported: 0, none: 0 }
  for (const row of rows) counts[row.light] += 1
  return counts
}

/**
 * The states that are counted before the reader, together all units: the lights with "no report", and "reported, no light" where
 * somebody stands so; where the project uses no lights only whether there is a report.
 */
export function countedLights(usesLights: boolean, counts: LightCounts): ShownLight[] {
  if (!usesLights) return ['reported', 'none']
  return shownLights.filter((light) => light !== 'reported' || counts.reported > 0)
}

/** What changed, the worst news first; within a kind the worse light first. Unchanged units are left out. */
export function changedRows(rows: readonly UnitRow[]): UnitRow[] {
  const order: ShownLight[] = ['red', 'yellow', 'none', 'reported', 'green']
  return rows
    .filter(({ change }) => change !== 'same' && change !== 'untold' && change !== 'none')
    .sort(
      (a, b) =>
        lightChanges.indexOf(a.change) - lightChanges.indexOf(b.change) ||
        order.indexOf(a.light) - order.indexOf(b.light),
    )
}

export function countChanges(rows: readonly UnitRow[]): Record<LightChange, number> {
  const counts = Object.fromEntries(lightChanges.map((change) => [change, 0])) as Record<LightChange, number>
  for (const row of rows) counts[row.change] += 1
  return counts
}

/**
 * Units by service area or by investment. A unit of several areas stands in each of them; one without any stands in a
 * group without a name, so that nothing is left out. Groups without units are not shown.
 */
export function groupUnits(body: SnapshotBody, rows: readonly UnitRow[], by: Grouping): UnitGroup[] {
  const heads = by === 'area' ? body.serviceAreas : body.investments
  const rootOf = by === 'area' ? areaRoots(body) : investmentRoots(body)
  const units = new Map(body.units.map((unit) => [unit.id, unit]))
  const groups = new Map<string | null, UnitRow[]>()
  for (const row of rows) {
    for (const id of placesOf(units.get(row.id), by, rootOf)) groups.set(id, [...(groups.get(id) ?? []), row])
  }
  const named = heads.map((head) => ({
    id: head.id,
    code: 'code' in head ? head.code : null,
    name: 'name' in head ? head.name : head.title,
  }))
  return [...named, { id: null, code: null, name: null }].flatMap((head) => {
    const found = groups.get(head.id)
    return found ? [{ ...head, rows: found, counts: countLights(found) }] : []
  })
}

function placesOf(unit: SnapshotUnit | undefined, by: Grouping, rootOf: Map<string, string>): Set<string | null> {
  const ids = by === 'area' ? (unit?.serviceAreaIds ?? []) : unit?.investmentId ? [unit.investmentId] : []
  const places = new Set<string | null>(ids.map((id) => rootOf.get(id) ?? id))
  return places.size > 0 ? places : new Set([null])
}

function areaRoots({ serviceAreas }: SnapshotBody): Map<string, string> {
  const roots = new Map<string, string>()
  for (const area of serviceAreas) roots.set(area.id, (area.parentId && roots.get(area.parentId)) || area.id)
  return roots
}

/**
 * The parts of the structure by which a project is steered: those of the level with the key `investment` where the
 * programme has one, else the top. Levels are data, so that a project with flat themes groups by its themes.
 */
export function steeredInvestments({ investments }: Pick<SnapshotBody, 'investments'>): SnapshotInvestment[] {
  const level = investments.filter((one) => one.level.key === 'investment')
  return level.length > 0 ? level : investments.filter((one) => one.parentId === null)
}

/** For each part of the structure the steered one it belongs to; itself when it stands above or beside them. */
function investmentRoots(body: Pick<SnapshotBody, 'investments'>): Map<string, string> {
  const steered = new Set(steeredInvestments(body).map((one) => one.id))
  const roots = new Map<string, string>()
  for (const one of body.investments) {
    const above = one.parentId ? roots.get(one.parentId) : undefined
    roots.set(one.id, above !== undefined && steered.has(above) ? above : one.id)
  }
  return roots
}
