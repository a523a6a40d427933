import 'server-only'
import { askService } from '@/lib/statistics/asking/client'
import { figuresIn } from '@/lib/statistics/cubes/model'
import { readCube } from '@/lib/statistics/json-stat/model'
import type { Answer, CatalogueEntry, Choices, Region, Retrieved } from '@/lib/statistics/model'
import { statFinMarks } from '@/lib/statistics/numbers/model'
import { contentOf, questionOf, readTable, readTables, tablePath, tablesPath } from '@/lib/statistics/pxweb/model'
import { dayTold } from '@/lib/statistics/sotkanet/model'

export async function pxwebCatalogue(base: string): Promise<Answer<CatalogueEntry[]>> {
  const answer = await askService({ base, path: tablesPath })
  return answer.ok ? readTables(answer.value) : answer
}

/** One table of Statistics Finland: first what it is, then the figures that it is asked for by that. */
export async function pxwebSeries(
  base: string,
  { code, choices }: { code: string; choices: Choices },
  regions: readonly Region[],
): Promise<Answer<Retrieved>> {
  const path = tablePath(code)
  const about = await askService({ base, path })
  const table = about.ok ? readTable(about.value) : about
  if (!table.ok) return table
  const question = questionOf(table.value, regions, choices)
  if (!question.ok) return question
  const answer = await askService({ base, path, body: question.value.body })
  const cube = answer.ok ? readCube(answer.value) : answer
  if (!cube.ok) return cube
  const figures = figuresIn(cube.value, question.value, regions, statFinMarks)
  if (!figures.ok) return figures
  const { names, unit, decimals } = contentOf(cube.value, question.value)
  const value = {
    titleFi: [table.value.title, ...names].join(', '),
    titleSv: null,
    titleEn: null,
    unit,
    decimals,
    producer: cube.value.source ?? 'Tilastokeskus',
    licence: 'CC BY 4.0',
    dataUpdatedOn: dayTold(cube.value.updated),
    figures: figures.value,
  }
  return { ok: true, value }
}
