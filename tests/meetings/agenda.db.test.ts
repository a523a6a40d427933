import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveItem, removeItem, saveItem } from '@/lib/meetings/agenda/commands'
import { saveMeeting } from '@/lib/meetings/commands'
import { findMeeting } from '@/lib/meetings/queries'
import { approveMeeting, checkMeeting, returnMeeting } from '@/lib/meetings/standing/commands'
import { setClock } from '@/lib/platform/clock'
import { itemInput, makeBody, makeItem, makeMeeting, meetingInput, meetingOf } from '../support/builders/meetings'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let bodyId: string
beforeEach(async () => {
  setClock(new Date('2025-12-20T10:00:00Z'))
  round = await makeRound()
  bodyId = await makeBody(round)
})
afterEach(() => setClock(null))

/** A meeting of the body with this many items, and what came before. */
async function meetingWith(count: number, heldOn = '2025-11-12'): Promise<string> {
  const meetingId = await makeMeeting(round, bodyId, { heldOn })
  for (let no = 1; no <= count; no += 1) await makeItem(round.director, meetingId, { title: `Asia ${no}` })
  return meetingId
}
const versionOf = async (meetingId: string) => (await meetingOf(round, meetingId)).version
const check = async (meetingId: string, who = round.director) =>
  checkMeeting(who, { meetingId, version: await versionOf(meetingId) })
const numbers = async (meetingId: string) => (await meetingOf(round, meetingId)).items.map(({ number }) => number)

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_FOUND'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('write, move or remove items: %s', async (role, reason) => {
    const meetingId = await meetingWith(2)
    const [first] = (await meetingOf(round, meetingId)).items
    const itemId = first?.id ?? ''
    const place = { meetingId, itemId, version: 1 }
    expect(await saveItem(round[role], itemInput(meetingId))).toEqual({ ok: false, reason })
    expect(await saveItem(round[role], itemInput(meetingId, place))).toEqual({ ok: false, reason })
    expect(await moveItem(round[role], { ...place, version: 3, direction: 'down' })).toEqual({ ok: false, reason })
    expect(await removeItem(round[role], place)).toEqual({ ok: false, reason })
    expect((await meetingOf(round, meetingId)).items).toHaveLength(2)
  })

  it('approve: the writer without the right, a coordinator, a stranger', async () => {
    const meetingId = await meetingWith(1)
    await check(meetingId)
    const place = { meetingId, version: await versionOf(meetingId) }
    expect(await approveMeeting(round.finance, place)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await approveMeeting(round.auditor, place)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await approveMeeting(round.coordinator, place)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await approveMeeting(round.otherCounty, place)).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it('anybody, about units and changes of another project, or items of another meeting', async () => {
    const other = await makeRound()
    const meetingId = await meetingWith(1)
    expect(await saveItem(round.director, itemInput(meetingId, { workPackageId: other.unit.id }))).toMatchObject({
      reason: 'INVALID',
      fields: { workPackageId: 'meetings.error.choice' },
    })
    const elsewhere = await meetingWith(1, '2025-12-01')
    const [foreign] = (await meetingOf(round, elsewhere)).items
    const place = { meetingId, itemId: foreign?.id ?? '', version: 1 }
    expect(await saveItem(round.director, itemInput(meetingId, place))).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await removeItem(round.director, place)).toMatchObject({ reason: 'NOT_FOUND' })
  })
})

describe('order', () => {
  it('changes one place at a time, and is told to who saw another one', async () => {
    const meetingId = await meetingWith(3)
    const titles = async () => (await meetingOf(round, meetingId)).items.map(({ title }) => title)
    const third = (await meetingOf(round, meetingId)).items[2]?.id ?? ''
    const version = await versionOf(meetingId)
    const up = { meetingId, version, itemId: third, direction: 'up' as const }
    const both = await Promise.all([moveItem(round.director, up), moveItem(round.finance, up)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'STALE' })
    expect(await titles()).toEqual(['Asia 1', 'Asia 3', 'Asia 2'])
    await moveItem(round.director, { ...up, version: version + 1 })
    expect(await titles()).toEqual(['Asia 3', 'Asia 1', 'Asia 2'])
  })
})

describe('an item', () => {
  it('that two people write keeps the first text and tells the second', async () => {
    const meetingId = await meetingWith(0)
    const itemId = await makeItem(round.director, meetingId)
    const write = (proposal: string) =>
      saveItem(round.director, itemInput(meetingId, { itemId, version: 1, proposal, discussion: ['a', 'b'] }))
    expect((await write('Ensimmäinen')).ok).toBe(true)
    expect(await write('Toinen')).toEqual({ ok: false, reason: 'STALE' })
    const [item] = (await meetingOf(round, meetingId)).items
    expect(item).toMatchObject({ proposal: 'Ensimmäinen', discussion: ['a', 'b'], version: 2 })
  })
})

describe('§ numbers', () => {
  it('are shown before and given at checking, going on in the year of the body', async () => {
    const first = await meetingWith(2)
    await check(first)
    const second = await meetingWith(3, '2025-12-10')
    const view = await findMeeting(round.director, round.projectId, second)
    expect([...(view?.expected.values() ?? [])]).toEqual([3, 4, 5])
    expect(await numbers(second)).toEqual([null, null, null])
    await check(second)
    expect([await numbers(first), await numbers(second)]).toEqual([
      [1, 2],
      [3, 4, 5],
    ])
    const otherBody = await makeBody(round, 'Projektiryhmä')
    const third = await makeMeeting(round, otherBody)
    await makeItem(round.director, third)
    await check(third)
    const nextYear = await meetingWith(1, '2026-01-15')
    await check(nextYear)
    expect([await numbers(third), await numbers(nextYear)]).toEqual([[1], [1]])
  })

  it('of meetings that are checked at once neither meet nor leave a gap', async () => {
    const meetings = await Promise.all([3, 1, 4, 2, 5].map((count) => meetingWith(count)))
    const done = await Promise.all(meetings.map((id) => check(id)))
    expect(done.every(({ ok }) => ok)).toBe(true)
    const given = await Promise.all(meetings.map(numbers))
    const all = given.flat().sort((a, b) => (a ?? 0) - (b ?? 0))
    expect(all).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    for (const own of given) expect(own).toEqual(own.map((_, index) => (own[0] ?? 0) + index))
  })

  it('need a day and an item', async () => {
    const empty = await meetingWith(0)
    expect(await check(empty)).toMatchObject({ reason: 'NO_ITEMS' })
    const undated = await makeMeeting(round, bodyId, { heldOn: null })
    await makeItem(round.director, undated)
    expect(await check(undated)).toMatchObject({ reason: 'NO_DAY' })
    expect((await findMeeting(round.director, round.projectId, undated))?.expected.size).toBe(0)
  })

  it('are given up when the last meeting goes back to draft, and stay when another goes on from them', async () => {
    const first = await meetingWith(2)
    await check(first)
    const second = await meetingWith(1, '2025-12-10')
    await check(second)
    const back = async (meetingId: string) =>
      returnMeeting(round.director, { meetingId, version: await versionOf(meetingId), reason: 'Kohta puuttui.' })
    expect((await back(first)).ok).toBe(true)
    expect(await numbers(first)).toEqual([1, 2])
    expect(await saveItem(round.director, itemInput(first))).toMatchObject({ reason: 'NUMBERED' })
    const [item] = (await meetingOf(round, first)).items
    const place = { meetingId: first, itemId: item?.id ?? '' }
    expect(await removeItem(round.director, { ...place, version: 1 })).toMatchObject({ reason: 'NUMBERED' })
    const version = await versionOf(first)
    expect(await moveItem(round.director, { ...place, version, direction: 'down' })).toMatchObject({
      reason: 'NUMBERED',
    })
    const moved = meetingInput(round, bodyId, { meetingId: first, version, heldOn: '2026-01-02' })
    expect(await saveMeeting(round.director, moved)).toMatchObject({
      reason: 'INVALID',
      fields: { heldOn: 'meetings.error.numbered' },
    })
    expect((await saveItem(round.director, itemInput(first, { ...place, version: 1, title: 'Uusi' }))).ok).toBe(true)
    expect((await back(second)).ok).toBe(true)
    expect(await numbers(second)).toEqual([null])
    await makeItem(round.director, second)
    await check(second)
    await check(first)
    expect([await numbers(first), await numbers(second)]).toEqual([
      [1, 2],
      [3, 4],
    ])
  })
})

describe('states', () => {
  it('lock what was checked and approved', async () => {
    const meetingId = await meetingWith(2)
    const [item] = (await meetingOf(round, meetingId)).items
    const place = { meetingId, itemId: item?.id ?? '', version: 1 }
    const tries = async () => {
      const version = await versionOf(meetingId)
      return Promise.all([
        saveItem(round.director, itemInput(meetingId)),
        saveItem(round.director, itemInput(meetingId, place)),
        removeItem(round.director, place),
        moveItem(round.director, { ...place, version, direction: 'down' }),
        saveMeeting(round.director, meetingInput(round, bodyId, { meetingId, version })),
      ])
    }
    await check(meetingId)
    expect((await tries()).every((one) => !one.ok && one.reason === 'LOCKED')).toBe(true)
    await approveMeeting(round.steering, { meetingId, version: await versionOf(meetingId) })
    expect((await tries()).every((one) => !one.ok && one.reason === 'LOCKED')).toBe(true)
    const version = await versionOf(meetingId)
    expect(await returnMeeting(round.director, { meetingId, version, reason: 'Syy' })).toMatchObject({
      reason: 'WRONG_STATE',
    })
    expect(await meetingOf(round, meetingId)).toMatchObject({
      state: 'approved',
      approvedById: round.steering.userId,
      checkedById: round.director.userId,
    })
  })

  it('change once when two press at the same time, and not before the meeting was held', async () => {
    const meetingId = await meetingWith(1, '2025-12-24')
    const version = await versionOf(meetingId)
    const both = await Promise.all([1, 2].map(() => checkMeeting(round.director, { meetingId, version })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const place = { meetingId, version: version + 1 }
    expect(await approveMeeting(round.director, place)).toMatchObject({ reason: 'NOT_HELD' })
    setClock(new Date('2025-12-24T10:00:00Z'))
    expect(await approveMeeting(round.director, { ...place, version })).toMatchObject({ reason: 'STALE' })
    expect((await approveMeeting(round.director, place)).ok).toBe(true)
  })
})
