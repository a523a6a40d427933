import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { submitReport } from '@/lib/status-reports/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { endPresence, tellPresence } from '@/lib/status-reports/presence/commands'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

const start = new Date('2025-10-01T06:00:00Z')
const secondsLater = (seconds: number) => setClock(new Date(start.getTime() + seconds * 1000))
const tab = (number: number) => `0197a000-0000-4000-a000-00000000000${number}`

let round: Round
let reportId: string
let second: Viewer
beforeAll(async () => {
  round = await makeRound()
  reportId = (await reportOf(round.unit.id, round.periodId)).id
  second = round.otherCoordinator
})
beforeEach(async () => {
  setClock(start)
  await asViewer(round.system, (tx) => tx.presence.deleteMany())
})
afterEach(() => setClock(null))

const tell = (viewer: Viewer, number: number, path: string | null = null, seen: Record<string, number> = {}) =>
  tellPresence(viewer, { reportId, tab: tab(number), path, seen })
const rows = () =>
  asViewer(round.system, (tx) => tx.presence.findMany({ select: { tab: true, userId: true, path: true } }))

describe('who may not tell of themselves', () => {
  it.each([
    ['the coordinator of another unit', 'otherCoordinator', 'NOT_ALLOWED'],
    ['the director', 'director', 'NOT_ALLOWED'],
    ['finance', 'finance', 'NOT_ALLOWED'],
    ['the steering group', 'steering', 'NOT_FOUND'],
    ['the auditor', 'auditor', 'NOT_FOUND'],
    ['another county', 'otherCounty', 'NOT_FOUND'],
    ['the product itself', 'system', 'NOT_ALLOWED'],
  ] as const)('%s', async (_who, role, reason) => {
    expect(await tell(round[role], 1)).toEqual({ ok: false, reason })
    expect(await rows()).toEqual([])
  })
})

describe('two writers of one report', () => {
  beforeAll(() =>
    asViewer(round.system, (tx) =>
      tx.workPackageCoordinator.create({
        data: { organisationId: round.organisationId, workPackageId: round.unit.id, userId: String(second.userId) },
      }),
    ),
  )

  it('see each other with the field each is in, and not themselves', async () => {
    expect(await tell(round.coordinator, 1)).toMatchObject({ ok: true, value: { others: [] } })
    expect(await tell(second, 2, 'results/text')).toMatchObject({
      value: { others: [{ name: round.coordinator.name, self: false, path: null }] },
    })
    expect(await tell(round.coordinator, 1)).toMatchObject({
      value: { others: [{ name: second.name, self: false, path: 'results/text' }] },
    })
  })

  it('a second tab of the same person is told as their own', async () => {
    await tell(round.coordinator, 1)
    expect(await tell(round.coordinator, 3)).toMatchObject({ value: { others: [{ self: true }] } })
  })

  it('do not count after 15 seconds of silence, and their rows are cleared', async () => {
    await tell(second, 2)
    secondsLater(15)
    expect(await tell(round.coordinator, 1)).toMatchObject({ value: { others: [{ name: second.name }] } })
    secondsLater(16)
    expect(await tell(round.coordinator, 1)).toMatchObject({ value: { others: [] } })
    expect((await rows()).map((row) => row.userId)).toEqual([round.coordinator.userId])
  })

  it('leave by their own word only', async () => {
    await tell(second, 2)
    await endPresence(round.coordinator, { reportId, tab: tab(2) })
    await endPresence(round.otherCounty, { reportId, tab: tab(2) })
    expect(await rows()).toHaveLength(1)
    await endPresence(second, { reportId, tab: tab(2) })
    expect(await rows()).toEqual([])
  })

  it("cannot take over the other's tab", async () => {
    await tell(second, 2, 'results/text')
    await tell(round.coordinator, 2, 'nextSteps/text')
    expect(await rows()).toEqual([{ tab: tab(2), userId: second.userId, path: 'results/text' }])
  })

  it('at the same moment never wait for each other, stale rows or not', async () => {
    for (let number = 1; number <= 9; number += 1) await tell(number % 2 ? second : round.coordinator, number)
    secondsLater(60)
    const told = await Promise.all(
      Array.from({ length: 9 }, (_, index) => tell(index % 2 ? round.coordinator : second, index + 1)),
    )
    expect(told.every(({ ok }) => ok)).toBe(true)
    expect(await rows()).toHaveLength(9)
  })

  it('hear which fields are newer than what their page knows, with the text and its writer', async () => {
    const saved = await saveField(second, { reportId, path: 'results/text', text: 'Uusi', version: 0 })
    expect(saved.ok).toBe(true)
    const heard = await tell(round.coordinator, 1, null, await seenBut('results/text', 0))
    expect(heard).toMatchObject({
      value: { newer: [{ path: 'results/text', text: 'Uusi', version: 1, by: second.name, confirmed: true }] },
    })
    expect(await tell(round.coordinator, 1, null, await seenBut('results/text', 1))).toMatchObject({
      value: { newer: [] },
    })
  })
})

describe('a report that is not open for writing', () => {
  it('is told to be closed', async () => {
    await asViewer(round.system, (tx) => tx.presence.deleteMany())
    const report = await reportOf(round.unit.id, round.periodId)
    setClock(null)
    await asViewer(round.coordinator, async () => {
      const known = report.entries.find(({ path }) => path === 'results/text')
      if (known)
        await saveField(round.coordinator, { reportId, path: 'results/text', text: 'Tehty.', version: known.version })
    })
    await fillReport(round.coordinator, reportId)
    expect(await submitReport(round.coordinator, { reportId, version: report.version })).toMatchObject({ ok: true })
    expect(await tell(round.coordinator, 1)).toEqual({ ok: false, reason: 'LOCKED' })
    expect(await rows()).toEqual([])
  })
})

/** Versions of every field as they stand, but one. */
async function seenBut(path: string, version: number): Promise<Record<string, number>> {
  const { entries } = await reportOf(round.unit.id, round.periodId)
  return { ...Object.fromEntries(entries.map((entry) => [entry.path, entry.version])), [path]: version }
}
