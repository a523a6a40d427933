import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { areProjects } from '@/lib/meetings/choices/queries'
import { type ConcernKind, concernColumns, concernKinds } from '@/lib/meetings/decisions/model'
import { reliedOn } from '@/lib/meetings/decisions/queries'
import type { DecisionInput } from '@/lib/meetings/decisions/schema'
import type { MeetingReason } from '@/lib/meetings/model'
import { writeInMeeting } from '@/lib/meetings/standing/commands'
import type { Tx } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/values/result'

export type DecisionReason = MeetingReason | 'IN_USE'

/**
 * Adds a decision to an item, or writes one, with everything it concerns. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE, INVALID
 * at `concerns` when something is not the project's own.
 */
export function saveDecision(
  viewer: Viewer,
  { meetingId, itemId, decisionId, version, text, decidedOn, concerns }: DecisionInput,
): Promise<Result<{ decisionId: string }, MeetingReason>> {
  return writeInMeeting(viewer, meetingId, async (tx, { organisationId, projectId }, record) => {
    if ((await tx.agendaItem.count({ where: { id: itemId, meetingId } })) === 0) return fail('NOT_FOUND')
    if (!(await areProjects(viewer, projectId, concerns))) return fail('INVALID', { concerns: 'meetings.error.choice' })
    const data = { text, decidedOn: decidedOn ? new Date(decidedOn) : null }
    let id = decisionId
    if (id === null) {
      const sort = await tx.decision.count({ where: { agendaItemId: itemId } })
      const row = { ...data, organisationId, projectId, agendaItemId: itemId, sort }
      id = (await tx.decision.create({ data: row, select: { id: true } })).id
    } else {
      const saved = await tx.decision.updateMany({
        where: { id, agendaItemId: itemId, version },
        data: { ...data, version: { increment: 1 } },
      })
      if (saved.count === 0) return fail(await whyNot(tx, itemId, id))
    }
    const known = id
    await tx.decisionSubject.deleteMany({ where: { decisionId: known } })
    await tx.decisionSubject.createMany({
      data: concernKinds.flatMap((kind) =>
        idsOf(concerns, kind).map((thing) => ({ organisationId, decisionId: known, [concernColumns[kind]]: thing })),
      ),
    })
    await record('meeting.decision_saved', { decisionId: known, concerns: concerns.length })
    return ok({ decisionId: known })
  })
}

function idsOf(concerns: DecisionInput['concerns'], kind: ConcernKind): string[] {
  return [...new Set(concerns.filter((one) => one.kind === kind).map(({ id }) => id))]
}

/** Nothing was written: somebody else was faster, or the decision is gone. */
async function whyNot(tx: Tx, itemId: string, id: string): Promise<MeetingReason> {
  return (await tx.decision.count({ where: { id, agendaItemId: itemId } })) > 0 ? 'STALE' : 'NOT_FOUND'
}

/** Takes a decision away. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE, IN_USE (something outside rests on it). */
export function removeDecision(
  viewer: Viewer,
  input: { meetingId: string; itemId: string; decisionId: string; version: number },
): Promise<Result<null, DecisionReason>> {
  const { meetingId, itemId, decisionId, version } = input
  return writeInMeeting<null, 'IN_USE'>(viewer, meetingId, async (tx, _meeting, record) => {
    const where = { id: decisionId, agendaItemId: itemId, agendaItem: { meetingId } }
    if ((await tx.decision.count({ where: { ...where, ...reliedOn } })) > 0) return fail('IN_USE')
    const gone = await tx.decision.deleteMany({ where: { ...where, version } })
    if (gone.count === 0) return fail(await whyNot(tx, itemId, decisionId))
    await record('meeting.decision_removed', { decisionId })
    return ok(null)
  })
}
