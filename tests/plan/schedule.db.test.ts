import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { removeColumn, saveCells, saveColumn } from '@/lib/plan/schedule/commands'
import { typedCell } from '@/lib/plan/schedule/model'
import { findSchedule } from '@/lib/plan/schedule/queries'
import { makeRound, type Round } from '../support/builders/round'

let round: Round

const seen = (who = round.director) => findSchedule(who, round.projectId, round.unit.id)
const version = async () => (await seen())?.version ?? ''
const place = async () => ({ projectId: round.projectId, workPackageId: round.unit.id, version: await version() })
const idOf = async (label: string) => (await seen())?.table.columns.find((one) => one.label === label)?.id ?? ''
const labels = async () => (await seen())?.table.columns.map(({ label }) => label)

async function add(label: string, time: string | null = null, after: string | null = null, who = round.director) {
  const afterId = after === null ? null : await idOf(after)
  return saveColumn(who, { ...(await place()), columnId: null, label, time, afterId })
}

/** What stands in the cells: a text by action and column. */
async function cells() {
  const table = (await seen())?.table
  return table?.rows.map((row) =>
    table.columns.map(({ id }) => typedCell(row.cells.find((one) => one.columnId === id))),
  )
}

type Says = { mark: boolean; text: string | null } | null
const mark: Says = { mark: true, text: null }

async function put(says: Says, column: string, action = 0, who = round.director) {
  const actionId = round.unit.actionIds[action] ?? ''
  return saveCells(who, { ...(await place()), cells: [{ actionId, columnId: await idOf(column), says }] })
}

beforeEach(async () => {
  round = await makeRound()
  await add('Kevät', '2025-H1')
})

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s changes no schedule', async (role, reason) => {
    const who = round[role]
    const before = await seen()
    const refused = { ok: false, reason }
    expect(await add('Syksy', null, null, who)).toEqual(refused)
    expect(await put(mark, 'Kevät', 0, who)).toEqual(refused)
    expect(await removeColumn(who, { ...(await place()), columnId: await idOf('Kevät') })).toEqual(refused)
    expect(await seen()).toEqual(before)
  })

  it('nobody reaches a column, an action or a part of another project', async () => {
    const other = await makeRound()
    const here = await place()
    const missing = { ok: false, reason: 'NOT_FOUND' }
    const foreign = other.unit.actionIds[0] ?? ''
    const columnId = await idOf('Kevät')
    expect(await saveCells(round.director, { ...here, cells: [{ actionId: foreign, columnId, says: mark }] })).toEqual(
      missing,
    )
    expect(await removeColumn(other.director, { ...here, projectId: other.projectId, columnId })).toEqual(missing)
    expect(
      await saveColumn(other.director, {
        ...here,
        projectId: other.projectId,
        columnId,
        label: 'X',
        time: null,
        afterId: null,
      }),
    ).toEqual(missing)
    expect(
      await saveColumn(round.director, { ...here, columnId: other.unit.id, label: 'X', time: null, afterId: null }),
    ).toEqual(missing)
    expect(await findSchedule(round.otherCounty, round.projectId, round.unit.id)).toBeNull()
    expect(await labels()).toEqual(['Kevät'])
  })
})

describe('columns', () => {
  it('are added, renamed and moved in the order they are given', async () => {
    await add('Syksy', '2025-H2', 'Kevät')
    await add('Alku')
    expect(await labels()).toEqual(['Alku', 'Kevät', 'Syksy'])
    const columnId = await idOf('Alku')
    const afterId = await idOf('Syksy')
    const moved = await saveColumn(round.finance, {
      ...(await place()),
      columnId,
      label: 'Juurrutus',
      time: null,
      afterId,
    })
    expect(moved.ok).toBe(true)
    expect(await labels()).toEqual(['Kevät', 'Syksy', 'Juurrutus'])
    expect((await seen())?.table.columns.map(({ timeCode }) => timeCode)).toEqual(['2025-H1', '2025-H2', null])
  })

  it('are taken away with what stands in them, and the audit tells what that was', async () => {
    await put(mark, 'Kevät')
    expect((await removeColumn(round.director, { ...(await place()), columnId: await idOf('Kevät') })).ok).toBe(true)
    expect(await labels()).toEqual([])
    const told = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({
        where: { organisationId: round.organisationId, action: 'plan.column_removed' },
        select: { data: true, right: true },
      }),
    )
    expect(told).toMatchObject([
      { right: 'director', data: { label: 'Kevät', cells: [{ actionId: round.unit.actionIds[0], says: 'x' }] } },
    ])
  })
})

describe('cells', () => {
  it('hold a mark, words, nothing told, or that nothing happens: each is another thing', async () => {
    await add('Syksy', null, 'Kevät')
    await put(mark, 'Kevät')
    await put({ mark: true, text: 'pilotti' }, 'Syksy')
    await put({ mark: false, text: null }, 'Kevät', 1)
    expect(await cells()).toEqual([
      ['x', 'pilotti'],
      ['-', ''],
    ])
    await put(null, 'Kevät')
    expect(await cells()).toEqual([
      ['', 'pilotti'],
      ['-', ''],
    ])
  })

  it('that read as they did stay as they were, words without a mark too', async () => {
    const { organisationId } = round
    const [actionId = ''] = round.unit.actionIds
    const columnId = await idOf('Kevät')
    await asViewer(round.system, (tx) =>
      tx.actionScheduleCell.create({ data: { organisationId, actionId, columnId, mark: false, text: 'ehkä' } }),
    )
    await put({ mark: true, text: 'ehkä' }, 'Kevät')
    expect((await seen())?.table.rows[0]?.cells).toEqual([{ columnId, mark: false, text: 'ehkä' }])
  })

  it('are refused whole when one of them is not there', async () => {
    const [first = '', second = ''] = round.unit.actionIds
    const columnId = await idOf('Kevät')
    const sent = [
      { actionId: first, columnId, says: mark },
      { actionId: second, columnId: round.unit.id, says: mark },
    ]
    expect(await saveCells(round.director, { ...(await place()), cells: sent })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect(await cells(), 'nothing is half saved').toEqual([[''], ['']])
  })
})

describe('two at the same table', () => {
  it('the slower one is told, whatever they changed, and nothing is written over', async () => {
    const before = await place()
    const columnId = await idOf('Kevät')
    await put(mark, 'Kevät')
    const stale = { ok: false, reason: 'STALE' }
    const [actionId = ''] = round.unit.actionIds
    expect(await saveCells(round.finance, { ...before, cells: [{ actionId, columnId, says: null }] })).toEqual(stale)
    expect(await saveColumn(round.finance, { ...before, columnId, label: 'X', time: null, afterId: null })).toEqual(
      stale,
    )
    expect(await removeColumn(round.finance, { ...before, columnId })).toEqual(stale)
    expect(await cells()).toEqual([['x'], ['']])
  })

  it('of two who are as fast only one is first', async () => {
    const here = await place()
    const both = await Promise.all(
      ['yksi', 'kaksi'].map((label) =>
        saveColumn(round.director, { ...here, columnId: null, label, time: null, afterId: null }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await labels()).toHaveLength(2)
  })
})
