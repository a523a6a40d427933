import { describe, expect, it } from 'vitest'
import {
  chosenLayout,
  layoutOf,
  layoutText,
  type PasteGround,
  readLayout,
  readTable,
  sourceWords,
  tableText,
  understand,
} from '@/lib/finance/pastes/model'

const place = (id: string, ...names: string[]) => ({ id, parentId: null, label: names[0] ?? id, names })
const ground: PasteGround = {
  investments: [
    { ...place('i1', 'I1', 'Investointi 1'), short: 'I1', level: 'Investointi', depth: 0 },
    { ...place('i2', 'I2', 'Kaksi'), short: 'I2', level: 'Investointi', depth: 0 },
    { ...place('i3', 'I3', 'Kaksi'), short: 'I3', level: 'Investointi', depth: 0 },
  ],
  packages: [{ ...place('w1', 'TP1', 'Etävastaanotto'), investmentId: 'i1', estimate: null }],
  periods: [{ id: 'p1', names: ['2025-Q3', 'Q3/2025', '7–9/2025'] }],
  periodId: null,
  sources: sourceWords((source) => (source === 'grant' ? ['Valtionavustus'] : [])),
}
const rowsOf = (text: string) => understand(readTable(text), layoutOf(readTable(text)), ground)

describe('cells of a spreadsheet', () => {
  it('are parted by tabs and line ends of every kind; empty rows are left out and keep their place in the count', () => {
    expect(readTable('a\tb\r\n\r\nc\t\rd\te\n')).toEqual({
      width: 2,
      rows: [
        { no: 1, cells: ['a', 'b'] },
        { no: 3, cells: ['c', ''] },
        { no: 4, cells: ['d', 'e'] },
      ],
    })
  })

  it('may hold tabs, line ends and quotes inside quotes', () => {
    expect(readTable('"yksi\nkaksi"\t"""lainattu"" sana"\n5 " tuumaa\tx').rows).toEqual([
      { no: 1, cells: ['yksi kaksi', '"lainattu" sana'] },
      { no: 2, cells: ['5 " tuumaa', 'x'] },
    ])
  })

  it('are the same table with other line ends', () => {
    expect(tableText(readTable('a\tb\nc\td'))).toBe(tableText(readTable('\r\na\tb \r\nc\td\r\n')))
    expect(tableText(readTable('a\tb'))).not.toBe(tableText(readTable('a\tc')))
  })
})

describe('columns', () => {
  it('are known by their headings in three languages, with or without a unit', () => {
    expect(layoutOf(readTable('Investering\tSumma (€)\tJakso:\tMuu\tNote\n'))).toEqual({
      columns: ['investment', 'amount', 'period', '', 'note'],
      header: true,
    })
    expect(layoutOf(readTable('I1\t5'))).toEqual({ columns: ['', ''], header: false })
    expect(layoutOf(readTable('Summa\tEuroa')).columns).toEqual(['amount', ''])
  })

  it('can be chosen in the address; what names a column twice or is none of ours is passed over', () => {
    const table = readTable('I1\t5')
    expect(chosenLayout(table, { header: 'no', column0: 'investment', column1: 'amount' })).toEqual({
      columns: ['investment', 'amount'],
      header: false,
    })
    expect(chosenLayout(table, { header: 'no', column0: 'amount', column1: 'amount' })).toEqual(layoutOf(table))
    const layout = { columns: ['', 'amount' as const], header: true } as const
    expect(readLayout(layoutText({ ...layout, columns: [...layout.columns] }), 2)).toEqual(layout)
    expect(readLayout('yes|amount|constructor', 2)).toBeNull()
    expect(readLayout('yes|amount', 2)).toBeNull()
  })
})

describe('rows', () => {
  it('are understood by every name of a place and a period', () => {
    const head = 'Investointi\tTyöpaketti\tJakso\tSumma\tRahoituslähde\tPvm\tKustannuslaji\n'
    const { rows, total, wrong } = rowsOf(
      `${head}investointi 1\tTP1\t7-9/2025\t1 234,50 €\tvaltionavustus\t30.9.2025\tPalkat`,
    )
    expect(rows[0]?.actual).toEqual({
      investmentId: 'i1',
      workPackageId: 'w1',
      periodId: 'p1',
      costType: 'Palkat',
      fundingSource: 'grant',
      amount: '1234.50',
      amountAsWritten: '1 234,50 €',
      asOf: '2025-09-30',
      note: null,
    })
    expect([total, wrong]).toEqual(['1234.5', 0])
  })

  it('tell every fault by row and column, name the unknown investment, and have no sum then', () => {
    const { rows, total, wrong } = rowsOf('Investointi\tSumma\tJakso\nI1\t1\t\nTuntematon\t1.234\tQ9/2025\nKaksi\t\t\n')
    expect(rows.map(({ no, errors }) => [no, errors])).toEqual([
      [2, []],
      [
        3,
        [
          { column: 0, error: 'investment' },
          { column: 1, error: 'thousands' },
          { column: 2, error: 'period' },
        ],
      ],
      [
        4,
        [
          { column: 0, error: 'investmentTwice' },
          { column: 1, error: 'amountMissing' },
        ],
      ],
    ])
    expect(rows[1]?.cells[0]).toBe('Tuntematon')
    expect([total, wrong]).toEqual([null, 2])
  })

  it('are refused together without an amount, without rows, and when there are too many', () => {
    const silent = rowsOf('Investointi\tSelite\nI1\tx')
    expect(silent.refused).toBe('noAmount')
    // What no column says is no zero.
    expect(silent.rows[0]?.actual.amount).toBeNull()
    expect(rowsOf('Investointi\tSumma').refused).toBe('noRows')
    expect(rowsOf(`Investointi\tSumma\n${'I1\t1\n'.repeat(2001)}`).refused).toBe('tooMany')
    expect(rowsOf(`Investointi\tSumma\n${'I1\t1\n'.repeat(2000)}`)).toMatchObject({ refused: null, total: '2000' })
  })

  it('belong to the period of the paste when they name none', () => {
    const table = readTable('Investointi\tSumma\nI1\t1')
    const { rows } = understand(table, layoutOf(table), { ...ground, periodId: 'p1' })
    expect(rows[0]?.actual.periodId).toBe('p1')
  })

  it('that sum up others are held against them, and not taken in as money of their own', () => {
    const read = rowsOf('Kustannuslaji\tSumma\nPalkat\t100,50\nMatkat\t50\nYhteensä\t150,50 €\n')
    expect(read.rows.map(({ no, sums, errors }) => [no, sums, errors])).toEqual([
      [2, false, []],
      [3, false, []],
      [4, true, []],
    ])
    expect(read.taken.map(({ no }) => no)).toEqual([2, 3])
    expect([read.total, read.wrong]).toEqual(['150.5', 0])
  })

  it('that sum up others stop the table when they say something else', () => {
    const { rows, total, wrong } = rowsOf('Investointi\tSumma\nI1\t100\nI2\t50\nYhteensä\t160\n')
    expect(rows[2]?.errors).toEqual([{ column: 1, error: 'sums', sum: '150' }])
    expect([total, wrong]).toEqual([null, 1])
    expect(rowsOf('Investointi\tSumma\nYhteensä\t160\n').refused).toBe('noRows')
  })
})

describe('rows of sums', () => {
  it.each([
    ['of each part and of all', 'Laji\tSumma\na\t1\nb\t2\nVälisumma\t3\nc\t4\nPalkat yhteensä\t4\nYhteensä\t7'],
    ['above the rows', 'Laji\tSumma\nTotalt:\t3\na\t1\nb\t2'],
    ['in a column that is passed over', 'Laji\tMuu\tSumma\na\t\t1\n\tYhteensä 2025\t1'],
    ['that say no amount', 'Laji\tSumma\na\t1\nTotal\t'],
  ])('agree %s', (_where, text) => {
    const { rows, taken, wrong, total } = rowsOf(text)
    expect([wrong, total === null]).toEqual([0, false])
    expect(rows.length).toBeGreaterThan(taken.length)
  })

  it('are not seen in other words, nor in the amount', () => {
    const { rows, taken } = rowsOf('Kustannuslaji\tSumma\nYhteensovitus\t5\nSummaarinen\t1\nTotaalipalvelu\t1')
    expect(taken).toHaveLength(rows.length)
  })

  it('say nothing of rows whose amount is not understood', () => {
    const { rows } = rowsOf('Kustannuslaji\tSumma\nPalkat\tabc\nYhteensä\t100')
    expect(rows.map(({ errors }) => errors.map(({ error }) => error))).toEqual([['amount'], []])
  })
})
