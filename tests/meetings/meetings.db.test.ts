import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { fillAgenda } from '@/lib/meetings/agenda/asked/commands'
import { saveAttendance, saveBody, saveMeeting } from '@/lib/meetings/commands'
import { saveDecision } from '@/lib/meetings/decisions/commands'
import { listDecisions } from '@/lib/meetings/decisions/queries'
import { findMeeting, listBodies } from '@/lib/meetings/queries'
import { approveMeeting, checkMeeting, returnMeeting } from '@/lib/meetings/standing/commands'
import { setClock } from '@/lib/platform/clock'
import { listMeetingsAtCut } from '@/lib/rounds/snapshot/meetings/queries'
import { auditOf, makeBody, makeItem, makeMeeting, meetingInput, meetingOf, value } from '../support/builders/meetings'
import { makeRound, type Round } from '../support/builders/round'

/** Nobody’s name; in two parts, so that it is not taken for somebody’s. */
const person = ['Tessa', 'Koevirtanen'].join(' ')

let round: Round
let bodyId: string
beforeEach(async () => {
  setClock(new Date('2025-11-20T10:00:00Z'))
  round = await makeRound()
  bodyId = await makeBody(round)
})
afterEach(() => setClock(null))

const strangers = [
  ['coordinator', 'NOT_ALLOWED'],
  ['steering', 'NOT_ALLOWED'],
  ['auditor', 'NOT_ALLOWED'],
  ['otherCounty', 'NOT_FOUND'],
] as const

describe('who may not write', () => {
  it.each(strangers)('a body or a meeting: %s', async (role, reason) => {
    const named = { projectId: round.projectId, bodyId: null, version: 0, name: 'Muu' }
    expect(await saveBody(round[role], named)).toEqual({ ok: false, reason })
    expect(await saveBody(round[role], { ...named, bodyId, version: 1 })).toEqual({ ok: false, reason })
    expect(await saveMeeting(round[role], meetingInput(round, bodyId))).toEqual({ ok: false, reason })
  })

  it.each([
    ['coordinator', 'NOT_FOUND'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('in a draft that is there: %s', async (role, reason) => {
    const meetingId = await makeMeeting(round, bodyId)
    const who = round[role]
    const place = { meetingId, version: 1 }
    expect(await saveMeeting(who, meetingInput(round, bodyId, place))).toEqual({ ok: false, reason })
    expect(await saveAttendance(who, { ...place, rows: [] })).toEqual({ ok: false, reason })
    expect(await fillAgenda(who, place)).toEqual({ ok: false, reason })
    expect(await checkMeeting(who, place)).toEqual({ ok: false, reason })
    expect(await returnMeeting(who, { ...place, reason: 'Syy' })).toEqual({ ok: false, reason })
  })

  it('a body or a period of another project', async () => {
    const other = await makeRound()
    const foreign = await makeBody(other)
    const field = { ok: false, reason: 'INVALID' }
    expect(await saveMeeting(round.director, meetingInput(round, foreign))).toMatchObject({
      ...field,
      fields: { bodyId: 'meetings.error.body' },
    })
    expect(await saveMeeting(round.director, meetingInput(round, bodyId, { periodId: other.periodId }))).toMatchObject({
      ...field,
      fields: { periodId: 'meetings.error.period' },
    })
  })
})

describe('who may read', () => {
  it('a draft only those who read meetings, approved minutes everybody of the project, names only the former', async () => {
    const meetingId = await makeMeeting(round, bodyId)
    const rows = [{ role: 'Jäsen', name: person, note: '', present: true }]
    await saveAttendance(round.director, { meetingId, version: 1, rows })
    await makeItem(round.director, meetingId, { presenterName: person })
    const seenBy = async (role: 'coordinator' | 'steering' | 'auditor' | 'otherCounty') => {
      const found = await findMeeting(round[role], round.projectId, meetingId)
      const listed = (await listBodies(round[role], round.projectId)).flatMap((body) => body.meetings)
      expect(listed.length).toBe(found ? 1 : 0)
      return found && [found.attendance[0]?.name ?? null, found.items[0]?.presenterName ?? null, found.withoutNames]
    }
    const named = [person, person, false]
    expect([await seenBy('coordinator'), await seenBy('otherCounty')]).toEqual([null, null])
    expect([await seenBy('steering'), await seenBy('auditor')]).toEqual([named, named])
    const { version } = await meetingOf(round, meetingId)
    await checkMeeting(round.director, { meetingId, version })
    expect(await seenBy('coordinator')).toBeNull()
    await approveMeeting(round.steering, { meetingId, version: version + 1 })
    expect(await seenBy('coordinator')).toEqual([null, null, true])
    expect([await seenBy('steering'), await seenBy('otherCounty')]).toEqual([named, null])
  })
})

describe('writing', () => {
  it('keeps everything that was typed, each with its audit row', async () => {
    const meetingId = await makeMeeting(round, bodyId, { note: 'Kutsu lähetetty.' })
    const changed = meetingInput(round, bodyId, { meetingId, version: 1, title: 'Ohjausryhmä 5/2025', place: null })
    expect((await saveMeeting(round.finance, changed)).ok).toBe(true)
    const rows = [
      { role: 'Puheenjohtaja', name: '', note: 'klo 10 asti', present: true },
      { role: 'Jäsen', name: 'Nimi', note: '', present: false },
    ]
    expect((await saveAttendance(round.finance, { meetingId, version: 2, rows })).ok).toBe(true)
    expect(await meetingOf(round, meetingId)).toMatchObject({
      title: 'Ohjausryhmä 5/2025',
      place: null,
      note: null,
      timeAsWritten: '9.00–11.00',
      periodId: round.periodId,
      version: 3,
      attendance: [
        { role: 'Puheenjohtaja', name: null, note: 'klo 10 asti', present: true },
        { role: 'Jäsen', name: 'Nimi', note: null, present: false },
      ],
    })
    const all = ['meeting.body_saved', 'meeting.added', 'meeting.edited', 'meeting.attendance_saved']
    expect(await auditOf(round)).toEqual(all)
  })

  it('tells who was slower, and writes nothing of theirs', async () => {
    const meetingId = await makeMeeting(round, bodyId)
    const write = (title: string) =>
      saveMeeting(round.director, meetingInput(round, bodyId, { meetingId, version: 1, title }))
    const both = await Promise.all([write('Ensimmäinen'), write('Toinen')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    const first = both[0].ok ? 'Ensimmäinen' : 'Toinen'
    expect(await meetingOf(round, meetingId)).toMatchObject({ title: first, version: 2 })
    const rows = [{ role: 'Jäsen', name: '', note: '', present: true }]
    await saveAttendance(round.director, { meetingId, version: 2, rows })
    expect(await saveAttendance(round.director, { meetingId, version: 2, rows: [] })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    expect((await meetingOf(round, meetingId)).attendance).toHaveLength(1)
    const rename = { projectId: round.projectId, bodyId, version: 1, name: 'Projektiryhmä' }
    expect((await saveBody(round.director, rename)).ok).toBe(true)
    expect(await saveBody(round.director, rename)).toEqual({ ok: false, reason: 'STALE' })
  })
})

describe('what the project asks of the meeting', () => {
  it('comes to the agenda once: the review and every change that waits for a decision', async () => {
    await asViewer(round.system, (tx) =>
      tx.planChange.createMany({
        data: (['proposed', 'in_preparation', 'decided'] as const).map((state, sort) => ({
          organisationId: round.organisationId,
          projectId: round.projectId,
          workPackageId: round.unit.id,
          title: `Muutos ${state}`,
          state,
          sort,
        })),
      }),
    )
    const meetingId = await makeMeeting(round, bodyId)
    expect(await fillAgenda(round.director, { meetingId, version: 1 })).toEqual({ ok: true, value: { added: 3 } })
    const { items } = await meetingOf(round, meetingId)
    expect(items.map(({ title, workPackageId }) => [title, workPackageId])).toEqual([
      ['Hankkeen tilannekatsaus Q3/2025', null],
      ['Hankesuunnitelman muutos: Muutos proposed', round.unit.id],
      ['Hankesuunnitelman muutos: Muutos in_preparation', round.unit.id],
    ])
    expect(items.every(({ proposal }) => proposal)).toBe(true)
    expect(await fillAgenda(round.director, { meetingId, version: 1 })).toMatchObject({ reason: 'STALE' })
    expect(await fillAgenda(round.director, { meetingId, version: 2 })).toMatchObject({ reason: 'NOTHING_ASKED' })
  })
})

describe('a name that is typed into the texts of another meeting', () => {
  it('is left out for who may not know names, and out of what is published', async () => {
    const surname = person.split(' ')[1] ?? ''
    const earlier = await makeMeeting(round, bodyId, { title: 'Ohjausryhmä 2/2025', heldOn: '2025-05-12' })
    const rows = [{ role: 'Asiantuntija', name: person, note: '', present: true }]
    value(await saveAttendance(round.director, { meetingId: earlier, version: 1, rows }))
    const meetingId = await makeMeeting(round, bodyId, { heldOn: '2025-09-12' })
    const text = `Hyväksyttiin ${surname.replace('nen', 'sen')} ehdotus.`
    const itemId = await makeItem(round.director, meetingId, { proposal: text, discussion: [text] })
    const made = { meetingId, itemId, decisionId: null, version: 0, text, decidedOn: null, concerns: [] }
    value(await saveDecision(round.director, made))
    const version = async () => (await meetingOf(round, meetingId)).version
    value(await checkMeeting(round.director, { meetingId, version: await version() }))
    value(await approveMeeting(round.steering, { meetingId, version: await version() }))
    const cut = { periodId: round.periodId, lastDay: '2025-09-30', periods: new Map(), first: null }
    const told = {
      reader: await findMeeting(round.coordinator, round.projectId, meetingId),
      decisions: await listDecisions(round.coordinator, round.projectId, null),
      published: await listMeetingsAtCut(round.director, round.projectId, cut),
    }
    for (const [where, read] of Object.entries(told)) {
      const said = JSON.stringify(read, (_key, one) => (one instanceof Map ? null : one))
      expect(said, where).toContain('Hyväksyttiin [Asiantuntija] ehdotus.')
      expect(said, where).not.toContain('Koevirta')
    }
    const full = JSON.stringify((await findMeeting(round.steering, round.projectId, meetingId))?.items)
    expect(full, 'those who may know names read what was written').toContain('Koevirtasen')
  })
})
