import type { Axes } from '@/lib/statistics/cubes/model'
import { placeOf } from '@/lib/statistics/json-stat/model'
import { type Answer, type Choices, type Region, refusal } from '@/lib/statistics/model'
import { areaNamed } from '@/lib/statistics/regions/model'
import { dimensionsSchema, type Node, type PivotDimension } from '@/lib/statistics/thl-pivot/schema'
import { timeCodeOf } from '@/lib/statistics/times/model'

/** How many times are followed, the newest. */
const mostTimes = 60

/** Reasons: SHAPE. */
export function readDimensions(json: unknown): Answer<PivotDimension[]> {
  const read = dimensionsSchema.safeParse(json)
  return read.success ? { ok: true, value: read.data } : refusal('SHAPE', placeOf(read.error))
}

/** `subject/cube` as a path: /fi/subject/cube/fact_subject_cube, or with the fact named: subject/cube/fact. */
export function factPath(code: string): string {
  const [subject = '', cube = '', fact = cube] = code.split('/').map(encodeURIComponent)
  return `/fi/${subject}/${cube}/fact_${fact}`
}

export type Asked = Axes & { query: string; unit: string | null }

/** The dimension with the names of counties and the one of times, with what is asked of them. */
export function pivotAxes(dimensions: readonly PivotDimension[], regions: readonly Region[]) {
  const areas = dimensions.map((one) => ({ id: one.id, sids: areaSids(one, regions) }))
  const area = areas.toSorted((a, b) => b.sids.length - a.sids.length)[0]
  const times = dimensions.filter(({ id }) => id !== area?.id).map((one) => ({ id: one.id, sids: timeSids(one) }))
  return { area, time: times.toSorted((a, b) => b.sids.length - a.sids.length)[0] }
}

/** Every category of a dimension that can be asked for, those under another set in below it. */
export function pivotValues({ children }: PivotDimension, depth = 0): { value: string; label: string }[] {
  return children.flatMap(({ sid, label, children: below = [] }) => [
    ...(sid ? [{ value: String(sid), label: `${'– '.repeat(depth)}${label}` }] : []),
    ...pivotValues({ id: '', children: below }, depth + 1),
  ])
}

/**
 * The question: counties and country as rows, times as columns, the rest as it was chosen. Which dimension holds the areas is
 * seen from its names; which holds the times, too. Reasons: NO_AREAS, CHOICES.
 */
export function questionOf(
  dimensions: readonly PivotDimension[],
  regions: readonly Region[],
  choices: Choices,
): Answer<Asked> {
  const { area, time } = pivotAxes(dimensions, regions)
  if (!area || area.sids.length < 2) return refusal('NO_AREAS')
  if (!time || time.sids.length === 0) return refusal('NO_AREAS', 'time')
  const filters: string[] = []
  let unit: string | null = null
  for (const [dimension, chosen] of Object.entries(choices)) {
    const found = dimensions.find(({ id }) => id === dimension)
    const node = found && flat(found.children).find(({ sid, label }) => String(sid) === chosen || label === chosen)
    if (!node?.sid) return refusal('CHOICES', `${dimension}=${chosen}`)
    if (dimension === 'measure') unit = node.label
    filters.push(`filter=${encodeURIComponent(dimension)}-${node.sid}`)
  }
  const list = (name: string, { id, sids }: { id: string; sids: number[] }) =>
    `${name}=${encodeURIComponent(id)}-${sids.map((sid) => `${sid}.`).join('')}`
  const query = [list('row', area), list('column', time), ...filters].join('&')
  return { ok: true, value: { area: area.id, time: time.id, query, unit } }
}

const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((one) => [one, ...flat(one.children ?? [])])

const sidsOf = (nodes: readonly Node[]): number[] => nodes.flatMap(({ sid }) => (sid ? [sid] : []))

function areaSids({ children }: PivotDimension, regions: readonly Region[]): number[] {
  const seen = new Set<string>()
  const named = flat(children).filter((node) => {
    const area = areaNamed(regions, { name: node.label, code: node.code ?? '' })
    const key = area && `${area.category} ${area.code}`
    if (key === null || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return sidsOf(named)
}

/** Times of one level: the first on which there are any, years before their weeks. */
function timeSids({ children }: PivotDimension): number[] {
  let level: readonly Node[] = children
  while (level.length > 0) {
    const times = level.filter(({ label }) => timeCodeOf(label) !== null)
    if (times.length > 0) return sidsOf(times).slice(-mostTimes)
    level = level.flatMap((one) => one.children ?? [])
  }
  return []
}
