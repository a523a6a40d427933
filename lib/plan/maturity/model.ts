import { compare, subtract } from '@/lib/values/decimal'
import type { UnknownKind } from '@/lib/values/typed-value'

/** One area on a day, on the scale of its method. Null number: told in words, or unknown. */
export type MaturityRow = {
  id: string
  workPackageId: string | null
  scale: string
  scaleMin: string | null
  scaleMax: string | null
  area: string
  asWritten: string | null
  number: string | null
  unknown: UnknownKind | null
  assessedOn: string | null
  timeAsWritten: string | null
  note: string | null
  source: string | null
  version: number
}

export type MaturityArea = {
  key: string
  workPackageId: string | null
  scale: string
  area: string
  latest: MaturityRow
  /** The newest first */
  earlier: MaturityRow[]
  /** Latest minus the one before; null when either is no number, or their scales are not the same */
  change: string | null
}

/**
 * The assessments of each area of a part, the latest first. One without a day is older than those with one, and among rows of
 * a day the one that stands later in the list is the newer.
 */
export function maturityAreas(rows: readonly MaturityRow[]): MaturityArea[] {
  const areas = new Map<string, MaturityRow[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.workPackageId, row.scale, row.area])
    areas.set(key, [...(areas.get(key) ?? []), row])
  }
  return [...areas].flatMap(([key, given]) => {
    const [latest, ...earlier] = given
      .map((row, at) => ({ row, at }))
      .sort((a, b) => (b.row.assessedOn ?? '').localeCompare(a.row.assessedOn ?? '') || b.at - a.at)
      .map(({ row }) => row)
    if (!latest) return []
    const { workPackageId, scale, area } = latest
    return [{ key, workPackageId, scale, area, latest, earlier, change: changeOf(latest, earlier[0]) }]
  })
}

function changeOf(latest: MaturityRow, before: MaturityRow | undefined): string | null {
  if (!before || latest.number === null || before.number === null) return null
  const same = (a: string | null, b: string | null) => (a === null || b === null ? a === b : compare(a, b) === 0)
  const oneScale = same(latest.scaleMin, before.scaleMin) && same(latest.scaleMax, before.scaleMax)
  return oneScale ? subtract(latest.number, before.number) : null
}
