// A body and its meetings in the project of a round. Used by the tests of meetings and by the replay recipes.
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { saveItem } from '@/lib/meetings/agenda/commands'
import type { ItemInput } from '@/lib/meetings/agenda/schema'
import { saveBody, saveMeeting } from '@/lib/meetings/commands'
import type { MeetingInput } from '@/lib/meetings/schema'
import type { Result } from '@/lib/values/result'
import type { Round } from './round'

export function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

export async function makeBody({ director, projectId }: Round, name = 'Ohjausryhmä'): Promise<string> {
  return value(await saveBody(director, { projectId, bodyId: null, version: 0, name })).bodyId
}

export const meetingInput = (round: Round, bodyId: string, change: Partial<MeetingInput> = {}): MeetingInput => ({
  project: round.projectKey,
  projectId: round.projectId,
  meetingId: null,
  version: 0,
  bodyId,
  title: 'Ohjausryhmä 4/2025',
  heldOn: '2025-11-12',
  timeAsWritten: '9.00–11.00',
  place: 'Teams',
  periodId: round.periodId,
  chairRole: 'Toimialajohtaja',
  secretaryRole: 'Hankesihteeri',
  note: null,
  ...change,
})

export async function makeMeeting(round: Round, bodyId: string, change: Partial<MeetingInput> = {}): Promise<string> {
  return value(await saveMeeting(round.director, meetingInput(round, bodyId, change))).meetingId
}

export const itemInput = (meetingId: string, change: Partial<ItemInput> = {}): ItemInput => ({
  project: 'hanke',
  meetingId,
  itemId: null,
  version: 0,
  title: 'Tilannekatsaus',
  presenterRole: 'Projektijohtaja',
  presenterName: null,
  workPackageId: null,
  planChangeId: null,
  background: null,
  proposal: 'Hyväksytään katsaus.',
  discussion: [],
  ...change,
})

export async function makeItem(who: Viewer, meetingId: string, change: Partial<ItemInput> = {}): Promise<string> {
  return value(await saveItem(who, itemInput(meetingId, change))).itemId
}

/** The meeting as it stands, looked at from behind the application. */
export function meetingOf({ system }: Round, id: string) {
  return asViewer(system, (tx) =>
    tx.meeting.findUniqueOrThrow({
      where: { id },
      include: { items: { orderBy: { sort: 'asc' } }, attendance: { orderBy: { sort: 'asc' } } },
    }),
  )
}

/** Actions in the audit log of the round's county about meetings, in order. */
export async function auditOf({ system, organisationId }: Round): Promise<string[]> {
  const rows = await asViewer(system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId, OR: [{ action: { startsWith: 'meeting.' } }, { action: 'minutes.exported' }] },
      orderBy: { at: 'asc' },
      select: { action: true },
    }),
  )
  return rows.map(({ action }) => action)
}
