import type { SnapshotBody, SnapshotReport, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import type { UnitLight } from '@/lib/rounds/snapshot/unit-lights/model'
import type { Light } from '@/lib/status-reports/model'

/** What is needed of a unit to tell its light. */
export type LightSource = { id: string; parentId: string | null; light: Light | null; reason: string | null }

const badness: Record<Light, number> = { green: 1, yellow: 2, red: 3 }

/** Whether `a` is a worse light than `b`; both are real lights. */
export function isWorse(a: Light, b: Light): boolean {
  return badness[a] > badness[b]
}

/**
 * The light of every unit: its own, else that of its worst part (at any depth), else none. "No report" is never green and
 * never worse than a light: a parent with one reported part shows that part. Of equally bad parts the first in order counts.
 */
export function lightsOf(units: readonly LightSource[]): Map<string, UnitLight> {
  const parts = new Map<string, LightSource[]>()
  for (const unit of units) {
    if (unit.parentId) parts.set(unit.parentId, [...(parts.get(unit.parentId) ?? []), unit])
  }
  const known = new Map<string, UnitLight>()
  const lightOf = (unit: LightSource): UnitLight => {
    const found = known.get(unit.id)
    if (found) return found
    const none: UnitLight = { light: null, from: 'none', partId: null, reason: unit.reason }
    // Set before the parts are asked, so that a circle of parents cannot loop.
    known.set(unit.id, none)
    const made = unit.light
      ? ({ light: unit.light, from: 'own', partId: null, reason: unit.reason } as const)
      : (worstOf((parts.get(unit.id) ?? []).map((part) => ({ part, status: lightOf(part) }))) ?? none)
    known.set(unit.id, made)
    return made
  }
  for (const unit of units) lightOf(unit)
  return known
}

/** How a publication tells of a unit: its light, and whether it has reported at all. */
export type ToldLight = UnitLight & { reported: boolean }

/** Whether a unit has reported. A report that says only that there was none is no report. */
function hasReported(report: Pick<SnapshotReport, 'scope'> | null): boolean {
  return report !== null && report.scope !== 'not_reported'
}

/** A unit as its publication tells of it. Where the project uses no lights none is told, whatever a report once said. */
export function toldLight(
  { lights }: Pick<SnapshotBody['project'], 'lights'>,
  { status, report }: Pick<SnapshotUnit, 'status' | 'report'>,
): ToldLight {
  const reported = hasReported(report)
  if (lights) return { ...status, reported }
  return { light: null, from: 'none', partId: null, reason: report?.reason?.text ?? null, reported }
}

/** All units as a publication tells of them, by their ids. */
export function toldLights({ project, units }: Pick<SnapshotBody, 'project' | 'units'>): Map<string, ToldLight> {
  return new Map(units.map((unit) => [unit.id, toldLight(project, unit)]))
}

function worstOf(parts: readonly { part: LightSource; status: UnitLight }[]): UnitLight | null {
  let worst: UnitLight | null = null
  for (const { part, status } of parts) {
    if (!status.light || (worst?.light && !isWorse(status.light, worst.light))) continue
    worst = { light: status.light, from: 'parts', partId: status.partId ?? part.id, reason: status.reason }
  }
  return worst
}
