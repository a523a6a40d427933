import 'server-only'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import type { Destroyed, LineOutcome } from '@/lib/retention/destruction/model'
import { destroyLine } from '@/lib/retention/destruction/rows/commands'
import { readKept, readRules, wholeDue } from '@/lib/retention/due/queries'
import {
  dueDay,
  holdOn,
  isOfProject,
  kindsOfCounty,
  kindsOfProject,
  type RetentionReason,
  ruleFor,
} from '@/lib/retention/model'
import { retentionOf } from '@/lib/retention/permissions'
import { removeFromDisk } from '@/lib/retention/stored-files/commands'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

type Reason = Exclude<RetentionReason, 'STALE'> | 'NOT_APPROVED' | 'NOT_YET'
export type CarriedOut = {
  destroyed: number
  stopped: number
  waiting: number
  rows: number
  files: number
  closed: boolean
}

/** A large project has tens of thousands of rows in some hundred tables. */
const seconds = 600

/**
 * Carries out a list that two persons stand behind: line by line, each in a transaction of its own with its audit row, so that
 * a break leaves whole lines only; done again it goes on where it broke off. Every line is judged anew. When no line is left
 * the list becomes the record of destruction.
 * Reasons: NOT_ALLOWED, SIGN_IN_AGAIN, NOT_FOUND, NOT_APPROVED (undecided, refused, or carried out already), NOT_YET (no line's
 * day has come).
 */
export async function carryOut(viewer: Viewer, { listId }: { listId: string }): Promise<Result<CarriedOut, Reason>> {
  const held = retentionOf(viewer)
  if (!held || !viewer.userId) return fail('NOT_ALLOWED')
  if (!signedInRecently(viewer, now())) return fail('SIGN_IN_AGAIN')
  const { organisationId } = held
  const list = await asViewer(viewer, (tx) =>
    tx.destructionList.findFirst({
      where: { id: listId, organisationId },
      select: {
        isApproved: true,
        carriedOutAt: true,
        items: { where: { destroyedAt: null, leftOutReason: null }, select: { id: true, kind: true, dueOn: true } },
      },
    }),
  )
  if (!list) return fail('NOT_FOUND')
  if (!list.isApproved || list.carriedOutAt) return fail('NOT_APPROVED')
  const today = dateInHelsinki(now())
  if (list.items.length > 0 && list.items.every(({ dueOn }) => dayText(dueOn) > today)) return fail('NOT_YET')
  const sum: CarriedOut = { destroyed: 0, stopped: 0, waiting: 0, rows: 0, files: 0, closed: false }
  const order = [...kindsOfCounty, ...kindsOfProject]
  for (const { id } of list.items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
    const { outcome, done } = await carryOutLine(viewer, { ...held, listId, itemId: id, today })
    if (outcome !== 'gone') sum[outcome] += 1
    sum.rows += done?.rows ?? 0
    sum.files += done?.files ?? 0
  }
  return ok({ ...sum, closed: await close(viewer, { ...held, listId }) })
}

/**
 * The product itself, bound to the one county: its transaction is its own even where a form's act is held together in another,
 * so that each line stands by itself.
 */
const actorOf = (viewer: Viewer, organisationId: string): Viewer =>
  systemViewer('retention', organisationId, viewer.requestId)

type Place = { organisationId: string; right: string; listId: string }

/** The list is locked while a line is judged and destroyed: whoever carries it out at the same time waits for the line. */
async function lockOpen(tx: Tx, { organisationId, listId }: Place): Promise<{ year: number; preparedAt: Date } | null> {
  const [list] = await tx.$queryRaw<{ year: number; preparedAt: Date }[]>`
    SELECT year, "preparedAt" FROM "DestructionList"
     WHERE id = ${listId}::uuid AND "organisationId" = ${organisationId}::uuid AND "isApproved" AND "carriedOutAt" IS NULL
       FOR UPDATE`
  return list ?? null
}

async function carryOutLine(
  viewer: Viewer,
  place: Place & { itemId: string; today: string },
): Promise<{ outcome: LineOutcome; done: Destroyed | null }> {
  const { organisationId, right, listId, itemId, today } = place
  const actor = actorOf(viewer, organisationId)
  const answer = await asViewer(
    actor,
    async (tx): Promise<{ outcome: LineOutcome; done: Destroyed | null }> => {
      const list = await lockOpen(tx, place)
      const item = await tx.destructionItem.findFirst({
        where: { id: itemId, listId, destroyedAt: null, leftOutReason: null },
        select: { kind: true, projectId: true, projectKey: true, dueOn: true },
      })
      if (!list || !item) return { outcome: 'gone', done: null }
      if (dayText(item.dueOn) > today) return { outcome: 'waiting', done: null }
      const record = (
        action: 'destruction.line_done' | 'destruction.line_stopped',
        data: Record<string, string | number>,
      ) =>
        recordAudit(tx, viewer, {
          action,
          right,
          subjectType: 'destruction_list',
          subjectId: listId,
          organisationId,
          data: { line: itemId, kind: item.kind, ...(item.projectKey && { key: item.projectKey }), ...data },
        })
      // Whoever writes into the project, or places a hold on it, waits until this is done; what came first is seen here.
      if (item.projectId) await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${item.projectId}::uuid FOR UPDATE`
      const stopped = await whyNot(viewer, actor, tx, item, today)
      if (stopped !== null) {
        await tx.destructionItem.update({ where: { id: itemId }, data: { leftOutReason: stopped } })
        await record('destruction.line_stopped', { reason: stopped })
        return { outcome: 'stopped', done: null }
      }
      const done = await destroyLine(actor, tx, { ...item, listId, today, ...list })
      await tx.destructionItem.update({
        where: { id: itemId },
        data: { destroyedAt: now(), destroyedRows: done.rows, destroyedFiles: done.files },
      })
      await record('destruction.line_done', { rows: done.rows, files: done.files })
      return { outcome: 'destroyed', done }
    },
    { seconds },
  )
  // After the commit: a break in between leaves a file that nothing names, which sweeping finds, never a row without its file.
  if (answer.done) await removeFromDisk(actor, answer.done.onDisk)
  return answer
}

type Line = { kind: Parameters<typeof ruleFor>[1]; projectId: string | null }

/** Why a line is not destroyed now, in words for the record; null when it is. */
async function whyNot(viewer: Viewer, actor: Viewer, tx: Tx, { kind, projectId }: Line, today: string) {
  const t = words(viewer.locale)
  const rules = await readRules(actor, tx)
  if (!isOfProject(kind) || projectId === null) return ruleFor(rules, kind, null) ? null : t('retention.stopped.notDue')
  const [project] = await readKept(actor, tx, projectId)
  if (!project) return t('retention.stopped.gone')
  const hold = holdOn(project.holds, kind)
  if (hold) return t('retention.stopped.held', { reason: hold.reason })
  const rule = ruleFor(rules, kind, project.programmeId)
  if (!rule) return t('retention.stopped.notDue')
  // What goes row by row is due as a whole at the earliest after the day until which everything is kept.
  const rowByRow = rule.start === 'created' && kind !== 'project'
  const due = rowByRow ? dueDay('1900-01-01', 0, project.floor) : wholeDue(project, rule)
  return due === null || due > today ? t('retention.stopped.notDue') : null
}

/** Once no line is left the list is carried out, and stays as it is from then on. */
async function close(viewer: Viewer, place: Place): Promise<boolean> {
  const { organisationId, right, listId } = place
  return asViewer(actorOf(viewer, organisationId), async (tx) => {
    if (!(await lockOpen(tx, place))) return false
    const open = await tx.destructionItem.count({ where: { listId, destroyedAt: null, leftOutReason: null } })
    if (open > 0) return false
    const lines = await tx.destructionItem.aggregate({
      where: { listId, destroyedAt: { not: null } },
      _count: true,
      _sum: { destroyedRows: true, destroyedFiles: true },
    })
    await tx.destructionList.update({ where: { id: listId }, data: { carriedOutAt: now() } })
    await recordAudit(tx, viewer, {
      action: 'destruction.carried_out',
      right,
      subjectType: 'destruction_list',
      subjectId: listId,
      organisationId,
      data: {
        lines: lines._count,
        rows: lines._sum.destroyedRows ?? 0,
        files: lines._sum.destroyedFiles ?? 0,
      },
    })
    return true
  })
}
