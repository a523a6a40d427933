import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { addActual, changeActual, removeActual } from '@/lib/finance/actuals/commands'
import { addBudgetTable, changeBudgetTable, removeBudgetTable } from '@/lib/finance/budgets/commands'
import { addBudgetLine, changeBudgetLine, removeBudgetLine } from '@/lib/finance/budgets/lines/commands'
import { listBudgetTables } from '@/lib/finance/budgets/queries'
import { addForecast } from '@/lib/finance/forecasts/commands'
import { forecastLines } from '@/lib/finance/forecasts/model'
import { addNote, changeNote, removeNote } from '@/lib/finance/notes/commands'
import { readMoney } from '@/lib/finance/overview/queries'
import { keepPaste, takePaste } from '@/lib/finance/pastes/commands'
import { findPaste } from '@/lib/finance/pastes/queries'
import { listPlaces } from '@/lib/finance/places/queries'
import { addPurchase, changePurchase, removePurchase } from '@/lib/finance/purchases/commands'
import { findPurchase } from '@/lib/finance/purchases/queries'
import { findFinanceNote, listActuals, listForecasts, listReservations } from '@/lib/finance/queries'
import { addReservation, changeReservation, removeReservation } from '@/lib/finance/reservations/commands'
import { changeFunding } from '@/lib/finance/shares/commands'
import { actualOf, type Finances, lineOf, makeFinances, purchaseOf } from '../support/builders/finance'
import { makeRound } from '../support/builders/round'

let at: Finances
const missing = '00000000-0000-7000-8000-000000000000'
const row = (id: string, version = 1) => ({ projectId: at.projectId, id, version })
const reservation = () => ({
  projectId: at.projectId,
  investmentId: at.first,
  amount: '100000',
  asWritten: null,
  note: null,
})
const note = (part: object = {}) => ({ projectId: at.projectId, investmentId: null, text: 'Ilman veroa.', ...part })
const table = () => ({ projectId: at.projectId, source: 'Päätös', stated: null, statedAsWritten: null })
const forecast = (part: object = {}) => ({ ...actualOf(at), asOf: '2025-10-01', replaces: null, ...part })
const idOf = (result: { ok: boolean; value?: { id: string } }): string => {
  if (!result.ok || !result.value) throw new Error(JSON.stringify(result))
  return result.value.id
}
const audit = (action: string) =>
  asViewer(at.system, (tx) =>
    tx.auditEvent.findMany({
      where: { action, organisationId: at.organisationId },
      orderBy: { id: 'asc' },
      select: { right: true, data: true },
    }),
  )

beforeEach(async () => {
  at = await makeFinances()
})

describe('who may not keep the finances', () => {
  const commands: Record<string, (who: Viewer) => Promise<{ ok: boolean }>> = {
    addBudgetTable: (who) => addBudgetTable(who, table()),
    changeBudgetTable: (who) => changeBudgetTable(who, { ...table(), ...row(at.tableId) }),
    removeBudgetTable: (who) => removeBudgetTable(who, row(at.tableId)),
    addBudgetLine: (who) => addBudgetLine(who, lineOf(at)),
    changeBudgetLine: (who) => changeBudgetLine(who, { ...lineOf(at), ...row(missing) }),
    removeBudgetLine: (who) => removeBudgetLine(who, row(missing)),
    addActual: (who) => addActual(who, actualOf(at)),
    changeActual: (who) => changeActual(who, { ...actualOf(at), ...row(missing) }),
    removeActual: (who) => removeActual(who, row(missing)),
    keepPaste: (who) => keepPaste(who, { projectId: at.projectId, periodId: null, text: 'Summa\tI\n1\tI1' }),
    takePaste: (who) => takePaste(who, { projectId: at.projectId, id: missing, layout: '', again: false }),
    addForecast: (who) => addForecast(who, forecast()),
    addPurchase: (who) => addPurchase(who, purchaseOf(at)),
    changePurchase: (who) => changePurchase(who, { ...purchaseOf(at), ...row(missing) }),
    removePurchase: (who) => removePurchase(who, row(missing)),
    addReservation: (who) => addReservation(who, reservation()),
    changeReservation: (who) => changeReservation(who, { ...reservation(), ...row(missing) }),
    removeReservation: (who) => removeReservation(who, row(missing)),
    addNote: (who) => addNote(who, note()),
    changeNote: (who) => changeNote(who, { ...note(), ...row(missing) }),
    removeNote: (who) => removeNote(who, row(missing)),
    changeFunding: (who) => changeFunding(who, { projectId: at.projectId, version: 1, shares: [] }),
  }

  it.each(Object.keys(commands))('%s', async (name) => {
    const command = commands[name]
    for (const role of ['coordinator', 'steering', 'auditor'] as const) {
      expect(await command?.(at[role])).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect(await command?.(at.otherCounty)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    // What one refuses it does for those who may, or says that the thing itself is missing.
    const allowed = await command?.(at.finance)
    expect(allowed).toMatchObject(allowed?.ok ? { ok: true } : { ok: false, reason: 'NOT_FOUND' })
  })

  it('and who may not read: another county sees nothing', async () => {
    const id = idOf(await addPurchase(at.finance, purchaseOf(at)))
    expect(await findPurchase(at.otherCounty, at.projectId, id)).toBeNull()
    expect((await readMoney(at.otherCounty, at.projectId)).purchases).toEqual([])
    expect(await listPlaces(at.otherCounty, at.projectId)).toEqual({ investments: [], packages: [] })
    expect((await readMoney(at.steering, at.projectId)).purchases).toHaveLength(1)
  })
})

describe('places of another project', () => {
  it('are told at their fields and nothing is written', async () => {
    const other = await makeRound()
    const strange = { workPackageId: other.unit.id, periodId: other.periodId }
    const fields = { workPackageId: 'finance.error.otherProject', periodId: 'finance.error.otherProject' }
    expect(await addActual(at.finance, actualOf(at, strange))).toEqual({ ok: false, reason: 'INVALID', fields })
    expect(await addPurchase(at.finance, purchaseOf(at, strange))).toEqual({ ok: false, reason: 'INVALID', fields })
    expect(await addPurchase(at.finance, purchaseOf(at, { parts: [{ investmentId: missing, amount: null }] }))).toEqual(
      {
        ok: false,
        reason: 'INVALID',
        fields: { 'parts/0/investmentId': 'finance.error.otherProject' },
      },
    )
    expect(await listActuals(at.finance, at.projectId)).toEqual([])
  })
})

describe('a budget', () => {
  it('takes lines that are known, unknown and not in the project, and counts them apart', async () => {
    idOf(await addBudgetLine(at.finance, lineOf(at)))
    idOf(await addBudgetLine(at.director, lineOf(at, { title: 'Auki', amount: null, amountAsWritten: null })))
    const outside = { title: 'Viiva', amount: null, amountAsWritten: '-', notInProject: true }
    idOf(await addBudgetLine(at.finance, lineOf(at, outside)))
    const [found] = await listBudgetTables(at.steering, at.projectId)
    expect(found?.lines.map(({ title, amount, notInProject }) => [title, amount, notInProject])).toEqual([
      ['Palvelujen ostot', '100000', false],
      ['Auki', null, false],
      ['Viiva', null, true],
    ])
    expect(await audit('budget.line_added')).toMatchObject([
      { right: 'finance' },
      { right: 'director' },
      { right: 'finance' },
    ])
  })

  it('keeps how the source writes an amount that stays, and not one that changes', async () => {
    const id = idOf(await addBudgetLine(at.finance, lineOf(at)))
    const typed = { title: 'Ostot', amount: '100000.00', amountAsWritten: '100 000,00' }
    idOf(await changeBudgetLine(at.finance, { ...lineOf(at, typed), id, version: 1 }))
    const line = async () => (await listBudgetTables(at.finance, at.projectId))[0]?.lines[0]
    expect(await line()).toMatchObject({ title: 'Ostot', amountAsWritten: '100 000 €', version: 2 })
    const changed = { amount: '90000', amountAsWritten: '90 000' }
    idOf(await changeBudgetLine(at.finance, { ...lineOf(at, changed), id, version: 2 }))
    expect(await line()).toMatchObject({ amount: '90000', amountAsWritten: '90 000' })
  })

  it('of two who change a line at once the second is told, and the first holds', async () => {
    const id = idOf(await addBudgetLine(at.finance, lineOf(at)))
    const both = await Promise.all(
      ['a', 'b'].map((title) => changeBudgetLine(at.finance, { ...lineOf(at, { title }), id, version: 1 })),
    )
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['STALE', 'ok'])
    expect(await audit('budget.line_changed')).toHaveLength(1)
  })

  it('is taken away only when it is empty', async () => {
    const id = idOf(await addBudgetLine(at.finance, lineOf(at)))
    expect(await removeBudgetTable(at.finance, row(at.tableId, 2))).toEqual({ ok: false, reason: 'IN_USE' })
    expect(await removeBudgetTable(at.finance, row(at.tableId, 1))).toEqual({ ok: false, reason: 'STALE' })
    expect(await removeBudgetLine(at.finance, row(id, 7))).toEqual({ ok: false, reason: 'STALE' })
    expect((await removeBudgetLine(at.finance, row(id))).ok).toBe(true)
    expect((await removeBudgetTable(at.finance, row(at.tableId, 2))).ok).toBe(true)
    expect(await listBudgetTables(at.finance, at.projectId)).toEqual([])
  })
})

describe('actuals and reservations', () => {
  it('are written, changed and taken away, each time from what was seen', async () => {
    const id = idOf(await addActual(at.finance, actualOf(at)))
    const changed = { ...actualOf(at, { amount: '-20.10', amountAsWritten: '−20,10' }), id }
    expect((await changeActual(at.director, { ...changed, version: 1 })).ok).toBe(true)
    expect(await changeActual(at.finance, { ...changed, version: 1 })).toEqual({ ok: false, reason: 'STALE' })
    expect(await listActuals(at.steering, at.projectId)).toMatchObject([
      { amount: '-20.1', asOf: '2025-09-30', version: 2 },
    ])
    expect(await removeActual(at.finance, row(id))).toEqual({ ok: false, reason: 'STALE' })
    expect((await removeActual(at.finance, row(id, 2))).ok).toBe(true)
    expect(await audit('actual.removed')).toMatchObject([{ data: { amount: '-20.1' } }])
  })

  it('an unknown reservation stays unknown', async () => {
    const id = idOf(await addReservation(at.finance, { ...reservation(), amount: null, asWritten: 'kokonaisvaraus' }))
    expect(await listReservations(at.finance, at.projectId)).toMatchObject([
      { amount: null, asWritten: 'kokonaisvaraus' },
    ])
    expect((await changeReservation(at.finance, { ...reservation(), id, version: 1 })).ok).toBe(true)
    expect(await removeReservation(at.finance, row(id))).toEqual({ ok: false, reason: 'STALE' })
    expect((await removeReservation(at.finance, row(id, 2))).ok).toBe(true)
  })
})

describe('a forecast', () => {
  it('is replaced by one about the same thing, and kept', async () => {
    const first = idOf(await addForecast(at.finance, forecast()))
    expect(await addForecast(at.finance, forecast())).toEqual({ ok: false, reason: 'STALE' })
    const early = forecast({ replaces: first, asOf: '2025-09-01' })
    expect(await addForecast(at.finance, early)).toMatchObject({
      reason: 'INVALID',
      fields: { asOf: expect.any(String) },
    })
    const second = idOf(await addForecast(at.finance, forecast({ replaces: first, amount: '900', asOf: '2025-11-01' })))
    idOf(await addForecast(at.finance, forecast({ investmentId: at.second })))
    const lines = forecastLines(await listForecasts(at.steering, at.projectId))
    expect(lines.map(({ current, replaced }) => [current.id, replaced.map(({ id }) => id)])).toMatchObject([
      [second, [first]],
      [expect.any(String), []],
    ])
  })

  it('of two at once about the same thing one is written', async () => {
    const both = await Promise.all([1, 2].map(() => addForecast(at.finance, forecast())))
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['STALE', 'ok'])
  })
})

describe('remarks', () => {
  const shown = async () => (await readMoney(at.steering, at.projectId)).notes

  it('are written, changed and taken away, each time from what was seen', async () => {
    const id = idOf(await addNote(at.finance, note()))
    idOf(await addNote(at.director, note({ investmentId: at.second, text: 'Oikaistaan joulukuussa.' })))
    expect(
      await changeNote(at.director, { ...note({ text: 'Verolla.', investmentId: at.first }), ...row(id) }),
    ).toEqual({
      ok: true,
      value: { id },
    })
    expect(await changeNote(at.finance, { ...note({ text: 'Myöhässä.' }), ...row(id) })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    expect((await shown()).map(({ text, investmentId, version }) => [text, investmentId, version])).toEqual([
      ['Verolla.', at.first, 2],
      ['Oikaistaan joulukuussa.', at.second, 1],
    ])
    expect(await removeNote(at.finance, row(id))).toEqual({ ok: false, reason: 'STALE' })
    expect((await removeNote(at.finance, row(id, 2))).ok).toBe(true)
    expect((await shown()).map(({ text }) => text)).toEqual(['Oikaistaan joulukuussa.'])
    expect(await audit('finance_note.added')).toMatchObject([{ right: 'finance' }, { right: 'director' }])
    expect(await audit('finance_note.changed')).toMatchObject([{ data: { before: 'Ilman veroa.', text: 'Verolla.' } }])
    expect(await audit('finance_note.removed')).toMatchObject([{ data: { text: 'Verolla.' } }])
  })

  it('belong to one project: another county and another project find none', async () => {
    const id = idOf(await addNote(at.finance, note()))
    const other = await makeRound()
    expect(await findFinanceNote(at.otherCounty, at.projectId, id)).toBeNull()
    expect(await findFinanceNote(at.finance, other.projectId, id)).toBeNull()
    const strange = await addNote(at.finance, note({ investmentId: missing }))
    expect(strange).toEqual({ ok: false, reason: 'INVALID', fields: { investmentId: 'finance.error.otherProject' } })
    expect(await shown()).toHaveLength(1)
  })
})

describe('a pasted table', () => {
  const text = 'Investointi\tJakso\tSumma\tSelite\nI1\tQ3/2025\t1 000,50 €\t\nInvestointi 2\t2025-Q3\t−20\tOikaisu\n'
  const layout = 'yes|investment|period|amount|note'
  const paste = async (given = text) =>
    idOf(await keepPaste(at.finance, { projectId: at.projectId, periodId: null, text: given }))
  const take = (id: string, part: object = {}) =>
    takePaste(at.finance, { projectId: at.projectId, id, layout, again: false, ...part })

  it('is taken in whole, once, and recognised when it comes again', async () => {
    const id = await paste()
    expect(await findPaste(at.steering, at.projectId, id)).toBeNull()
    const both = await Promise.all([take(id), take(id)])
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['STALE', 'ok'])
    const actuals = await listActuals(at.finance, at.projectId)
    expect(actuals.map(({ investmentId, periodId, amount, note }) => [investmentId, periodId, amount, note])).toEqual([
      [at.first, at.periodId, '1000.5', null],
      [at.second, at.periodId, '-20', 'Oikaisu'],
    ])
    const again = await paste(`\n${text.replaceAll('\n', '\r\n')}`)
    expect((await findPaste(at.finance, at.projectId, again))?.takenBefore).not.toBeNull()
    expect(await take(again)).toEqual({ ok: false, reason: 'INVALID', fields: { again: 'finance.error.pastedBefore' } })
    expect(await listActuals(at.finance, at.projectId)).toHaveLength(2)
    expect((await take(again, { again: true })).ok).toBe(true)
    expect(await audit('actual.pasted')).toMatchObject([
      { data: { rows: 2, total: '980.5' } },
      { data: { again: true } },
    ])
  })

  it('is taken in without the row that sums it up, and not at all when the sum is another', async () => {
    expect((await take(await paste(`${text}Yhteensä\t\t980,50\t\n`))).ok).toBe(true)
    const actuals = await listActuals(at.finance, at.projectId)
    expect(actuals.map(({ amount }) => amount)).toEqual(['1000.5', '-20'])
    expect(await take(await paste(`${text}Yhteensä\t\t1 020,50\t\n`))).toEqual({ ok: false, reason: 'INVALID' })
    expect(await listActuals(at.finance, at.projectId)).toHaveLength(2)
  })

  it('that was never taken in goes away after two weeks, when its own maker makes another', async () => {
    const [forgotten, fresh, taken] = [await paste(), await paste('Summa\n1'), await paste(text)]
    expect((await take(taken)).ok).toBe(true)
    const others = idOf(await keepPaste(at.director, { projectId: at.projectId, periodId: null, text: 'Summa\n2' }))
    const age = (ids: string[], days: number) =>
      asViewer(at.system, (tx) =>
        tx.actualPaste.updateMany({
          where: { id: { in: ids } },
          data: { createdAt: new Date(Date.now() - days * 86_400_000) },
        }),
      )
    await age([forgotten, others, taken], 15)
    await age([fresh], 13)
    const next = await paste('Summa\n3')
    const left = await asViewer(at.system, (tx) =>
      tx.actualPaste.findMany({ where: { projectId: at.projectId }, select: { id: true } }),
    )
    expect(left.map(({ id }) => id).sort()).toEqual([fresh, taken, others, next].sort())
  })

  it('with one row that is not understood is not taken in at all', async () => {
    const id = await paste(`${text}Investointi 9\tQ3/2025\t5\t\n`)
    expect(await take(id)).toEqual({ ok: false, reason: 'INVALID' })
    expect(await take(id, { layout: 'no|investment|period|amount|note' })).toEqual({ ok: false, reason: 'INVALID' })
    expect(await take(id, { layout: 'yes|amount' })).toEqual({ ok: false, reason: 'INVALID' })
    expect(await listActuals(at.finance, at.projectId)).toEqual([])
  })
})
