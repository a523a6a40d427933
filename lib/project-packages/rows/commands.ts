import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Viewer } from '@/lib/access/model'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { Field, PackageRow, Part } from '@/lib/project-packages/format/model'

/** Where the rows of a package go. */
export type Place = { organisationId: string; projectId: string; now: string }

/** Text of one statement: PostgreSQL reads it as a whole, and so does this process write it. */
const largestStatement = 8_000_000
const mostRows = 5_000

const types: Record<Exclude<Field['kind'], 'choice'>, string> = {
  text: 'text',
  document: 'text',
  hash: 'text',
  integer: 'int',
  order: 'int',
  decimal: 'numeric',
  day: 'date',
  instant: 'timestamptz',
  flag: 'boolean',
  county: 'boolean',
  texts: 'text[]',
  json: 'jsonb',
  bytes: 'text',
  ref: 'uuid',
  project: 'text',
}

/** Columns that no package holds, by table: what an installation counts and decides itself. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  User: { organisationId: '$2::uuid', disabledAt: '$4::timestamptz' },
  ServiceArea: { organisationId: '$2::uuid' },
  StoredFile: { organisationId: '$2::uuid', storage: `'database'`, size: `octet_length(decode(x."bytes", 'base64'))` },
  ReportTemplate: {},
  ReportTemplateVersion: {},
  ReportTemplateSection: {},
  ReportTemplatePrompt: {},
  StatisticsSeries: {},
  Programme: {},
  Project: { organisationId: '$2::uuid', programmeId: '$3::uuid' },
  Organisation: {},
}

/**
 * Writes the rows of one part, many in one statement; rows that name others of their own part come after those. What a check
 * of the database refuses is thrown.
 */
export async function insertPart(
  viewer: Viewer,
  tx: Tx,
  part: Part,
  rows: readonly PackageRow[],
  place: Place,
): Promise<void> {
  const ordered = parentsFirst(part, rows)
  const statement = insertOf(part)
  for (const batch of batches(part, ordered)) {
    await tx.$executeRawUnsafe(statement, batch, place.organisationId, place.projectId, place.now)
  }
  if (part.table === 'StoredFile' && env().files === 'disk') await moveToDisk(viewer, tx, rows)
}

function insertOf(part: Part): string {
  const columns: [column: string, value: string][] = part.fields.map((field) => [field.column, written(field)])
  if (part.named) columns.unshift(['id', 'x."id"'])
  const more = own[part.table] ?? {
    organisationId: '$2::uuid',
    ...(part.owner === 'project' && { projectId: '$3::uuid' }),
  }
  columns.push(...Object.entries(more))
  const names = columns.map(([column]) => `"${column}"`).join(', ')
  const fields = part.fields.map((field) => `"${field.name}" ${typeOf(field)}`)
  const shape = [...(part.named ? ['"id" uuid'] : []), ...fields].join(', ')
  return `WITH asked AS (SELECT $2::text, $3::text, $4::text)
    INSERT INTO "${part.table}" (${names})
    SELECT ${columns.map(([, value]) => value).join(', ')} FROM asked, json_to_recordset($1::json) AS x(${shape})`
}

const typeOf = ({ kind, of }: Field): string => (kind === 'choice' ? `"${of}"` : types[kind])

function written({ kind, name }: Field): string {
  if (kind === 'bytes') return `decode(x."${name}", 'base64')`
  if (kind === 'county') return `CASE WHEN x."${name}" THEN $2::uuid END`
  if (kind === 'project')
    return `(SELECT p.id FROM "Project" p WHERE p.key = x."${name}" AND p."organisationId" = $2::uuid)`
  return `x."${name}"`
}

function batches(part: Part, rows: readonly PackageRow[]): string[] {
  const made: string[] = []
  let texts: string[] = []
  let size = 0
  for (const row of rows) {
    const text = JSON.stringify(part.named ? { id: row.id, ...row.values } : row.values)
    if (texts.length > 0 && (size + text.length > largestStatement || texts.length >= mostRows)) {
      made.push(`[${texts.join(',')}]`)
      texts = []
      size = 0
    }
    texts.push(text)
    size += text.length
  }
  if (texts.length > 0) made.push(`[${texts.join(',')}]`)
  return made
}

/** The database looks at each row as it comes: what a row names must be there before it. */
function parentsFirst(part: Part, rows: readonly PackageRow[]): readonly PackageRow[] {
  const above = part.fields.filter(({ kind, of }) => kind === 'ref' && of === part.name).map(({ name }) => name)
  if (above.length === 0) return rows
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered: PackageRow[] = []
  const known = new Set<string>()
  const open = rows.toReversed().map((row) => ({ row, ready: false }))
  while (open.length > 0) {
    const next = open.pop()
    if (!next || (known.has(next.row.id) && !next.ready)) continue
    if (next.ready) {
      ordered.push(next.row)
      continue
    }
    known.add(next.row.id)
    open.push({ row: next.row, ready: true })
    for (const name of above) {
      const parent = byId.get(String(next.row.values[name]))
      if (parent && !known.has(parent.id)) open.push({ row: parent, ready: false })
    }
  }
  return ordered
}

/** Written before the rows point at them: a file without a row does no harm, a row without a file does. */
async function moveToDisk(_viewer: Viewer, tx: Tx, rows: readonly PackageRow[]): Promise<void> {
  const folder = path.join(env().dataDir, 'files')
  await mkdir(folder, { recursive: true })
  for (const { id, values } of rows) {
    await writeFile(path.join(folder, id), Buffer.from(String(values.bytes), 'base64'), { flush: true })
  }
  const ids = rows.map(({ id }) => id)
  await tx.storedFile.updateMany({ where: { id: { in: ids } }, data: { storage: 'disk', bytes: null } })
}
