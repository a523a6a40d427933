import { createHash } from 'node:crypto'
import type { PackageRow, Part, ProjectPackage, Value } from '@/lib/project-packages/format/model'
import { formulaUnder, operandNames } from '@/lib/project-packages/formulas/model'
import { heads, parts } from '@/lib/project-packages/parts/model'
import { shortOf } from '@/lib/steering/figures/model'

const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const uuidAlone = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function isUuid(name: string): boolean {
  return uuidAlone.test(name)
}

/** An id that the project's key and the row's name in the package always give again (UUID version 8). */
export function derivedId(key: string, name: string): string {
  const hex = createHash('sha256').update(`etappi-project-package/${key}/${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0')
  const whole = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(18, 32)}`
  return [whole.slice(0, 8), whole.slice(8, 12), whole.slice(12, 16), whole.slice(16, 20), whole.slice(20)].join('-')
}

export type Identity = {
  /** The key that the project has here */
  key: string
  /** Whether rows keep the ids they came with; a name that is no uuid gets a derived one in any case */
  keepsIds: boolean
  /** Rows that are here already, by part: name in the package → id here */
  known: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** The id of a row here. */
export function idHere({ key, keepsIds, known }: Identity, part: string, name: string): string {
  const matched = known.get(part)?.get(name)
  if (matched !== undefined) return matched
  if (isUuid(name)) return keepsIds ? name : derivedId(key, name)
  return derivedId(key, `${part}/${name}`)
}

/**
 * The package as it is here: every row under its id of here, and every place that names an id, the project's key or a
 * publication's code, also inside texts and documents, says the same of here.
 */
export function takeOver(given: ProjectPackage, identity: Identity): ProjectPackage {
  const rename = renaming(given, identity)
  const names = operandNames(given)
  const rows = new Map<string, readonly PackageRow[]>()
  for (const part of [...heads, ...parts]) {
    const list = given.rows.get(part.name) ?? []
    rows.set(
      part.name,
      list.map((row) => ({
        ...row,
        id: part.named ? idHere(identity, part.name, row.id) : row.id,
        values: {
          ...valuesHere(part, row, identity, rename),
          ...(part.name === 'indicatorVersions' && formulaHere(row, identity, names)),
        },
      })),
    )
  }
  return { rows }
}

/** Formulas name other indicators by their ids of here. */
function formulaHere(
  { values }: PackageRow,
  identity: Identity,
  names: ReadonlyMap<string, string>,
): Record<string, Value> {
  const { formula } = values
  if (typeof formula !== 'string') return {}
  return { formula: formulaUnder(formula, names, (id) => idHere(identity, 'indicators', id)) }
}

type Rename = ((text: string) => string) | null

function valuesHere(part: Part, row: PackageRow, identity: Identity, rename: Rename): Record<string, Value> {
  const values: Record<string, Value> = { ...row.values }
  for (const { name, kind, of } of part.fields) {
    const value = row.values[name] ?? null
    if (kind === 'ref' && typeof value === 'string') values[name] = idHere(identity, of, value)
    else if (rename && (kind === 'text' || kind === 'texts' || kind === 'json')) values[name] = renamed(value, rename)
    else if (rename && kind === 'document' && typeof value === 'string') {
      values[name] = documentHere(part, value, identity, rename)
      // What was frozen is the same but for the names of its rows: its sum is counted anew.
      for (const hash of part.fields) if (hash.kind === 'hash' && values[name] !== value) values[hash.name] = null
    }
  }
  if (part.name === 'project') values.key = identity.key
  if (part.name === 'snapshots' && row.given.has('projectKey') && rename) values.projectKey = identity.key
  return values
}

/** A published review tells the key of its project beside its rows. */
function documentHere(part: Part, text: string, { key }: Identity, rename: (text: string) => string): string {
  const renamedText = rename(text)
  if (part.name !== 'snapshots') return renamedText
  const body = JSON.parse(renamedText) as { project?: { key?: string } }
  if (!body.project || body.project.key === key) return renamedText
  body.project.key = key
  return JSON.stringify(body)
}

function renamed(value: Value, rename: (text: string) => string): Value {
  if (typeof value === 'string') return rename(value)
  if (Array.isArray(value)) return value.map((inner: Value) => renamed(inner, rename))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value as Record<string, Value>)
  return Object.fromEntries(entries.map(([name, inner]) => [rename(name), renamed(inner, rename)]))
}

/** Null when nothing has another name here. */
function renaming(given: ProjectPackage, identity: Identity): Rename {
  const ids = new Map<string, string>()
  for (const part of [...heads, ...parts]) {
    if (!part.named) continue
    for (const { id } of given.rows.get(part.name) ?? []) {
      const here = isUuid(id) ? idHere(identity, part.name, id) : id
      if (here !== id) ids.set(id, here)
    }
  }
  const before = String(given.rows.get('project')?.[0]?.values.key)
  if (ids.size === 0 && before === identity.key) return null
  const shorts = new Map([...ids].map(([from, to]) => [shortOf(from), shortOf(to)]))
  const codes = new Map(
    (given.rows.get('snapshots') ?? []).flatMap(({ id }) => {
      const to = ids.get(id)
      return to ? [[codeOf(id), codeOf(to)] as const] : []
    }),
  )
  const inAddress = (address: string) =>
    address
      .replace(/[0-9a-f]{12}/g, (short) => shorts.get(short) ?? short)
      .replace(/\/r\/([0-9a-f]{10})-/, (whole, code: string) => `/r/${codes.get(code) ?? whole.slice(3, 13)}-`)
  return (text) => {
    const withIds = text.length < 12 ? text : text.replace(uuidPattern, (id) => ids.get(id) ?? id)
    if (!withIds.includes('/')) return withIds
    return withIds
      .replaceAll(`/projects/${before}/`, `/projects/${identity.key}/`)
      .replace(/\/r\/[A-Za-z0-9._-]{10,}/g, inAddress)
  }
}

/** Short name of a publication, as the database makes it of the id. */
function codeOf(id: string): string {
  return createHash('md5').update(id).digest('hex').slice(0, 10)
}
