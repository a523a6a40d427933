import { type Category, type Cube, cellsOf } from '@/lib/statistics/json-stat/model'
import { type Answer, type Figure, type Region, refusal } from '@/lib/statistics/model'
import { type Marks, readFigure } from '@/lib/statistics/numbers/model'
import { type Area, areaNamed } from '@/lib/statistics/regions/model'
import { timeCodeOf } from '@/lib/statistics/times/model'

/** Which dimension of a cube tells the areas and which the times. */
export type Axes = { area: string; time: string }

/**
 * Figures of the counties and the whole country in a cube. Areas are known by their names, times by their codes or names;
 * cells of others are left out. Another dimension is told with each figure where it has several categories. Reasons: SHAPE,
 * NO_AREAS, EMPTY.
 */
export function figuresIn(cube: Cube, axes: Axes, regions: readonly Region[], marks: Marks): Answer<Figure[]> {
  const place = (id: string) => cube.dimensions.findIndex((one) => one.id === id)
  const [areaAt, timeAt] = [place(axes.area), place(axes.time)]
  const [areas, times] = [cube.dimensions[areaAt], cube.dimensions[timeAt]]
  if (!areas || !times) return refusal('SHAPE', 'dimension')
  if (cube.cells.size === 0) return refusal('EMPTY')
  const areaOf = new Map<Category, Area | null>(
    areas.categories.map((one) => [one, areaNamed(regions, { name: one.label, code: one.code })]),
  )
  const timeOf = new Map(times.categories.map((one) => [one, timeCodeOf(one.code) ?? timeCodeOf(one.label)]))
  const figures: Figure[] = []
  for (const { at, written, status } of cellsOf(cube)) {
    const [where, when] = [at[areaAt], at[timeAt]]
    const region = where && areaOf.get(where)
    const timeCode = when && timeOf.get(when)
    if (!region || !timeCode) continue
    const others = cube.dimensions.flatMap(({ id, categories }, index) =>
      index === areaAt || index === timeAt || categories.length < 2 ? [] : [[id, at[index]?.label ?? ''] as const],
    )
    figures.push({
      regionCategory: region.category,
      regionCode: region.code,
      timeCode,
      dimensions: Object.fromEntries(others),
      absolute: null,
      ...readFigure(written, status, marks),
    })
  }
  return figures.length === 0 ? refusal('NO_AREAS') : { ok: true, value: figures }
}
