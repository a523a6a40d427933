import type { z } from 'zod'
import { type Dimension, dataset1Schema, dataset2Schema, dimensionSchema } from '@/lib/statistics/json-stat/schema'
import { type Answer, refusal } from '@/lib/statistics/model'

export type Category = { code: string; label: string; unit: string | null; decimals: number | null }
type CubeDimension = { id: string; categories: Category[] }

/** A cube of figures; `cells` are in the order of the dimensions, the last one changing first. */
export type Cube = {
  label: string | null
  source: string | null
  updated: string | null
  dimensions: CubeDimension[]
  /** How many cells the dimensions make; those that were left out have no entry */
  size: number
  cells: ReadonlyMap<number, { written: string | null; status: string | null }>
}

/** No answer of ours is larger; a cube that says so is not believed. */
const largest = 2_000_000

/**
 * Reads JSON-stat 1.x and 2.0, with the dataset alone or in an object around it. Reasons: SHAPE, with the place that does not
 * fit.
 */
export function readCube(json: unknown): Answer<Cube> {
  const found = datasetIn(json)
  if (found === null) return refusal('SHAPE', 'dataset')
  const two = dataset2Schema.safeParse(found)
  if (two.success) return cubeOf(two.data, two.data.dimension)
  const one = dataset1Schema.safeParse(found)
  if (!one.success) return refusal('SHAPE', placeOf(two.error))
  const { id, size, ...rest } = one.data.dimension
  const dimensions: Record<string, Dimension> = {}
  for (const name of id) {
    const read = dimensionSchema.safeParse(rest[name])
    if (!read.success) return refusal('SHAPE', name)
    dimensions[name] = read.data
  }
  return cubeOf({ ...one.data, id, size }, dimensions)
}

/** Where an answer differs from the documented form: "value.3". */
export function placeOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') || 'root'
}

const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

function datasetIn(json: unknown): unknown {
  if (!isObject(json)) return null
  if ('value' in json) return json
  const [only, ...more] = Object.values(json).filter((one) => isObject(one) && 'value' in one)
  return more.length === 0 ? (only ?? null) : null
}

type Given = Pick<z.output<typeof dataset2Schema>, 'label' | 'source' | 'updated' | 'value' | 'status' | 'id' | 'size'>

function cubeOf(given: Given, named: Record<string, Dimension>): Answer<Cube> {
  const { id, size } = given
  const cellCount = size.reduce((product, one) => product * one, 1)
  if (id.length !== size.length || cellCount > largest) return refusal('SHAPE', 'size')
  const dimensions: CubeDimension[] = []
  for (const [at, name] of id.entries()) {
    const categories = named[name] && categoriesOf(named[name])
    if (!categories || categories.length !== size[at]) return refusal('SHAPE', `dimension.${name}`)
    dimensions.push({ id: name, categories })
  }
  const told = new Map<number, { written: string | null; status: string | null }>()
  for (const [place, value] of Object.entries(given.value)) {
    if (Number(place) >= cellCount) return refusal('SHAPE', `value.${place}`)
    told.set(Number(place), { written: value === null ? null : String(value), status: statusAt(given.status, place) })
  }
  const { label = null, source = null, updated = null } = given
  return { ok: true, value: { label, source, updated, dimensions, size: cellCount, cells: told } }
}

/** Categories in their order. With one only, the index may be left out. */
function categoriesOf({ category: { index, label = {}, unit = {} } }: Dimension): Category[] | null {
  const codes = Array.isArray(index)
    ? index
    : index
      ? Object.entries(index)
          .sort(([, a], [, b]) => a - b)
          .map(([code]) => code)
      : Object.keys(label)
  if (codes.length === 0 || new Set(codes).size !== codes.length) return null
  return codes.map((code) => ({
    code,
    label: label[code] ?? code,
    unit: unit[code]?.base?.trim() || null,
    decimals: unit[code]?.decimals ?? null,
  }))
}

function statusAt(status: Given['status'], place: string): string | null {
  if (status === null || status === undefined) return null
  if (typeof status === 'string') return status
  const told = Array.isArray(status) ? status[Number(place)] : status[place]
  return told ?? null
}

/** Every cell of the cube with its category in each dimension, those left out too. */
export function* cellsOf(cube: Cube): Generator<{ at: Category[]; written: string | null; status: string | null }> {
  for (let place = 0; place < cube.size; place += 1) {
    const at: Category[] = []
    let rest = place
    for (const { categories } of cube.dimensions.toReversed()) {
      const category = categories[rest % categories.length]
      if (category) at.unshift(category)
      rest = Math.floor(rest / categories.length)
    }
    const { written = null, status = null } = cube.cells.get(place) ?? {}
    yield { at, written, status }
  }
}
