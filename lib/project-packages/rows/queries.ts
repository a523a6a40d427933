import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { readStoredFiles } from '@/lib/evidence/files/queries'
import type { Tx } from '@/lib/platform/db'
import { canonical } from '@/lib/project-packages/canonical/model'
import type { Field, PackageRow, Part, ProjectPackage, Value } from '@/lib/project-packages/format/model'
import { heads, partOf, parts } from '@/lib/project-packages/parts/model'

type Stored = Record<string, Value>

/** Everything that belongs to a project, as the rows of a package, in their stable order. The caller has checked the right. */
export async function readProjectRows(viewer: Viewer, tx: Tx, projectId: string): Promise<ProjectPackage> {
  const rows = new Map<string, readonly PackageRow[]>()
  const ids = (part: string) => (rows.get(part) ?? []).map(({ id }) => id)
  const put = async (part: Part, where: string, values: readonly unknown[]) =>
    rows.set(part.name, await readPart(tx, part, where, values))
  await put(partOf('project'), 't.id = $1::uuid', [projectId])
  await put(partOf('organisation'), 't.id = (SELECT "organisationId" FROM "Project" WHERE id = $1::uuid)', [projectId])
  await put(partOf('programme'), 't.id = (SELECT "programmeId" FROM "Project" WHERE id = $1::uuid)', [projectId])
  let waiting = parts.filter(({ owner }) => owner === 'project' || owner.length > 0)
  while (waiting.length > 0) {
    const ready = waiting.filter((part) => ownersOf(part).every((owner) => rows.has(owner)))
    // What is left hangs on rows that others name, and those are all known by now.
    if (ready.length === 0) await readNamed(tx, rows, put)
    for (const part of ready) {
      if (part.owner === 'project') await put(part, 't."projectId" = $1::uuid', [projectId])
      else await put(part, ...ownedBy(part, ids))
    }
    waiting = waiting.filter((part) => !rows.has(part.name))
  }
  await readNamed(tx, rows, put)
  return { rows: await withFileBytes(viewer, rows) }
}

type Put = (part: Part, where: string, values: readonly unknown[]) => Promise<unknown>

function ownersOf(part: Part): string[] {
  const names: readonly string[] = part.owner === 'project' ? [] : part.owner
  return names.map((name) => part.fields.find((field) => field.name === name)?.of ?? '')
}

function ownedBy(part: Part, ids: (part: string) => string[]): [where: string, values: unknown[]] {
  const owners: readonly string[] = part.owner === 'project' ? [] : part.owner
  const fields = owners.flatMap((name) => part.fields.filter((field) => field.name === name))
  const where = fields.map(({ column }, index) => `t."${column}" = ANY($${index + 1}::uuid[])`).join(' OR ')
  return [where, fields.map(({ of }) => ids(of))]
}

/** Parts whose rows come along because others name them, those first that name further ones. */
const namedParts = ['reportTemplateVersions', 'reportTemplates', 'serviceAreas', 'statisticsSeries', 'files', 'people']

async function readNamed(tx: Tx, rows: ReadonlyMap<string, readonly PackageRow[]>, put: Put): Promise<void> {
  for (const name of namedParts) {
    const part = partOf(name)
    const naming = parts.flatMap((one) =>
      one.fields.filter(({ kind, of }) => kind === 'ref' && of === name).map((field) => [one, field] as const),
    )
    const ids = naming.flatMap(([one, field]) => (rows.get(one.name) ?? []).map(({ values }) => values[field.name]))
    const more = name === 'reportTemplateVersions' ? await versionsOfPlaces(tx, rows) : []
    const given = [...new Set([...ids, ...more].filter((id) => typeof id === 'string'))]
    const parent = part.fields.find(({ kind, of }) => kind === 'ref' && of === name)
    const where = parent
      ? `t.id IN (WITH RECURSIVE up AS (SELECT id, "${parent.column}" AS above FROM "${part.table}" WHERE id = ANY($1::uuid[])
          UNION SELECT p.id, p."${parent.column}" FROM "${part.table}" p JOIN up ON p.id = up.above) SELECT id FROM up)`
      : 't.id = ANY($1::uuid[])'
    await put(part, where, [given])
  }
}

/** A section may stand at a place of another version than its document was begun with. */
async function versionsOfPlaces(tx: Tx, rows: ReadonlyMap<string, readonly PackageRow[]>): Promise<string[]> {
  const places = (rows.get('finalReportSections') ?? []).map(({ values }) => values.templateSection)
  const ids = [...new Set(places.filter((id) => typeof id === 'string'))]
  const found = await tx.reportTemplateSection.findMany({ where: { id: { in: ids } }, select: { versionId: true } })
  return found.map(({ versionId }) => versionId)
}

async function readPart(tx: Tx, part: Part, where: string, values: readonly unknown[]): Promise<PackageRow[]> {
  const columns = part.fields.map((field) => `${read(field)} AS "${field.name}"`)
  const order = part.fields.some(({ kind }) => kind === 'order') ? ['t."sort"'] : []
  const keys = (part.key ?? []).map((name) => `t."${part.fields.find((field) => field.name === name)?.column}"`)
  const found = await tx.$queryRawUnsafe<Stored[]>(
    `SELECT ${[...(part.named ? ['t.id::text AS id'] : []), ...columns].join(', ')}
       FROM "${part.table}" t WHERE ${where} ORDER BY ${[...order, ...(part.named ? ['t.id'] : keys)].join(', ')}`,
    ...values,
  )
  return found.map(({ id, ...stored }, at) => {
    const given = part.fields.filter(({ name }) => stored[name] !== null).map(({ name }) => name)
    return {
      at,
      id: String(id ?? ''),
      values: Object.fromEntries(part.fields.map((field) => [field.name, value(field, stored)])),
      given: new Set(given),
    }
  })
}

/** How a column leaves the database so that nothing of it is lost on the way. */
function read({ kind, column }: Field): string {
  const name = `t."${column}"`
  if (kind === 'decimal') return `trim_scale(${name})::text`
  if (kind === 'instant') return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
  if (kind === 'bytes') return `replace(encode(${name}, 'base64'), E'\\n', '')`
  if (kind === 'county') return `${name} IS NOT NULL`
  if (kind === 'project') return `(SELECT p.key FROM "Project" p WHERE p.id = ${name})`
  return kind === 'day' || kind === 'choice' || kind === 'ref' ? `${name}::text` : name
}

function value(field: Field, stored: Stored): Value {
  const found = stored[field.name] ?? null
  return field.kind === 'texts' ? (found ?? []) : canonical(field, found)
}

/** Files may lie on disk: the files' own interface knows. */
async function withFileBytes(viewer: Viewer, rows: Map<string, readonly PackageRow[]>) {
  const files = rows.get('files') ?? []
  const away = files.filter(({ values }) => values.bytes === null).map(({ id }) => id)
  if (away.length === 0) return rows
  const kept = await readStoredFiles(viewer, away)
  const whole = files.map((row) => {
    const bytes = row.values.bytes ?? Buffer.from(kept.get(row.id)?.bytes ?? []).toString('base64')
    return { ...row, values: { ...row.values, bytes }, given: new Set([...row.given, 'bytes']) }
  })
  return new Map([...rows, ['files', whole] as const])
}

/** The ids of a package that rows of the installation have already, by part. For an actor that sees every county. */
export async function takenIds(
  _viewer: Viewer,
  tx: Tx,
  given: ProjectPackage,
  isId: (name: string) => boolean,
): Promise<string[]> {
  const taken: string[] = []
  for (const part of [...heads, ...parts]) {
    const ids = (given.rows.get(part.name) ?? []).map(({ id }) => id).filter(isId)
    if (!part.named || ids.length === 0) continue
    const found = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT id::text FROM "${part.table}" WHERE id = ANY($1::uuid[])`,
      ids,
    )
    taken.push(...found.map(({ id }) => `${part.name} ${id}`))
  }
  return taken
}
