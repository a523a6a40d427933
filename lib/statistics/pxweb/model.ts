import type { Axes } from '@/lib/statistics/cubes/model'
import { type Cube, placeOf } from '@/lib/statistics/json-stat/model'
import { type Answer, type CatalogueEntry, type Choices, type Region, refusal } from '@/lib/statistics/model'
import { type Table, tableSchema, tablesSchema, type Variable } from '@/lib/statistics/pxweb/schema'
import { areaNamed } from '@/lib/statistics/regions/model'
import { timeCodeOf } from '@/lib/statistics/times/model'

/** The least of the limits that the service has told for one question. */
const mostCells = 100_000
const mostTimes = 40
const database = 'StatFin'

/** The tables of the database. A table may stand in several places: the first counts. Reasons: SHAPE. */
export function readTables(json: unknown): Answer<CatalogueEntry[]> {
  const read = tablesSchema.safeParse(json)
  if (!read.success) return refusal('SHAPE', placeOf(read.error))
  const known = new Map<string, CatalogueEntry>()
  for (const { id, path, title, published } of read.data) {
    const code = `${database}${path.replace(/\/$/, '')}/${id}`
    const titleFi = title.replace(/<[^>]*>/g, '').trim()
    const entry = { titleFi, titleSv: null, titleEn: null, producer: 'Tilastokeskus', code }
    if (titleFi && !known.has(id)) known.set(id, { ...entry, dataUpdatedOn: published?.slice(0, 10) ?? null })
  }
  return { ok: true, value: [...known.values()] }
}

export const tablesPath = `/fi/${database}/?query=*&filter=*`

/** StatFin/vaerak/11ra.px as a path. */
export function tablePath(code: string): string {
  return `/fi/${code.split('/').map(encodeURIComponent).join('/')}`
}

/** Reasons: SHAPE, also when a value lacks its text. */
export function readTable(json: unknown): Answer<Table> {
  const read = tableSchema.safeParse(json)
  if (!read.success) return refusal('SHAPE', placeOf(read.error))
  const uneven = read.data.variables.find(({ values, valueTexts }) => values.length !== valueTexts.length)
  return uneven ? refusal('SHAPE', `variables.${uneven.code}`) : { ok: true, value: read.data }
}

type Selection = { code: string; selection: { filter: 'item'; values: string[] } }
export type Question = Axes & { body: { query: Selection[]; response: { format: 'json-stat2' } } }

/** The variable with the names of counties, and the one of times. */
export function axesOf(table: Table, regions: readonly Region[]) {
  const known = (variable: Variable) =>
    variable.values.filter((code, at) => areaNamed(regions, { name: variable.valueTexts[at] ?? '', code }) !== null)
  const found = table.variables.map((one) => ({ one, values: known(one) })).find(({ values }) => values.length > 1)
  const time = table.variables.find((one) => one.time) ?? table.variables.find((one) => isTime(one))
  return { area: found?.one, areas: found?.values ?? [], time }
}

/**
 * The question, made of what the table tells of itself today: codes of variables and tables have changed before. The variable
 * with the names of the counties gives the areas; of the others what was chosen (by code or name), else their sum, else
 * their first value. Reasons: NO_AREAS, CHOICES, TOO_MANY_CELLS.
 */
export function questionOf(table: Table, regions: readonly Region[], choices: Choices): Answer<Question> {
  const { area, areas, time } = axesOf(table, regions)
  if (!area || !time) return refusal('NO_AREAS', area ? 'time' : null)
  const query: Selection[] = [selection(area, areas), selection(time, time.values.toSorted(byTime).slice(-mostTimes))]
  const unused = new Set(Object.keys(choices))
  for (const variable of table.variables) {
    if (variable === area || variable === time) continue
    const name = Object.keys(choices).find((one) => isNamed(variable, one))
    const chosen = name === undefined ? null : valueNamed(variable, choices[name] ?? '')
    if (name !== undefined && chosen === null) return refusal('CHOICES', `${name}=${choices[name]}`)
    if (name !== undefined) unused.delete(name)
    if (chosen !== null) query.push(selection(variable, [chosen]))
    else if (!variable.elimination) query.push(selection(variable, variable.values.slice(0, 1)))
  }
  const [lost] = unused
  if (lost !== undefined) return refusal('CHOICES', lost)
  const cells = query.reduce((product, one) => product * one.selection.values.length, 1)
  if (cells > mostCells) return refusal('TOO_MANY_CELLS', String(cells))
  const body = { query, response: { format: 'json-stat2' as const } }
  return { ok: true, value: { area: area.code, time: time.code, body } }
}

const selection = ({ code }: Variable, values: string[]): Selection => ({ code, selection: { filter: 'item', values } })
const isTime = ({ valueTexts }: Variable) => valueTexts.every((text) => timeCodeOf(text) !== null)
const byTime = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const same = (a: string, b: string) => a.toLocaleLowerCase('fi') === b.toLocaleLowerCase('fi')
const isNamed = ({ code, text }: Variable, name: string) => same(code, name) || same(text, name)

function valueNamed({ values, valueTexts }: Variable, wanted: string): string | null {
  return values.find((code, at) => code === wanted || same(valueTexts[at] ?? '', wanted)) ?? null
}

/** What else the figures are of: "Väkiluku", with its unit and decimals. */
export function contentOf(cube: Cube, { area, time }: Axes) {
  const others = cube.dimensions.filter(({ id }) => id !== area && id !== time)
  const categories = others.flatMap(({ categories }) => (categories.length === 1 ? categories : []))
  const measured = categories.find(({ unit }) => unit !== null)
  return {
    names: categories.map(({ label }) => label),
    unit: measured?.unit ?? null,
    decimals: measured?.decimals ?? null,
  }
}
