import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer, readAsViewer } from '@/lib/access/viewer'
import { logOf } from '@/lib/audit-log/permissions'
import {
  type AuditCursor,
  type AuditFilter,
  type AuditPage,
  type AuditRow,
  auditRowsPerPage,
  auditWindow,
  wantedActions,
} from '@/lib/audit-log/search/model'
import { type Sql, sql, type Tx } from '@/lib/platform/db'
import { addDays, momentInHelsinki } from '@/lib/values/calendar'
import { sortedBy } from '@/lib/values/sort'

type Stored = Omit<AuditRow, 'at'> & { place: string }

/**
 * A page of the log of the viewer's county, newest first; null for those who may not read it. What indexes lead to (county,
 * time, act, person, a named subject) narrows how far is looked; the rest is looked for within `windowed` of such rows, so that no search goes
 * through the whole log at once.
 */
export async function searchLog(
  viewer: Viewer,
  filter: AuditFilter,
  before: AuditCursor | null,
  windowed = auditWindow,
): Promise<AuditPage | null> {
  const held = logOf(viewer)
  if (!held) return null
  const looked = rowsWithin(held.organisationId, filter, before)
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<Stored[]>(pageOf(looked, filter, windowed))
    const shown = rows.slice(0, auditRowsPerPage)
    const last = shown.at(-1)
    if (rows.length > auditRowsPerPage && last) {
      return { rows: shown.map(toRow), next: { at: last.place, id: last.id }, lookedUntil: null }
    }
    const end = isLookedFor(filter) ? await endOf(tx, looked, windowed) : null
    return { rows: shown.map(toRow), next: end, lookedUntil: end?.at ?? null }
  })
}

const toRow = ({ place, ...row }: Stored): AuditRow => ({ ...row, at: place })

/** Whether something is asked that no index leads to. */
const isLookedFor = ({ kind, subject, source, result, text }: AuditFilter): boolean =>
  (kind === '') !== (subject === '') || [source, result, text].some((one) => one !== '')

const all = (conditions: readonly (Sql | null | false | '')[]): Sql =>
  conditions.reduce<Sql>((so, one) => (one ? sql`${so} AND ${one}` : so), sql`true`)

/** The county's rows that may be meant, by what indexes lead to, newest first. */
function rowsWithin(organisationId: string, filter: AuditFilter, before: AuditCursor | null): Sql {
  const { from, to, person, kind, subject } = filter
  const actions = wantedActions(filter)
  const until = to && momentInHelsinki(addDays(to, 1), 0)
  return sql`
    SELECT e.* FROM "AuditEvent" e WHERE ${all([
      sql`e."organisationId" = ${organisationId}::uuid`,
      from && sql`e.at >= ${momentInHelsinki(from, 0)}`,
      until && sql`e.at < ${until}`,
      before && sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`,
      actions && sql`e.action = ANY (${actions})`,
      person === 'system' && sql`e."actorId" IS NULL`,
      person && person !== 'system' && sql`e."actorId" = ${person}::uuid`,
      kind && subject && sql`e."subjectType" = ${kind} AND e."subjectId" = ${subject}`,
    ])} ORDER BY e.at DESC, e.id DESC`
}

function pageOf(looked: Sql, { kind, subject, source, result, text }: AuditFilter, windowed: number): Sql {
  return sql`
    SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place, e.action, u.name AS person,
           e."actorKind" = 'person' AS "isPerson", e."right", e.source, e."requestId", e.result::text AS result,
           e."subjectType", e."subjectId", e.data
      FROM (SELECT one.* FROM (${looked} LIMIT ${windowed}) one WHERE ${all([
        kind && sql`one."subjectType" = ${kind}`,
        subject && sql`one."subjectId" = ${subject}`,
        source && sql`one.source = ${source}`,
        result && sql`one.result::text = ${result}`,
        text &&
          sql`strpos(lower(concat_ws(' ', one.data::text, one."subjectId", one."requestId")), lower(${text})) > 0`,
      ])} ORDER BY one.at DESC, one.id DESC LIMIT ${auditRowsPerPage + 1}) e
      LEFT JOIN "User" u ON u.id = e."actorId"
     ORDER BY e.at DESC, e.id DESC`
}

/** The last row that was looked at, if there may be more behind it. */
async function endOf(tx: Tx, looked: Sql, windowed: number): Promise<AuditCursor | null> {
  const [end] = await tx.$queryRaw<AuditCursor[]>(sql`
    SELECT to_char(last.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, last.id
      FROM (${looked} OFFSET ${windowed - 1} LIMIT 1) last`)
  return end ?? null
}

/** Everybody of the viewer's county, by name, for the choice of a person; nobody for those who may not read the log. */
export async function listActors(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  const held = logOf(viewer)
  if (!held) return []
  const people = await readAsViewer<{ id: string; name: string }>(
    viewer,
    sql`SELECT id, name FROM "User" WHERE "organisationId" = ${held.organisationId}::uuid`,
  )
  return sortedBy(people, ({ name }) => name, viewer.locale)
}
