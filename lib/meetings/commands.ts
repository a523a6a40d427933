import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { reliedOn } from '@/lib/meetings/decisions/queries'
import type { MeetingReason } from '@/lib/meetings/model'
import { rightToWriteMeetings, visibleTo } from '@/lib/meetings/permissions'
import type { AttendanceInput, BodyInput, MeetingInput, MeetingRemoval } from '@/lib/meetings/schema'
import { writeInMeeting } from '@/lib/meetings/standing/commands'
import { recordAudit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'
import { type FieldErrors, fail, ok, type Result } from '@/lib/values/result'

/** Adds a deciding body, or gives one another name. Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function saveBody(
  viewer: Viewer,
  { projectId, bodyId, version, name }: BodyInput,
): Promise<Result<{ bodyId: string }, MeetingReason>> {
  return asViewer(viewer, async (tx): Promise<Result<{ bodyId: string }, MeetingReason>> => {
    const allowed = await writableProject(viewer, tx, projectId)
    if (!allowed.ok) return allowed
    const { organisationId, right } = allowed.value
    let id = bodyId
    if (id === null) {
      const sort = await tx.steeringBody.count({ where: { projectId } })
      id = (await tx.steeringBody.create({ data: { organisationId, projectId, name, sort }, select: { id: true } })).id
    } else {
      const where = { id, projectId, ...visibleTo(viewer) }
      const renamed = await tx.steeringBody.updateMany({
        where: { ...where, version },
        data: { name, version: { increment: 1 } },
      })
      if (renamed.count === 0) return fail((await tx.steeringBody.count({ where })) > 0 ? 'STALE' : 'NOT_FOUND')
    }
    await recordAudit(tx, viewer, {
      action: 'meeting.body_saved',
      right,
      subjectType: 'steering_body',
      subjectId: id,
      organisationId,
      data: { name },
    })
    return ok({ bodyId: id })
  })
}

/**
 * Makes a meeting, or writes what is known of one. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE, INVALID at the field: a body
 * or period that is not the project's, another body or year when the items have their numbers.
 */
export async function saveMeeting(
  viewer: Viewer,
  input: MeetingInput,
): Promise<Result<{ meetingId: string }, MeetingReason>> {
  const { project: _address, meetingId, version, projectId, heldOn, ...texts } = input
  const data = { ...texts, heldOn: heldOn ? new Date(heldOn) : null }
  if (meetingId === null) return makeMeeting(viewer, projectId, data)
  return writeInMeeting(viewer, meetingId, async (tx, meeting, record) => {
    const wrong = await strangers(tx, meeting.projectId, input)
    if (wrong) return fail('INVALID', wrong)
    const numbered = await tx.agendaItem.findFirst({
      where: { meetingId, bodyId: { not: null } },
      select: { year: true },
    })
    if (numbered && (input.bodyId !== meeting.bodyId || heldOn?.slice(0, 4) !== String(numbered.year))) {
      return fail('INVALID', { [input.bodyId === meeting.bodyId ? 'heldOn' : 'bodyId']: 'meetings.error.numbered' })
    }
    const day = heldOn === meeting.heldOn ? {} : { dateAsWritten: null }
    const saved = await tx.meeting.updateMany({
      where: { id: meetingId, version, state: 'draft' },
      data: { ...data, ...day, version: { increment: 1 } },
    })
    if (saved.count === 0) return fail('STALE')
    await record('meeting.edited', { title: texts.title })
    return ok({ meetingId })
  })
}

type Data = Omit<MeetingInput, 'project' | 'meetingId' | 'version' | 'projectId' | 'heldOn'> & { heldOn: Date | null }

function makeMeeting(
  viewer: Viewer,
  projectId: string,
  data: Data,
): Promise<Result<{ meetingId: string }, MeetingReason>> {
  return asViewer(viewer, async (tx) => {
    const allowed = await writableProject(viewer, tx, projectId)
    if (!allowed.ok) return allowed
    const wrong = await strangers(tx, projectId, data)
    if (wrong) return fail('INVALID', wrong)
    const { organisationId, right } = allowed.value
    const sort = await tx.meeting.count({ where: { bodyId: data.bodyId } })
    const { id } = await tx.meeting.create({ data: { ...data, organisationId, sort }, select: { id: true } })
    await recordAudit(tx, viewer, {
      action: 'meeting.added',
      right,
      subjectType: 'meeting',
      subjectId: id,
      organisationId,
      data: { title: data.title },
    })
    return ok({ meetingId: id })
  })
}

async function writableProject(
  viewer: Viewer,
  tx: Tx,
  projectId: string,
): Promise<Result<{ organisationId: string; right: string }, MeetingReason>> {
  const project = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, visibleProjects(viewer)] },
    select: { organisationId: true },
  })
  if (!project) return fail('NOT_FOUND')
  const right = rightToWriteMeetings(viewer, projectId)
  return right ? ok({ ...project, right }) : fail('NOT_ALLOWED')
}

/** The body and the period must be the project's own. */
async function strangers(
  tx: Tx,
  projectId: string,
  { bodyId, periodId }: { bodyId: string; periodId: string | null },
): Promise<FieldErrors | null> {
  if ((await tx.steeringBody.count({ where: { id: bodyId, projectId } })) === 0)
    return { bodyId: 'meetings.error.body' }
  if (periodId === null) return null
  const known = await tx.reportingPeriod.count({ where: { id: periodId, projectId } })
  return known === 0 ? { periodId: 'meetings.error.period' } : null
}

/** NUMBERED: items carry § numbers, so that without the meeting there would be a gap. IN_USE: something outside rests on its decisions. */
export type RemovalReason = MeetingReason | 'NUMBERED' | 'IN_USE'

/**
 * Takes a draft and what hangs on it away. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED (checked or approved), STALE (also when there
 * are other decisions than the person was told), NUMBERED, IN_USE.
 */
export function removeMeeting(
  viewer: Viewer,
  { meetingId, version, decisions }: MeetingRemoval,
): Promise<Result<null, RemovalReason>> {
  return writeInMeeting<null, RemovalReason>(viewer, meetingId, async (tx, meeting, record) => {
    if (meeting.version !== version) return fail('STALE')
    if ((await tx.agendaItem.count({ where: { meetingId, number: { not: null } } })) > 0) return fail('NUMBERED')
    const own = { agendaItem: { meetingId } }
    if ((await tx.decision.count({ where: own })) !== decisions) return fail('STALE')
    if ((await tx.decision.count({ where: { ...own, ...reliedOn } })) > 0) return fail('IN_USE')
    await tx.meeting.delete({ where: { id: meetingId }, select: { id: true } })
    await record('meeting.removed', { title: meeting.title, heldOn: meeting.heldOn })
    return ok(null)
  })
}

/** Writes who took part, all of it at once. Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE. */
export function saveAttendance(
  viewer: Viewer,
  { meetingId, version, rows }: AttendanceInput,
): Promise<Result<{ meetingId: string }, MeetingReason>> {
  return writeInMeeting(viewer, meetingId, async (tx, { organisationId }, record) => {
    const moved = await tx.meeting.updateMany({
      where: { id: meetingId, version, state: 'draft' },
      data: { version: { increment: 1 } },
    })
    if (moved.count === 0) return fail('STALE')
    await tx.attendance.deleteMany({ where: { meetingId } })
    await tx.attendance.createMany({
      data: rows.map(({ role, name, note, present }, sort) => ({
        organisationId,
        meetingId,
        role,
        name: name || null,
        note: note || null,
        present,
        sort,
      })),
    })
    await record('meeting.attendance_saved', { people: rows.length })
    return ok({ meetingId })
  })
}
