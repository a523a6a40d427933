import { beforeAll, describe, expect, it } from 'vitest'
import { saveField, saveFields } from '@/lib/status-reports/fields/commands'
import { confirmField, confirmSection } from '@/lib/status-reports/fields/confirmation/commands'
import { longestFieldText } from '@/lib/status-reports/fields/model'
import { makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let reportId: string
const now = () => reportOf(round.unit.id, round.periodId)
const entry = async (path: string) => (await now()).entries.find((one) => one.path === path)

beforeAll(async () => {
  round = await makeRound()
  reportId = (await now()).id
})

describe('who may not save', () => {
  it.each([
    ['the coordinator of another unit', 'otherCoordinator', 'NOT_ALLOWED'],
    ['the director', 'director', 'NOT_ALLOWED'],
    ['finance', 'finance', 'NOT_ALLOWED'],
    ['the steering group, to whom drafts do not exist', 'steering', 'NOT_FOUND'],
    ['the auditor', 'auditor', 'NOT_FOUND'],
    ['another county', 'otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (_who, role, reason) => {
    const saved = await saveField(round[role], { reportId, path: 'results/text', text: 'x', version: 0 })
    expect(saved).toEqual({ ok: false, reason })
    expect((await now()).entries.find((one) => one.path === 'results/text')).toBeUndefined()
    expect((await now()).events.map((event) => event.type)).toEqual(['opened'])
  })

  it('nobody can save to a report that does not exist', async () => {
    const unknown = '0197a000-0000-7000-8000-000000000001'
    const saved = await saveField(round.coordinator, { reportId: unknown, path: 'results/text', text: 'x', version: 0 })
    expect(saved).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})

describe('what cannot be saved', () => {
  it.each([
    ['an address that is none', 'results/everything', 'UNKNOWN_FIELD'],
    ['an action nobody knows', 'actions/0197a000-0000-7000-8000-000000000001/text', 'UNKNOWN_FIELD'],
    ['a missing action that was not carried over', 'actions/no-7/text', 'UNKNOWN_FIELD'],
  ])('%s', async (_what, path, reason) => {
    const saved = await saveField(round.coordinator, { reportId, path, text: 'x', version: 0 })
    expect(saved.ok && saved.value).toEqual({ path, ok: false, reason })
  })

  it("another unit's action", async () => {
    const others = await reportOf(round.otherUnit.id, round.periodId)
    const foreign = others.entries.find((one) => one.path.startsWith('actions/'))?.path ?? ''
    expect(foreign).not.toBe('')
    const saved = await saveField(round.coordinator, { reportId, path: foreign, text: 'done', version: 0 })
    expect(saved.ok && saved.value).toMatchObject({ ok: false, reason: 'UNKNOWN_FIELD' })
  })

  it('more text than a field takes', async () => {
    const text = 'x'.repeat(longestFieldText + 1)
    const saved = await saveField(round.coordinator, { reportId, path: 'results/text', text, version: 0 })
    expect(saved.ok && saved.value).toMatchObject({ ok: false, reason: 'TOO_LONG' })
  })
})

describe('saving', () => {
  it('starts the report and keeps the text with its writer and version', async () => {
    const saved = await saveField(round.coordinator, {
      reportId,
      path: 'results/text',
      text: 'Eka\r\nrivi',
      version: 0,
    })
    expect(saved.ok && saved.value).toMatchObject({ ok: true, version: 1, confirmed: true })
    expect(await entry('results/text')).toMatchObject({ text: 'Eka\nrivi', version: 1, origin: 'typed' })
    const report = await now()
    expect(report).toMatchObject({ state: 'draft', version: 1 })
    expect(report.events.map((event) => event.type)).toEqual(['opened', 'saved'])
    expect(report.events.at(-1)?.actorId).toBe(round.coordinator.userId)
  })

  it('writes one event for a turn of writing, not one for each save', async () => {
    await saveField(round.coordinator, { reportId, path: 'results/text', text: 'Toka', version: 1 })
    expect((await now()).events.map((event) => event.type)).toEqual(['opened', 'saved'])
    expect(await entry('results/text')).toMatchObject({ text: 'Toka', version: 2 })
  })

  it('answers a repeated save as saved and does not write it twice', async () => {
    const again = await saveField(round.coordinator, { reportId, path: 'results/text', text: 'Toka', version: 1 })
    expect(again.ok && again.value).toMatchObject({ ok: true, version: 2 })
    expect(await entry('results/text')).toMatchObject({ version: 2 })
  })

  it('tells a stale save the other text and keeps it', async () => {
    const stale = await saveField(round.coordinator, { reportId, path: 'results/text', text: 'Vanha', version: 1 })
    expect(stale.ok && stale.value).toMatchObject({
      ok: false,
      reason: 'STALE',
      current: { text: 'Toka', version: 2, by: round.coordinator.name },
    })
    expect(await entry('results/text')).toMatchObject({ text: 'Toka', version: 2 })
  })

  it('lets each field of one request answer for itself', async () => {
    const saved = await saveFields(round.coordinator, {
      reportId,
      fields: [
        { path: 'nextSteps/text', text: 'Jatkuu', version: 0 },
        { path: 'results/text', text: 'Vanha', version: 1 },
        { path: 'nowhere', text: 'x', version: 0 },
      ],
    })
    expect(saved.ok && saved.value.fields.map((field) => (field.ok ? 'saved' : field.reason))).toEqual([
      'saved',
      'STALE',
      'UNKNOWN_FIELD',
    ])
  })

  it('gives one of two at the same time the field, and the other both texts', async () => {
    const texts = ['A', 'B', 'C', 'D', 'E']
    const outcomes = await Promise.all(
      texts.map((text) => saveField(round.coordinator, { reportId, path: 'deviations/text', text, version: 0 })),
    )
    const fields = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    const winners = fields.filter((field) => field.ok)
    expect(winners).toHaveLength(1)
    const kept = await entry('deviations/text')
    expect(kept?.version).toBe(1)
    for (const field of fields) {
      if (!field.ok) expect(field).toMatchObject({ reason: 'STALE', current: { text: kept?.text, version: 1 } })
    }
  })
})

describe('what was carried over', () => {
  const path = () => `actions/${round.unit.actionIds[0]}/state`

  it('is unconfirmed until the writer says so', async () => {
    expect(await entry(path())).toMatchObject({ text: 'in_progress', origin: 'prefilled', confirmed: false })
    const touched = await saveField(round.coordinator, { reportId, path: path(), text: 'in_progress', version: 1 })
    expect(touched.ok && touched.value).toMatchObject({ ok: true, confirmed: false })
    expect(await entry(path())).toMatchObject({ confirmed: false, version: 1 })
  })

  it('is confirmed by nobody else', async () => {
    expect(await confirmField(round.otherCoordinator, { reportId, path: path() })).toMatchObject({
      reason: 'NOT_ALLOWED',
    })
    expect(await confirmSection(round.otherCounty, { reportId, section: null })).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await entry(path())).toMatchObject({ confirmed: false })
  })

  it('keeps its origin when confirmed as it is, and is typed when changed', async () => {
    const confirmed = await confirmField(round.coordinator, { reportId, path: path() })
    expect(confirmed.ok).toBe(true)
    expect(await entry(path())).toMatchObject({ confirmed: true, origin: 'prefilled', version: 2 })
    await saveField(round.coordinator, { reportId, path: path(), text: 'done', version: 2 })
    expect(await entry(path())).toMatchObject({ text: 'done', origin: 'typed', version: 3 })
  })
})
