import 'server-only'
import type { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { readDue } from '@/lib/retention/due/queries'
import type { RetentionReason } from '@/lib/retention/model'
import { retentionOf } from '@/lib/retention/permissions'
import type { decideSchema, leaveOutSchema, prepareSchema, withdrawSchema } from '@/lib/retention/schema'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

/** A project has some hundred tables, each of which is asked. */
const seconds = 120

/** A list with which something may still happen, unless it was refused. */
const stillOpen = { carriedOutAt: null, withdrawnAt: null } as const

/**
 * Writes the list of what is due by the end of a year; what a hold keeps is not on it. One list at a time is open in a county.
 * Reasons: NOT_ALLOWED, TOO_EARLY (a year to come), OPEN_LIST, NOTHING_DUE.
 */
export async function prepareList(
  viewer: Viewer,
  { year }: z.output<typeof prepareSchema>,
): Promise<Result<{ listId: string }, 'NOT_ALLOWED' | 'TOO_EARLY' | 'OPEN_LIST' | 'NOTHING_DUE'>> {
  const held = retentionOf(viewer)
  const preparedById = viewer.userId
  if (!held || !preparedById) return fail('NOT_ALLOWED')
  const { organisationId, right } = held
  if (year > Number(dateInHelsinki(now()).slice(0, 4))) return fail('TOO_EARLY', { year: 'retention.error.yearToCome' })
  return asViewer(
    viewer,
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('destruction/' || ${organisationId}, 0))`
      const open = await tx.destructionList.count({
        where: { organisationId, ...stillOpen, OR: [{ isApproved: null }, { isApproved: true }] },
      })
      if (open > 0) return fail('OPEN_LIST')
      const due = await readDue(viewer, tx, `${year}-12-31`)
      const lines = due.lines.filter(({ heldBy }) => heldBy === null)
      if (lines.length === 0) return fail('NOTHING_DUE')
      const { id } = await tx.destructionList.create({
        data: { organisationId, year, preparedById, preparedAt: now() },
        select: { id: true },
      })
      await tx.destructionItem.createMany({
        data: lines.map(({ heldBy: _held, dueOn, ...line }) => ({
          ...line,
          dueOn: new Date(dueOn),
          listId: id,
          organisationId,
        })),
      })
      await recordAudit(tx, viewer, {
        action: 'destruction.prepared',
        right,
        subjectType: 'destruction_list',
        subjectId: id,
        organisationId,
        data: { year, lines: lines.length, rows: lines.reduce((sum, { rows }) => sum + rows, 0) },
      })
      return ok({ listId: id })
    },
    { seconds },
  )
}

/**
 * Takes a line off a list that nobody has decided on yet; it stays on paper with its reason. Whoever decides sees it, or is told
 * that the list has changed. Reasons: NOT_ALLOWED, NOT_FOUND (another county's, decided, withdrawn, or left out already).
 */
export async function leaveOut(
  viewer: Viewer,
  { listId, itemId, reason }: z.output<typeof leaveOutSchema>,
): Promise<Result<null, Extract<RetentionReason, 'NOT_ALLOWED' | 'NOT_FOUND'>>> {
  const held = retentionOf(viewer)
  if (!held) return fail('NOT_ALLOWED')
  const { organisationId, right } = held
  return asViewer(viewer, async (tx) => {
    // The list first: whoever decides at the same time waits, and then finds another version.
    const list = await tx.destructionList.updateMany({
      where: { id: listId, organisationId, decidedAt: null, withdrawnAt: null },
      data: { version: { increment: 1 } },
    })
    if (list.count === 0) return fail('NOT_FOUND')
    const left = await tx.destructionItem.updateMany({
      where: { id: itemId, listId, organisationId, leftOutReason: null },
      data: { leftOutReason: reason },
    })
    if (left.count === 0) return fail('NOT_FOUND')
    await recordAudit(tx, viewer, {
      action: 'destruction.line_left_out',
      right,
      subjectType: 'destruction_list',
      subjectId: listId,
      organisationId,
      data: { line: itemId, reason },
    })
    return ok(null)
  })
}

/**
 * Takes a list back that nobody has decided on yet: only who prepared it, with a reason. It stays on paper, and another one may be
 * prepared. Reasons: NOT_ALLOWED, NOT_FOUND (none of the county), NOT_OWN_LIST, STALE (the list has changed, was decided or
 * withdrawn).
 */
export async function withdrawList(
  viewer: Viewer,
  { listId, version, reason }: z.output<typeof withdrawSchema>,
): Promise<Result<null, 'NOT_ALLOWED' | 'NOT_FOUND' | 'NOT_OWN_LIST' | 'STALE'>> {
  const held = retentionOf(viewer)
  if (!held || !viewer.userId) return fail('NOT_ALLOWED')
  return conclude(
    viewer,
    held,
    { listId, version, reason },
    {
      refusal: (isOwn) => (isOwn ? null : 'NOT_OWN_LIST'),
      action: 'destruction.withdrawn',
      data: { withdrawnAt: now(), withdrawReason: reason },
    },
  )
}

type DecisionReason = RetentionReason | 'OWN_LIST'

/**
 * Approves or refuses a list: another administrator than the one who prepared it. Nothing is destroyed yet. Reasons: NOT_ALLOWED,
 * SIGN_IN_AGAIN (the sign-in is older than 15 minutes), NOT_FOUND, OWN_LIST, STALE (the list has changed, was decided or withdrawn).
 */
export async function decideList(
  viewer: Viewer,
  { listId, version, decision, reason }: z.output<typeof decideSchema>,
): Promise<Result<null, DecisionReason>> {
  const held = retentionOf(viewer)
  const decidedById = viewer.userId
  if (!held || !decidedById) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  const isApproved = decision === 'approve'
  return conclude(
    viewer,
    held,
    { listId, version, reason },
    {
      refusal: (isOwn) => (isOwn ? 'OWN_LIST' : null),
      action: isApproved ? 'destruction.approved' : 'destruction.refused',
      data: { decidedById, decidedAt: now(), isApproved, decisionReason: reason || null },
    },
  )
}

type Conclusion<Refusal> = {
  /** Why this person may not, by whether they prepared the list */
  refusal: (isOwn: boolean) => Refusal | null
  action: 'destruction.withdrawn' | 'destruction.approved' | 'destruction.refused'
  data: Prisma.DestructionListUncheckedUpdateManyInput
}

/** Ends the waiting of a list that is still as the viewer saw it, and records it. */
async function conclude<Refusal extends string>(
  viewer: Viewer,
  { organisationId, right }: NonNullable<ReturnType<typeof retentionOf>>,
  { listId, version, reason }: { listId: string; version: number; reason: string },
  { refusal, action, data }: Conclusion<Refusal>,
): Promise<Result<null, Refusal | 'NOT_FOUND' | 'STALE'>> {
  return asViewer(viewer, async (tx) => {
    const list = await tx.destructionList.findFirst({
      where: { id: listId, organisationId },
      select: { preparedById: true },
    })
    if (!list) return fail('NOT_FOUND')
    const refused = refusal(list.preparedById === viewer.userId)
    if (refused) return fail(refused)
    const concluded = await tx.destructionList.updateMany({
      where: { id: listId, organisationId, version, decidedAt: null, withdrawnAt: null },
      data: { ...data, version: { increment: 1 } },
    })
    if (concluded.count === 0) return fail('STALE')
    const subject = { subjectType: 'destruction_list', subjectId: listId, organisationId } as const
    await recordAudit(tx, viewer, { action, right, ...subject, data: { reason } })
    return ok(null)
  })
}
