import type { SnapshotBody, SnapshotTile, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { groupUnits, type UnitRow } from '@/lib/steering/lights/model'

/** A part of the review: service areas that are gone through together, their tiles and their units. */
export type AreaGroup = {
  id: string
  /** Null for units that belong nowhere */
  title: string | null
  areaIds: string[]
  tiles: SnapshotTile[]
  units: { row: UnitRow; unit: SnapshotUnit }[]
}

/**
 * Units by the county's own order of the review: every slide that opens a service area gathers the units whose slides
 * follow, those its tiles name, the parents of both, and the rest of its area. Each unit stands in exactly one group. A
 * county without such slides goes through its service areas in their order.
 */
export function areaGroups(body: SnapshotBody, rows: readonly UnitRow[]): AreaGroup[] {
  const units = new Map(body.units.map((unit) => [unit.id, unit]))
  const heads = body.reviewSlides.filter((slide) => slide.type === 'organisation').sort((a, b) => a.no - b.no)
  const groups = heads.length > 0 ? bySlides(body, heads) : byAreas(body, rows)
  const place = placer(body, groups)
  const named = [...groups, { id: 'none', title: null, areaIds: [], tiles: [], from: Number.POSITIVE_INFINITY }]
  return named.flatMap(({ from: _, ...group }) => {
    const own = rows
      .flatMap((row) => {
        const unit = units.get(row.id)
        return unit && place(unit) === group.id ? [{ row, unit }] : []
      })
      .sort((a, b) => slideOf(a.unit) - slideOf(b.unit))
    return own.length > 0 || group.tiles.length > 0 ? [{ ...group, units: own }] : []
  })
}

type Head = Omit<AreaGroup, 'units'> & { from: number }

function bySlides({ tiles, serviceAreas }: SnapshotBody, heads: SnapshotBody['reviewSlides']): Head[] {
  return heads.map(({ id, no, title }) => {
    const own = tiles.filter((tile) => tile.slide === no)
    const told = serviceAreas.filter((area) => area.parentId === null && title.includes(area.name))
    const areaIds = own.length > 0 ? own.map((tile) => tile.serviceAreaId) : told.map((area) => area.id)
    return { id, title, areaIds: [...new Set(areaIds)], tiles: own, from: no }
  })
}

function byAreas(body: SnapshotBody, rows: readonly UnitRow[]): Head[] {
  return groupUnits(body, rows, 'area').flatMap(({ id, name }) =>
    id === null || name === null
      ? []
      : [
          {
            id,
            title: name,
            areaIds: [id],
            tiles: body.tiles.filter((tile) => tile.serviceAreaId === id),
            from: Number.POSITIVE_INFINITY,
          },
        ],
  )
}

/** The first slide of the unit; units without one come last. */
function slideOf({ reviewSlides }: SnapshotUnit): number {
  const numbers = reviewSlides.map(Number).filter((no) => Number.isFinite(no))
  return Math.min(...numbers, Number.MAX_SAFE_INTEGER)
}

/** For a unit the id of its group: by its slide, a tile, its parts, its areas; "none" when nothing tells. */
function placer({ units, serviceAreas }: SnapshotBody, heads: readonly Head[]): (unit: SnapshotUnit) => string {
  const parents = new Map(serviceAreas.map((area) => [area.id, area.parentId]))
  const rootOf = (id: string): string => {
    const parent = parents.get(id)
    return parent ? rootOf(parent) : id
  }
  const told = (unit: SnapshotUnit): string | undefined => {
    const slide = slideOf(unit)
    const bySlide = slide === Number.MAX_SAFE_INTEGER ? undefined : heads.findLast((head) => head.from <= slide)
    return (bySlide ?? heads.find((head) => head.tiles.some((tile) => tile.workPackageIds.includes(unit.id))))?.id
  }
  const byArea = ({ serviceAreaIds }: SnapshotUnit): string | undefined => {
    const roots = serviceAreaIds.map(rootOf)
    return heads.find((head) => head.areaIds.some((id) => roots.includes(id)))?.id
  }
  return (unit) => {
    const parts = units.filter((one) => one.parentId === unit.id)
    const byPart = parts.map(told).find((id) => id !== undefined)
    return told(unit) ?? byPart ?? byArea(unit) ?? 'none'
  }
}
