/** What is held of a person by one reference of the database. */
export type Held = { table: string; column: string; rows: Record<string, unknown>[] }

export type PersonalData = { userId: string; name: string; made: string; held: Held[] }

/** References that are not kept as such by the database: the log keeps its rows whatever becomes of a person. */
export const furtherReferences = [
  { table: 'User', column: 'id' },
  { table: 'AuditEvent', column: 'actorId' },
] as const

/** Columns that open something: they are nobody's to read, not even in one's own data. */
const secret = /password|secret|hash$|^answer$/i
/** Columns that hold whole documents, other people's texts among them. */
const documents = new Set(['body', 'content', 'copy'])
/** The fingerprint of an access key's secret. */
const secretOf = new Set(['ApiKey.sha256', 'IdempotencyKey.key'])

/** Whether a column is named in the data of a person, but not told. */
export function isWithheld(table: string, column: { name: string; type: string }): boolean {
  const { name, type } = column
  return type === 'bytea' || secret.test(name) || documents.has(name) || secretOf.has(`${table}.${name}`)
}

/** One fact per row, as a spreadsheet shows it. */
export type Fact = { table: string; column: string; row: number; field: string; value: string }

/** The data of a person as facts; what is not known is left out. */
export function factsOf({ held }: PersonalData): Fact[] {
  return held.flatMap(({ table, column, rows }) =>
    rows.flatMap((row, index) =>
      Object.entries(row).flatMap(([field, value]) =>
        value === null ? [] : [{ table, column, row: index + 1, field, value: textOf(value) }],
      ),
    ),
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
