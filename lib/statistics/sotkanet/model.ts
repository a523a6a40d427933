import type { z } from 'zod'
import { placeOf } from '@/lib/statistics/json-stat/model'
import {
  type Answer,
  type CatalogueEntry,
  type Figure,
  type Region,
  refusal,
  type Titles,
} from '@/lib/statistics/model'
import { readFigure } from '@/lib/statistics/numbers/model'
import {
  catalogueSchema,
  type Indicator,
  indicatorSchema,
  type Row,
  regionsSchema,
  rowsSchema,
} from '@/lib/statistics/sotkanet/schema'

/** Sotkanet's own material is open under this licence; other producers have terms of their own. */
const ownLicence = 'CC BY 4.0'
/** How many years are followed, the newest first. */
const mostYears = 15

function read<T>(schema: z.ZodType<T>, json: unknown): Answer<T> {
  const known = schema.safeParse(json)
  return known.success ? { ok: true, value: known.data } : refusal('SHAPE', placeOf(known.error))
}

type Told = { fi?: string | null; sv?: string | null; en?: string | null }

function titles({ fi, sv, en }: Told): Titles {
  return { titleFi: plainText(fi) ?? '', titleSv: plainText(sv), titleEn: plainText(en) }
}

/** Titles may carry marks of web pages. */
function plainText(text: string | null | undefined): string | null {
  return text?.replace(/<[^>]*>/g, '').trim() || null
}

/** A day at the beginning of a time that the service tells; null for anything else. */
export function dayTold(text: string | null | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null
}

/** The catalogue as its answer tells. Reasons: SHAPE. */
export function readCatalogue(json: unknown): Answer<CatalogueEntry[]> {
  const known = read(catalogueSchema, json)
  if (!known.ok) return known
  const entries = known.value.map((one) => ({
    ...titles(one.title),
    code: String(one.id),
    producer: plainText(one.organization?.title.fi),
    dataUpdatedOn: dayTold(one['data-updated']),
  }))
  return { ok: true, value: entries.filter(({ titleFi }) => titleFi !== '') }
}

/** Every area that the service knows. Reasons: SHAPE. */
export function readRegions(json: unknown): Answer<Region[]> {
  const known = read(regionsSchema, json)
  if (!known.ok) return known
  const regions = known.value.map(({ id, code, category, title }) => ({
    ...titles(title),
    category,
    code,
    number: String(id),
  }))
  return { ok: true, value: regions }
}

/** What an indicator is. Reasons: SHAPE. */
export function readIndicator(json: unknown): Answer<Indicator> {
  return read(indicatorSchema, json)
}

export function describe(indicator: Indicator) {
  const producer = plainText(indicator.organization?.title.fi)
  return {
    ...titles(indicator.title),
    unit: plainText(indicator.primaryValueType?.title?.fi),
    decimals: indicator.decimals ?? null,
    producer,
    licence: producer === null || isThl(producer) ? ownLicence : null,
    dataUpdatedOn: dayTold(indicator['data-updated']),
  }
}

/** Whether a producer is THL, which keeps the service. */
function isThl(producer: string): boolean {
  return /\bTHL\b|Terveyden ja hyvinvoinnin laitos/i.test(producer)
}

/** The address of the figures; each year is said by itself. */
export function rowsPath(indicator: Indicator, genders: readonly string[]): string {
  const end = indicator.range?.end ?? 0
  const start = Math.max(indicator.range?.start ?? end, end - mostYears + 1)
  const years = Array.from({ length: Math.max(end - start + 1, 0) }, (_, at) => `&years=${start + at}`)
  return `/json?indicator=${indicator.id}${years.join('')}${genders.map((one) => `&genders=${one}`).join('')}`
}

/** Reasons: SHAPE. */
export function readRows(json: unknown): Answer<Row[]> {
  return read(rowsSchema, json)
}

/**
 * Figures of the counties and the whole country. Rows tell areas by numbers that have changed before: category and code come
 * from the areas of the same day. Rows of other areas are left out. Reasons: NO_AREAS (there are rows, none of these areas),
 * EMPTY.
 */
export function figuresOf(rows: readonly Row[], regions: readonly Region[]): Answer<Figure[]> {
  if (rows.length === 0) return refusal('EMPTY')
  const byNumber = new Map(regions.map((region) => [region.number, region]))
  const figures = new Map<string, Figure>()
  for (const row of rows) {
    const region = byNumber.get(String(row.region))
    if (!region) continue
    const number = numberOf(row.value)
    const dimensions: Record<string, string> = row.gender === 'total' ? {} : { gender: row.gender }
    figures.set([region.category, region.code, row.year, row.gender].join(), {
      regionCategory: region.category,
      regionCode: region.code,
      timeCode: String(row.year),
      dimensions,
      asWritten: number,
      number,
      absolute: numberOf(row.absValue),
      unknown: number === null ? 'unknown' : null,
    })
  }
  return figures.size === 0 ? refusal('NO_AREAS', `${rows.length} rows`) : { ok: true, value: [...figures.values()] }
}

function numberOf(value: number | null | undefined): string | null {
  if (value === null || value === undefined) return null
  return readFigure(String(value), null, {}).number
}
