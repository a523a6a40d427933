import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import type { RetentionReason } from '@/lib/retention/model'
import { retentionOf } from '@/lib/retention/permissions'
import type { newRuleSchema, removeRuleSchema, ruleSchema } from '@/lib/retention/schema'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = Extract<RetentionReason, 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE'> | 'EXISTS'

/** One writer at a time: two rules of one kind and programme cannot come about. */
async function oneAtATime(tx: Tx, organisationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('retention/' || ${organisationId}, 0))`
}

/** Whether the county has a rule of the kind for the programme already; the rule itself left out. */
async function isTaken(tx: Tx, organisationId: string, { kind, programme }: Asked, ruleId?: string): Promise<boolean> {
  const where = { organisationId, kind, programmeId: programme, ...(ruleId && { id: { not: ruleId } }) }
  return (await tx.retentionRule.count({ where })) > 0
}
type Asked = Pick<z.output<typeof newRuleSchema>, 'kind' | 'programme'>

/** Adds a rule. Reasons: NOT_ALLOWED, NOT_FOUND (no such programme), EXISTS (the kind has a rule for the programme). */
export async function addRule(
  viewer: Viewer,
  { kind, programme, start, years, basis }: z.output<typeof newRuleSchema>,
): Promise<Result<null, Reason>> {
  const held = retentionOf(viewer)
  if (!held) return fail('NOT_ALLOWED')
  const { organisationId, right } = held
  return asViewer(viewer, async (tx) => {
    await oneAtATime(tx, organisationId)
    if (programme && !(await tx.programme.findUnique({ where: { id: programme }, select: { id: true } })))
      return fail('NOT_FOUND')
    if (await isTaken(tx, organisationId, { kind, programme }))
      return fail('EXISTS', { kind: 'retention.error.exists' })
    const { id } = await tx.retentionRule.create({
      data: { organisationId, kind, programmeId: programme, start, years, basis },
      select: { id: true },
    })
    await recordAudit(tx, viewer, {
      action: 'retention.rule_added',
      right,
      subjectType: 'retention_rule',
      subjectId: id,
      organisationId,
      data: { kind, programmeId: programme, start, years, basis },
    })
    return ok(null)
  })
}

/** Changes a rule. Reasons: NOT_ALLOWED, NOT_FOUND, STALE (changed since it was read), EXISTS. */
export async function changeRule(
  viewer: Viewer,
  { ruleId, version, kind, programme, start, years, basis }: z.output<typeof ruleSchema>,
): Promise<Result<null, Reason>> {
  const held = retentionOf(viewer)
  if (!held) return fail('NOT_ALLOWED')
  const { organisationId, right } = held
  return asViewer(viewer, async (tx) => {
    await oneAtATime(tx, organisationId)
    const before = await tx.retentionRule.findFirst({
      where: { id: ruleId, organisationId },
      select: { kind: true, programmeId: true, start: true, years: true, basis: true },
    })
    if (!before) return fail('NOT_FOUND')
    if (programme && !(await tx.programme.findUnique({ where: { id: programme }, select: { id: true } })))
      return fail('NOT_FOUND')
    if (await isTaken(tx, organisationId, { kind, programme }, ruleId))
      return fail('EXISTS', { kind: 'retention.error.exists' })
    const changed = await tx.retentionRule.updateMany({
      where: { id: ruleId, organisationId, version },
      data: { kind, programmeId: programme, start, years, basis, version: { increment: 1 } },
    })
    if (changed.count === 0) return fail('STALE')
    await recordAudit(tx, viewer, {
      action: 'retention.rule_changed',
      right,
      subjectType: 'retention_rule',
      subjectId: ruleId,
      organisationId,
      data: { before, after: { kind, programmeId: programme, start, years, basis } },
    })
    return ok(null)
  })
}

/** Removes a rule: what it spoke of is kept without an end. Reasons: NOT_ALLOWED, NOT_FOUND, STALE. */
export async function removeRule(
  viewer: Viewer,
  { ruleId, version }: z.output<typeof removeRuleSchema>,
): Promise<Result<null, Reason>> {
  const held = retentionOf(viewer)
  if (!held) return fail('NOT_ALLOWED')
  const { organisationId, right } = held
  return asViewer(viewer, async (tx) => {
    const before = await tx.retentionRule.findFirst({
      where: { id: ruleId, organisationId },
      select: { kind: true, programmeId: true, start: true, years: true, basis: true },
    })
    if (!before) return fail('NOT_FOUND')
    const removed = await tx.retentionRule.deleteMany({ where: { id: ruleId, organisationId, version } })
    if (removed.count === 0) return fail('STALE')
    await recordAudit(tx, viewer, {
      action: 'retention.rule_removed',
      right,
      subjectType: 'retention_rule',
      subjectId: ruleId,
      organisationId,
      data: { before },
    })
    return ok(null)
  })
}
