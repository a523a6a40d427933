import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { DueLine, Unknown } from '@/lib/retention/due/model'
import { readDue } from '@/lib/retention/due/queries'
import { listHeaders } from '@/lib/retention/lists/queries'
import { isId, type ListHeader, type RetentionRule, retentionKinds } from '@/lib/retention/model'
import { retentionOf } from '@/lib/retention/permissions'
import { dateInHelsinki } from '@/lib/values/calendar'

type Retention = {
  rules: RetentionRule[]
  year: number
  due: DueLine[]
  unknown: Unknown[]
  lists: ListHeader[]
  /** Days for which backups hold what was destroyed; null: Etappi makes none here */
  backupDays: number | null
}

const ruleFields = {
  id: true,
  programmeId: true,
  kind: true,
  start: true,
  years: true,
  basis: true,
  version: true,
  programme: { select: { name: true } },
} as const

/** What the administrator of the county sees of keeping: rules, what is due this year, lists. Null for everybody else. */
export async function findRetention(viewer: Viewer): Promise<Retention | null> {
  const held = retentionOf(viewer)
  if (!held) return null
  const { organisationId } = held
  const year = Number(dateInHelsinki(now()).slice(0, 4))
  const { folder, days } = env().backups
  return asViewer(
    viewer,
    async (tx) => {
      const rows = await tx.retentionRule.findMany({ where: { organisationId }, select: ruleFields })
      const { lines, unknown } = await readDue(viewer, tx, `${year}-12-31`)
      const rules = rows
        .map(({ programme, ...rule }) => ({ ...rule, programmeName: programme?.name ?? null }))
        .sort(
          (a, b) =>
            retentionKinds.indexOf(a.kind) - retentionKinds.indexOf(b.kind) ||
            (a.programmeName ?? '').localeCompare(b.programmeName ?? '', 'fi'),
        )
      const lists = await listHeaders(viewer, tx, organisationId)
      return { rules, year, due: lines, unknown, lists, backupDays: folder ? days : null }
    },
    { seconds: 120 },
  )
}

/** One rule with the programmes there are; null for those who may not keep rules. `rule` is null for a new one. */
export async function findRule(
  viewer: Viewer,
  ruleId: string | null,
): Promise<{ rule: RetentionRule | null; programmes: { id: string; name: string }[] } | null> {
  const held = retentionOf(viewer)
  if (!held || (ruleId !== null && !isId(ruleId))) return null
  return asViewer(viewer, async (tx) => {
    const programmes = await tx.programme.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    })
    if (ruleId === null) return { rule: null, programmes }
    const row = await tx.retentionRule.findFirst({
      where: { id: ruleId, organisationId: held.organisationId },
      select: ruleFields,
    })
    if (!row) return null
    const { programme, ...rule } = row
    return { rule: { ...rule, programmeName: programme?.name ?? null }, programmes }
  })
}
