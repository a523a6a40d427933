/** Name and version of the format. A change that an older reader would misread needs a new number. */
export const formatName = 'etappi-project-package'
export const formatVersion = 1

/** Above this a package is not read: it is held in memory as a whole. */
export const largestPackage = 128_000_000

/**
 * A field in words: kind, what it is of, whether it may be absent, what the import fills in, and the column when it has
 * another name. `text?`, `choice Light?`, `integer = 1`, `ref investments?`, `decimal(14,2)?`, `person? @allowedById`.
 */
type FieldWords = string

/** One part of the package: the rows of one table that belong to the project. */
export type PartDefinition = {
  table: string
  /** One sentence for those who write a package */
  about: string
  /**
   * What makes a row the project's: the project itself, or the rows that one of these fields names. An empty list: rows that
   * other parts name.
   */
  owner: 'project' | readonly string[]
  /** Fields that tell rows apart when they carry no id */
  key?: readonly string[]
  /** Fields that no two rows share, as far as all of them are given */
  unique?: readonly (readonly string[])[]
  fields: Readonly<Record<string, FieldWords>>
}
export type PartDefinitions = Readonly<Record<string, PartDefinition>>

export type FieldKind =
  | 'text'
  | 'document'
  | 'hash'
  | 'integer'
  | 'order'
  | 'decimal'
  | 'day'
  | 'instant'
  | 'flag'
  | 'choice'
  | 'texts'
  | 'json'
  | 'bytes'
  | 'ref'
  | 'project'
  | 'county'

export type Field = {
  name: string
  column: string
  kind: FieldKind
  /** Name of the choice, part of the reference, or field that a hash is over */
  of: string
  digits: readonly [whole: number, fraction: number]
  optional: boolean
  /** What the import fills in: `now`, `id` (the row's own name), `path`, `section`, or the value as text */
  fills: string | null
}

const fieldPattern = /^(\w+)(?:\((\d+),(\d+)\))?(?: (\w+))?(\?)?(?: = (.*?))?(?: @(\w+))?$/

/** What a field's words mean. @throws when they cannot be read: the definitions are data of the product */
function readField(name: string, words: FieldWords): Field {
  const found = fieldPattern.exec(words)
  if (!found) throw new Error(`the field ${name} cannot be read: ${words}`)
  const [, word = '', precision, scale, of = '', optional, fills, column] = found
  const isReference = word === 'ref' || word === 'person' || word === 'project'
  return {
    name,
    column: column ?? (isReference ? `${name}Id` : name),
    kind: word === 'person' ? 'ref' : (word as FieldKind),
    of: word === 'person' ? 'people' : of,
    digits: [Number(precision ?? 0) - Number(scale ?? 0), Number(scale ?? 0)],
    optional: optional !== undefined,
    fills: fills ?? null,
  }
}

export type Part = Omit<PartDefinition, 'fields'> & {
  name: string
  fields: readonly Field[]
  /** Whether rows carry an id */
  named: boolean
}

export function readPart(name: string, definition: PartDefinition): Part {
  const fields = Object.entries(definition.fields).map(([field, words]) => readField(field, words))
  return { ...definition, name, fields, named: definition.key === undefined }
}

/** Whether a package must say it: nothing is filled in for it. */
export function isRequired({ kind, optional, fills }: Field): boolean {
  return !optional && fills === null && !['texts', 'order', 'hash', 'county'].includes(kind)
}

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** A row as the package has it, every field filled in. `given`: the fields that the package itself says. */
export type PackageRow = { at: number; id: string; values: Record<string, Value>; given: ReadonlySet<string> }

/** A package as it was read. `rows` by the part's name; the three heads are parts of one row. */
export type ProjectPackage = {
  rows: ReadonlyMap<string, readonly PackageRow[]>
  /** Names of rows that could not be read, by part: what names them is not told again */
  unread?: ReadonlyMap<string, ReadonlySet<string>>
}
