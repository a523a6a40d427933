import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { attachLink } from '@/lib/meetings/attachments/commands'
import { removeMeeting } from '@/lib/meetings/commands'
import { saveDecision } from '@/lib/meetings/decisions/commands'
import { approveMeeting, checkMeeting, returnMeeting } from '@/lib/meetings/standing/commands'
import { decideChange, proposeChange, takeUp } from '@/lib/plan-changes/commands'
import { setClock } from '@/lib/platform/clock'
import { auditOf, makeBody, makeItem, makeMeeting, meetingOf, value } from '../support/builders/meetings'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let bodyId: string
let meetingId: string
let itemId: string
beforeEach(async () => {
  setClock(new Date('2025-11-20T10:00:00Z'))
  round = await makeRound()
  bodyId = await makeBody(round)
  meetingId = await makeMeeting(round, bodyId)
  itemId = await makeItem(round.director, meetingId)
})
afterEach(() => setClock(null))

const version = async (id = meetingId) => (await meetingOf(round, id)).version
const ask = async (part: object = {}) => ({ meetingId, version: await version(), decisions: 0, ...part })
const meetings = () => asViewer(round.system, (tx) => tx.meeting.count({ where: { bodyId } }))
const decide = () => {
  const made = { meetingId, itemId, decisionId: null, version: 0, text: 'Hyväksyttiin.', decidedOn: null, concerns: [] }
  return saveDecision(round.director, made)
}
const check = async (id = meetingId) =>
  value(await checkMeeting(round.director, { meetingId: id, version: await version(id) }))

describe('a meeting is not deleted', () => {
  it.each([
    ['coordinator', 'NOT_FOUND'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('by who may not write it: %s', async (role, reason) => {
    expect(await removeMeeting(round[role], await ask())).toEqual({ ok: false, reason })
    expect(await meetings()).toBe(1)
  })

  it('once it is checked or approved', async () => {
    await check()
    expect(await removeMeeting(round.director, await ask())).toEqual({ ok: false, reason: 'LOCKED' })
    value(await approveMeeting(round.steering, { meetingId, version: await version() }))
    expect(await removeMeeting(round.director, await ask())).toEqual({ ok: false, reason: 'LOCKED' })
    expect(await meetings()).toBe(1)
  })

  it('while its items have numbers that a later meeting goes on from', async () => {
    await check()
    const later = await makeMeeting(round, bodyId, { heldOn: '2025-11-19' })
    await makeItem(round.director, later)
    await check(later)
    value(await returnMeeting(round.director, { meetingId, version: await version(), reason: 'Kohta puuttui.' }))
    expect(await removeMeeting(round.director, await ask())).toEqual({ ok: false, reason: 'NUMBERED' })
    expect(await meetings()).toBe(2)
  })

  it('when it is another one than the person saw, or has decisions that the person was not told of', async () => {
    const seen = await ask()
    await makeItem(round.director, meetingId)
    expect(await removeMeeting(round.director, seen)).toEqual({ ok: false, reason: 'STALE' })
    const told = await ask()
    value(await decide())
    expect(await removeMeeting(round.director, { ...told, version: await version() })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    expect(await meetings()).toBe(1)
  })

  it('while a change of the plan rests on its decision', async () => {
    const { decisionId } = value(await decide())
    const texts = { what: null, why: null, oldText: null, newText: null, oldAmount: null, newAmount: null }
    const place = { reportId: null, workPackageId: null, investmentId: null }
    const { projectId, director } = round
    const { changeId } = value(await proposeChange(director, { projectId, title: 'Siirto', ...place, ...texts }))
    value(await takeUp(director, { changeId, version: 1, note: null }))
    const decided = { asWritten: '11/2025', timeCode: '2025-11', decidedOn: null }
    value(await decideChange(director, { changeId, version: 2, decided, decisionId, note: null }))
    expect(await removeMeeting(director, await ask({ decisions: 1 }))).toEqual({ ok: false, reason: 'IN_USE' })
    expect(await meetings()).toBe(1)
  })
})

describe('a draft', () => {
  it('goes with all that hangs on it, once, and the audit log tells which it was', async () => {
    value(await decide())
    value(await attachLink(round.director, { meetingId, itemId, label: 'Ohje', url: 'https://thl.fi' }))
    const asked = await ask({ decisions: 1 })
    const both = await Promise.all([removeMeeting(round.director, asked), removeMeeting(round.finance, asked)])
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['NOT_FOUND', 'ok'])
    expect(await meetings()).toBe(0)
    const left = await asViewer(round.system, async (tx) => [
      await tx.agendaItem.count({ where: { meetingId } }),
      await tx.decision.count({ where: { projectId: round.projectId } }),
      await tx.agendaAttachment.count({ where: { agendaItemId: itemId } }),
    ])
    expect(left).toEqual([0, 0, 0])
    expect((await auditOf(round)).filter((action) => action === 'meeting.removed')).toHaveLength(1)
    const [row] = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({ where: { action: 'meeting.removed', subjectId: meetingId }, select: { data: true } }),
    )
    expect(row?.data).toEqual({ title: 'Ohjausryhmä 4/2025', heldOn: '2025-11-12' })
  })

  it('that was returned and gave its numbers up leaves no gap', async () => {
    await check()
    value(await returnMeeting(round.director, { meetingId, version: await version(), reason: 'Väärä päivä.' }))
    value(await removeMeeting(round.director, await ask()))
    const next = await makeMeeting(round, bodyId)
    await makeItem(round.director, next)
    await check(next)
    expect((await meetingOf(round, next)).items.map(({ number }) => number)).toEqual([1])
  })
})
