import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { saveField } from '@/lib/status-reports/fields/commands'
import { makeRound, type Round, reportOf } from '../support/builders/round'

const start = new Date('2025-10-01T06:00:00Z')
const minutesLater = (minutes: number) => setClock(new Date(start.getTime() + minutes * 60_000))
const path = 'results/text'

let round: Round
let reportId: string
let second: Viewer
beforeAll(async () => {
  round = await makeRound()
  reportId = (await reportOf(round.unit.id, round.periodId)).id
  second = round.otherCoordinator
  await asViewer(round.system, (tx) =>
    tx.workPackageCoordinator.create({
      data: { organisationId: round.organisationId, workPackageId: round.unit.id, userId: String(second.userId) },
    }),
  )
})
beforeEach(async () => {
  setClock(start)
  await asViewer(round.system, (tx) => tx.statusReportEntry.deleteMany({ where: { reportId, path } }))
})
afterEach(() => setClock(null))

const save = async (text: string, version: number, { viewer = round.coordinator, undo = false, at = path } = {}) => {
  const saved = await saveField(viewer, { reportId, path: at, text, version, undo })
  if (!saved.ok) throw new Error(saved.reason)
  return saved.value
}

describe('what a field can be taken back to', () => {
  it('is nobody else’s to take back', async () => {
    await save('Eka', 0)
    const refused = await saveField(round.director, { reportId, path, text: '', version: 1, undo: true })
    expect(refused).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    const foreign = await saveField(round.otherCounty, { reportId, path, text: '', version: 1, undo: true })
    expect(foreign).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })

  it('is what stood there before the turn of writing, not before the last save', async () => {
    expect(await save('E', 0)).toMatchObject({ undo: '' })
    expect(await save('Ek', 1)).toMatchObject({ undo: '' })
    expect(await save('Eka', 2)).toMatchObject({ undo: '' })
    minutesLater(2)
    expect(await save('Eka ja', 3), 'two minutes are no pause yet').toMatchObject({ undo: '' })
    minutesLater(4.1)
    expect(await save('Eka ja toka', 4)).toMatchObject({ undo: 'Eka ja' })
    expect(await save('Eka ja toka.', 5)).toMatchObject({ undo: 'Eka ja' })
  })

  it('is what the other wrote when somebody else goes on', async () => {
    await save('Koordinaattorin', 0)
    expect(await save('Toisen', 1, { viewer: second })).toMatchObject({ undo: 'Koordinaattorin' })
    expect(await save('Toisen teksti', 2, { viewer: second })).toMatchObject({ undo: 'Koordinaattorin' })
  })

  it('is what was carried over when it is changed, and stays when it is only confirmed', async () => {
    const at = `actions/${round.unit.actionIds[0]}/state`
    expect(await save('done', 1, { at })).toMatchObject({ undo: 'in_progress' })
  })

  it('is nothing when the text is typed back', async () => {
    await save('Eka', 0)
    minutesLater(5)
    await save('Toka', 1)
    expect(await save('Eka', 2)).toMatchObject({ undo: null })
  })
})

describe('undoing', () => {
  it('is a save with a version, and can be undone again', async () => {
    await save('Ennen', 0)
    minutesLater(5)
    await save('Jälkeen', 1)
    expect(await save('Ennen', 2, { undo: true })).toMatchObject({ ok: true, version: 3, undo: 'Jälkeen' })
    expect(await save('Jälkeen', 3, { undo: true })).toMatchObject({ ok: true, version: 4, undo: 'Ennen' })
  })

  it('sent again after a lost answer changes nothing more', async () => {
    await save('Ennen', 0)
    minutesLater(5)
    await save('Jälkeen', 1)
    await save('Ennen', 2, { undo: true })
    expect(await save('Ennen', 2, { undo: true })).toMatchObject({ ok: true, version: 3, undo: 'Jälkeen' })
  })

  it('is refused when somebody has written meanwhile', async () => {
    await save('Ennen', 0)
    minutesLater(5)
    await save('Jälkeen', 1)
    await save('Toisen', 2, { viewer: second })
    expect(await save('Ennen', 2, { undo: true })).toMatchObject({
      ok: false,
      reason: 'STALE',
      current: { text: 'Toisen', version: 3, undo: 'Jälkeen' },
    })
  })
})
