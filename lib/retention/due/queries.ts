import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { organisationOf } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { mailsOf, type Rows, readBelonging } from '@/lib/retention/belonging/queries'
import {
  type DueLine,
  destroyedMark,
  firstDue,
  madeBefore,
  tablesOfFiles,
  tablesOfKind,
  type Unknown,
} from '@/lib/retention/due/model'
import {
  dueDay,
  holdOn,
  type KindOfCounty,
  type KindOfProject,
  kindsOfCounty,
  kindsOfProject,
  lastDayOf,
  laterDay,
  type RetentionKind,
  type RetentionStart,
  ruleFor,
} from '@/lib/retention/model'
import { dateInHelsinki } from '@/lib/values/calendar'

type Rule = { kind: RetentionKind; programmeId: string | null; start: RetentionStart; years: number; basis: string }

/** A project as retention looks at it. */
export type Kept = {
  id: string
  key: string
  name: string
  programmeId: string
  end: string | null
  created: string
  floor: string | null
  holds: { kind: string | null; reason: string }[]
}

/** Rows that are due, as the tables and conditions that find them. */
export type DueRows = { table: string; where: string; values: unknown[]; ids: string[] }

/** The rules of the viewer's county. */
export function readRules(viewer: Viewer, tx: Tx): Promise<Rule[]> {
  return tx.retentionRule.findMany({
    where: organisationOf(viewer),
    select: { kind: true, programmeId: true, start: true, years: true, basis: true },
  })
}

/** The county's projects, or one of them, with what decides how long they are kept. */
export async function readKept(viewer: Viewer, tx: Tx, projectId?: string): Promise<Kept[]> {
  const rows = await tx.project.findMany({
    where: { id: projectId, ...organisationOf(viewer) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      key: true,
      name: true,
      programmeId: true,
      periodEnd: true,
      createdAt: true,
      retentionUntil: true,
      programme: { select: { retentionUntil: true } },
      holds: { where: { liftedAt: null }, orderBy: { id: 'asc' }, select: { kind: true, reason: true } },
    },
  })
  return rows.map(({ periodEnd, createdAt, retentionUntil, programme, ...row }) => ({
    ...row,
    end: lastDayOf(periodEnd),
    created: dateInHelsinki(createdAt),
    floor: laterDay(dayText(retentionUntil), dayText(programme.retentionUntil)),
  }))
}

/** When the kind of a project as a whole is due; null when it is not, or goes row by row. */
export function wholeDue(project: Kept, rule: Rule): string | null {
  if (rule.start === 'project_end') return dueDay(project.end, rule.years, project.floor)
  return rule.kind === 'project' ? dueDay(project.created, rule.years, project.floor) : null
}

/** Everything that is due by a day, with what a hold keeps, and what cannot be counted. The caller has checked the right. */
export async function readDue(viewer: Viewer, tx: Tx, day: string): Promise<{ lines: DueLine[]; unknown: Unknown[] }> {
  const rules = await readRules(viewer, tx)
  const lines: DueLine[] = []
  const unknown: Unknown[] = []
  for (const project of await readKept(viewer, tx)) {
    const ofProject = await dueOfProject(viewer, tx, project, rules, day)
    lines.push(...ofProject.lines)
    unknown.push(...ofProject.unknown)
  }
  for (const kind of kindsOfCounty) {
    const rule = ruleFor(rules, kind, null)
    const due = rule && (await dueOfCounty(viewer, tx, kind, madeBefore(day, rule.years, null)))
    const dueOn = due?.first ? firstDue(due.first, rule?.years ?? 0, null) : null
    if (rule && due && dueOn) lines.push({ ...lineOf(rule, dueOn, due.ids.length), ...(await countyTitle(viewer, tx)) })
  }
  return { lines, unknown }
}

const lineOf = ({ kind, basis, years }: Rule, dueOn: string, rows: number) => ({
  kind,
  basis,
  years,
  dueOn,
  rows,
  heldBy: null,
})

async function countyTitle(viewer: Viewer, tx: Tx) {
  const { name } = await tx.organisation.findUniqueOrThrow({
    where: { id: viewer.organisationId ?? '' },
    select: { name: true },
  })
  return { projectId: null, projectKey: null, title: name }
}

async function dueOfProject(viewer: Viewer, tx: Tx, project: Kept, rules: readonly Rule[], day: string) {
  const lines: DueLine[] = []
  const unknown: Unknown[] = []
  let belonging: ReadonlyMap<string, Rows> | null = null
  for (const kind of kindsOfProject.toReversed()) {
    const rule = ruleFor(rules, kind, project.programmeId)
    if (!rule) continue
    const { key: projectKey, name: title, id: projectId } = project
    if (rule.start === 'project_end' && project.end === null) unknown.push({ kind, title, projectKey })
    const whole = wholeDue(project, rule)
    const before = rule.start === 'created' && kind !== 'project' ? madeBefore(day, rule.years, project.floor) : null
    if ((whole === null || whole > day) && before === null) continue
    belonging ??= await readBelonging(viewer, tx, projectId)
    const found = await dueRows(viewer, tx, kind, belonging, before)
    const dueOn = before === null ? whole : found.first && firstDue(found.first, rule.years, project.floor)
    if (found.count === 0 || !dueOn) continue
    const heldBy = holdOn(project.holds, kind)?.reason ?? null
    lines.push({ ...lineOf(rule, dueOn, found.count), projectId, projectKey, title, heldBy })
    // Everything of the project is on its line already.
    if (kind === 'project' && heldBy === null) break
  }
  return { lines: lines.toReversed(), unknown }
}

/** Rows and files of a kind of a project; of those made before a moment when one is given. `first`: the day of the oldest. */
export async function dueRows(
  viewer: Viewer,
  tx: Tx,
  kind: KindOfProject,
  belonging: ReadonlyMap<string, Rows>,
  before: Date | null,
): Promise<{ rows: DueRows[]; fileIds: string[]; count: number; first: string | null }> {
  if (kind === 'project') {
    const all = [...belonging.values()]
    const fileIds = [...new Set(all.flatMap((rows) => rows.fileIds))]
    const mails = await mailsOf(viewer, tx, belonging.get('Project')?.ids[0] ?? '')
    const count = all.reduce((sum, rows) => sum + rows.count, fileIds.length + mails.length)
    return { rows: all, fileIds, count, first: null }
  }
  if (kind === 'files') return dueFiles(tx, belonging, before)
  const rows: DueRows[] = []
  const days: string[] = []
  const fileIds: string[] = []
  for (const [table, made] of tablesOfKind[kind]) {
    const all = belonging.get(table)
    if (!all) throw new Error(`${table} does not belong to projects`)
    const due = await madeRows(tx, table, made, all.ids, before)
    rows.push({ table, where: 't.id = ANY($1::uuid[])', values: [due.ids], ids: due.ids })
    if (due.first) days.push(due.first)
    if (all.fileIds.length > 0) fileIds.push(...(await filesOf(tx, table, due.ids)))
  }
  return {
    rows,
    fileIds,
    count: rows.reduce((sum, { ids }) => sum + ids.length, fileIds.length),
    first: days.sort()[0] ?? null,
  }
}

async function madeRows(tx: Tx, table: string, made: string | null, ids: string[], before: Date | null) {
  const when = made === null ? 'NULL::timestamptz' : `t."${made}"`
  const found = await tx.$queryRawUnsafe<{ id: string; at: Date | null }[]>(
    `SELECT t.id::text AS id, ${when} AS at FROM "${table}" t
      WHERE t.id = ANY($1::uuid[]) AND ($2::timestamptz IS NULL OR coalesce(${when} < $2::timestamptz, true))`,
    ids,
    before,
  )
  const days = found.flatMap(({ at }) => (at ? [dateInHelsinki(at)] : []))
  return { ids: found.map(({ id }) => id), first: days.sort()[0] ?? null }
}

async function filesOf(tx: Tx, table: string, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT DISTINCT "fileId"::text AS id FROM "${table}" WHERE id = ANY($1::uuid[]) AND "fileId" IS NOT NULL`,
    ids,
  )
  return rows.map(({ id }) => id)
}

async function dueFiles(tx: Tx, belonging: ReadonlyMap<string, Rows>, before: Date | null) {
  const named = tablesOfFiles.flatMap((table) => belonging.get(table)?.fileIds ?? [])
  const files = await tx.storedFile.findMany({
    where: {
      id: { in: [...new Set(named)] },
      mediaType: { not: destroyedMark },
      logoOf: { none: {} },
      ...(before && { createdAt: { lt: before } }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, createdAt: true },
  })
  const fileIds = files.map(({ id }) => id)
  const first = files[0] ? dateInHelsinki(files[0].createdAt) : null
  return { rows: [], fileIds, count: fileIds.length, first }
}

/** Mails that were sent or given up, and sign-ins that have ended, made before a moment; of held projects no mail. */
export async function dueOfCounty(
  viewer: Viewer,
  tx: Tx,
  kind: KindOfCounty,
  before: Date | null,
): Promise<{ ids: string[]; first: string | null }> {
  if (before === null) return { ids: [], first: null }
  const rows =
    kind === 'mails'
      ? await tx.$queryRaw<{ id: string; at: Date }[]>`
          SELECT m.id::text AS id, m."createdAt" AS at FROM "Mail" m
           WHERE m.state IN ('sent', 'failed') AND m."createdAt" < ${before}
             AND NOT EXISTS (SELECT 1 FROM "Notification" n JOIN "RetentionHold" h ON h."projectId" = n."projectId"
                              WHERE n."mailId" = m.id AND h."liftedAt" IS NULL AND h.kind IS NULL)
           ORDER BY m."createdAt"`
      : await tx.$queryRaw<{ id: string; at: Date }[]>`
          SELECT s.id::text AS id, s."authenticatedAt" AS at FROM "LoginSession" s JOIN "User" u ON u.id = s."userId"
           WHERE u."organisationId" = ${viewer.organisationId}::uuid AND s."authenticatedAt" < ${before}
             AND (s."revokedAt" IS NOT NULL OR s."expiresAt" < ${now()}) ORDER BY s."authenticatedAt"`
  return { ids: rows.map(({ id }) => id), first: rows[0] ? dateInHelsinki(rows[0].at) : null }
}
