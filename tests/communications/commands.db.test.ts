import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { addRow, changeRow, removeItem, removeRow, saveItem } from '@/lib/communications/commands'
import { findCommunication, listCommunications } from '@/lib/communications/queries'
import { makeRound, type Round } from '../support/builders/round'

let round: Round
let rowId: string

const given = {
  project: 'kkk2',
  periodId: null,
  topic: 'Digituki',
  aim: 'Asukkaat löytävät tuen',
  audience: 'Asukkaat',
  channels: ['uutiskirje'],
  schedule: { dateAsWritten: '5.11.2025', dateCode: '2025-11-05' },
  responsibleRole: 'viestintäsuunnittelija',
  statusText: null,
}
const item = {
  project: 'kkk2',
  itemId: null,
  kind: 'done' as const,
  text: 'Juttu lehdessä',
  happenedOn: '2025-08-15',
  url: 'https://example.fi/juttu',
}
const add = (who = round.director, change: object = {}) =>
  addRow(who, { projectId: round.projectId, ...given, ...change })
const seen = () => findCommunication(round.director, round.projectId, rowId)
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, subjectType: 'communication' },
      orderBy: { at: 'asc' },
      select: { action: true, right: true },
    }),
  )

beforeEach(async () => {
  round = await makeRound()
  const added = await add()
  rowId = added.ok ? added.value.rowId : ''
})

describe('who may not', () => {
  it.each([
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    const who = round[role]
    const refused = { ok: false, reason }
    const before = await seen()
    expect(await add(who)).toEqual(refused)
    expect(await changeRow(who, { rowId, version: 1, ...given })).toEqual(refused)
    expect(await removeRow(who, { rowId, version: 1 })).toEqual(refused)
    expect(await saveItem(who, { rowId, version: 1, ...item })).toEqual(refused)
    expect(await removeItem(who, { rowId, version: 1, itemId: rowId })).toEqual(refused)
    expect(await seen()).toEqual(before)
    expect(await audit()).toHaveLength(1)
  })

  it('nobody, with a period or an item of something else', async () => {
    const other = await makeRound()
    expect(await add(round.director, { periodId: other.periodId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await changeRow(round.director, { rowId, version: 1, ...given, periodId: other.periodId })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect(await saveItem(round.director, { rowId, version: 1, ...item, itemId: other.unit.id })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect((await seen())?.version).toBe(1)
    expect(await findCommunication(round.otherCounty, round.projectId, rowId)).toBeNull()
  })
})

describe('the plan', () => {
  it('is kept by coordinators, too, and numbers its rows', async () => {
    expect(await add(round.coordinator, { topic: 'Seminaari', periodId: round.periodId })).toMatchObject({ ok: true })
    const rows = await listCommunications(round.steering, round.projectId)
    expect(rows).toMatchObject([
      { no: 1, topic: 'Digituki', aim: 'Asukkaat löytävät tuen', channels: ['uutiskirje'], dateCode: '2025-11-05' },
      { no: 2, topic: 'Seminaari', periodId: round.periodId },
    ])
    expect((await audit()).map(({ right }) => right)).toEqual(['director', 'coordinator'])
  })

  it('refuses what was based on another version, and of two only one is first', async () => {
    const change = (topic: string, version = 1) => changeRow(round.coordinator, { rowId, version, ...given, topic })
    const both = await Promise.all([change('yksi'), change('kaksi')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await change('kolme')).toEqual({ ok: false, reason: 'STALE' })
    expect(await change('kolme', 2)).toMatchObject({ ok: true })
    expect(await seen()).toMatchObject({ topic: 'kolme', version: 3 })
  })

  it('lets a row go with its log', async () => {
    await saveItem(round.director, { rowId, version: 1, ...item })
    expect(await removeRow(round.director, { rowId, version: 1 })).toEqual({ ok: false, reason: 'STALE' })
    expect(await removeRow(round.director, { rowId, version: 2 })).toMatchObject({ ok: true })
    expect(await listCommunications(round.director, round.projectId)).toEqual([])
    expect(await removeRow(round.director, { rowId, version: 3 })).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})

describe('the log', () => {
  it('puts what was done in the period of its day; without a day it follows the row', async () => {
    await saveItem(round.coordinator, { rowId, version: 1, ...item })
    await saveItem(round.coordinator, { rowId, version: 2, ...item, text: 'Ennen hanketta', happenedOn: '2019-01-01' })
    await saveItem(round.coordinator, {
      rowId,
      version: 3,
      ...item,
      kind: 'planned',
      text: 'Tulossa',
      happenedOn: null,
      url: null,
    })
    expect((await seen())?.items).toMatchObject([
      {
        kind: 'done',
        text: 'Juttu lehdessä',
        periodId: round.periodId,
        happenedOn: '2025-08-15',
        url: 'https://example.fi/juttu',
      },
      { kind: 'done', text: 'Ennen hanketta', periodId: null },
      { kind: 'planned', text: 'Tulossa', periodId: null, happenedOn: null },
    ])
  })

  it('is changed and taken away, each once', async () => {
    await saveItem(round.director, { rowId, version: 1, ...item })
    const itemId = (await seen())?.items[0]?.id ?? ''
    const change = { ...item, itemId, text: 'Korjattu' }
    expect(await saveItem(round.director, { rowId, version: 1, ...change })).toEqual({ ok: false, reason: 'STALE' })
    expect(await saveItem(round.director, { rowId, version: 2, ...change })).toMatchObject({ ok: true })
    expect((await seen())?.items).toMatchObject([{ text: 'Korjattu' }])
    expect(await removeItem(round.director, { rowId, version: 3, itemId })).toMatchObject({ ok: true })
    expect(await removeItem(round.director, { rowId, version: 4, itemId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect((await audit()).map(({ action }) => action)).toEqual([
      'communication.added',
      'communication.item_saved',
      'communication.item_saved',
      'communication.item_removed',
    ])
  })
})
