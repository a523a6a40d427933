import 'server-only'
import { askService } from '@/lib/statistics/asking/client'
import { figuresIn } from '@/lib/statistics/cubes/model'
import { readCube } from '@/lib/statistics/json-stat/model'
import type { Answer, Choices, Region, Retrieved } from '@/lib/statistics/model'
import { thlMarks } from '@/lib/statistics/numbers/model'
import { dayTold } from '@/lib/statistics/sotkanet/model'
import { factPath, questionOf, readDimensions } from '@/lib/statistics/thl-pivot/model'

/** One cube of THL, asked for by the names of its areas and times. */
export async function thlPivotSeries(
  base: string,
  { code, choices }: { code: string; choices: Choices },
  regions: readonly Region[],
): Promise<Answer<Retrieved>> {
  const fact = factPath(code)
  const file = await askService({ base, path: `${fact}.dimensions.json`, call: 'thl.pivot.loadDimensions' })
  const dimensions = file.ok ? readDimensions(file.value) : file
  if (!dimensions.ok) return dimensions
  const question = questionOf(dimensions.value, regions, choices)
  if (!question.ok) return question
  const answer = await askService({ base, path: `${fact}.json?${question.value.query}` })
  const cube = answer.ok ? readCube(answer.value) : answer
  if (!cube.ok) return cube
  const figures = figuresIn(cube.value, question.value, regions, thlMarks)
  if (!figures.ok) return figures
  const value = {
    titleFi: cube.value.label ?? code,
    titleSv: null,
    titleEn: null,
    unit: question.value.unit,
    decimals: null,
    producer: 'Terveyden ja hyvinvoinnin laitos (THL)',
    licence: 'CC BY 4.0',
    dataUpdatedOn: dayTold(cube.value.updated),
    figures: figures.value,
  }
  return { ok: true, value }
}
