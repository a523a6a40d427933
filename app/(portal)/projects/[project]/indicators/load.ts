import type { Viewer } from '@/lib/access/model'
import { listPlaces } from '@/lib/finance/places/queries'
import { renamed } from '@/lib/indicators/formulas/model'
import { rightToKeepIndicators } from '@/lib/indicators/permissions'
import { warningsOf } from '@/lib/indicators/warnings/model'
import type { ProjectHeader } from '@/lib/projects/model'
import { findIndicators } from '@/lib/steering/indicators/queries'

/** The indicators of the project with the names of the units they belong to, in the order of the plan. */
export async function loadIndicators(viewer: Viewer, project: ProjectHeader) {
  const [known, { packages, investments }] = await Promise.all([
    findIndicators(viewer, project),
    listPlaces(viewer, project.id),
  ])
  const byId = (places: readonly { id: string; label: string }[]) => new Map(places.map((one) => [one.id, one.label]))
  const measured = packages.filter(({ id }) => known.rows.some((row) => row.workPackageId === id))
  return {
    known,
    units: byId(packages),
    investments: byId(investments),
    /** Units that have indicators */
    measured: measured.map(({ id, label }) => ({ value: id, label })),
  }
}

/** One of them with everything its page tells; null when there is none such that the viewer may know. */
export async function loadIndicator(viewer: Viewer, project: ProjectHeader, id: string) {
  const { known, units, investments } = await loadIndicators(viewer, project)
  const { rows, ...rest } = known
  const indicator = rows.find((row) => row.id === id)
  if (!indicator) return null
  const codes = new Map(rows.map((row) => [row.id, row.sourceId]))
  const newest = project.periods.filter(({ state }) => state === 'published').at(-1)
  return {
    indicator,
    known: rest,
    formula: indicator.formula && renamed(indicator.formula, (id) => codes.get(id) ?? id),
    keeps: rest.live && rightToKeepIndicators(viewer, project.id) !== null,
    unit: units.get(indicator.workPackageId ?? '') ?? null,
    investment: investments.get(indicator.investmentId ?? '') ?? null,
    warnings: warningsOf({ ...indicator, newestPeriod: newest ?? null }),
  }
}
