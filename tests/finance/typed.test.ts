import { describe, expect, it, test } from 'vitest'
import { newActualSchema } from '@/lib/finance/actuals/schema'
import { newLineSchema } from '@/lib/finance/budgets/lines/schema'
import { newTableSchema } from '@/lib/finance/budgets/schema'
import { newPurchaseSchema } from '@/lib/finance/purchases/schema'
import { newReservationSchema } from '@/lib/finance/reservations/schema'
import { optionalAmountField } from '@/lib/finance/schema'
import { shareTotals } from '@/lib/finance/shares/model'
import { fundingSchema } from '@/lib/finance/shares/schema'
import { newProjectSchema } from '@/lib/project-packages/making/schema'
import { readBusinessId } from '@/lib/values/business-id'

const id = '01900000-0000-7000-8000-000000000001'
const other = '01900000-0000-7000-8000-000000000002'
const place = { project: 'hanke', projectId: id }
type Schema = { safeParse(typed: unknown): { success: boolean; data?: unknown; error?: { issues: readonly Issue[] } } }
type Issue = { path: readonly PropertyKey[]; message: string }

/** What was wrong, by field as the form names it. */
function faults(schema: Schema, typed: Record<string, string>): Record<string, string> {
  const read = schema.safeParse({ ...place, ...typed })
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]))
}
const read = (schema: Schema, typed: Record<string, string>) => schema.safeParse({ ...place, ...typed }).data

describe('an amount', () => {
  it.each([
    ['1 234,50', '1234.50'],
    ['1\u00a0234,5 €', '1234.5'],
    ['−20,10', '-20.10'],
    ['0', '0'],
  ])('%s is %s', (text, amount) => {
    expect(read(newActualSchema, { amount: text })).toMatchObject({ amount, amountAsWritten: text.trim() })
  })

  it.each([
    ['', 'finance.error.amountMissing'],
    ['1.234', 'finance.error.thousands'],
    ['1,005', 'finance.error.decimals'],
    ['noin 5', 'finance.error.amount'],
    ['1234567890123', 'finance.error.tooLarge'],
  ])('"%s" is refused at its field', (text, message) => {
    expect(faults(newActualSchema, { amount: text })).toEqual({ amount: message })
  })
})

describe('an amount that need not be written', () => {
  it.each([
    ['1,5 milj.', 'finance.error.amount'],
    ['1.234', 'finance.error.thousands'],
    ['1,005', 'finance.error.decimals'],
    ['1234567890123', 'finance.error.tooLarge'],
    ['9'.repeat(61), 'finance.error.amount'],
  ])('"%s" is refused at its field with what is wrong with it', (text, message) => {
    expect(faults(newTableSchema, { source: 'Päätös', stated: text }).stated).toBe(message)
    const project = { name: 'Hanke', key: 'hanke', programmeId: id, language: 'fi', totalCost: text }
    expect(faults(newProjectSchema, project).totalCost).toBe(message)
  })

  it.each(['', ' ', undefined])('is unknown when %j is written, never zero', (text) => {
    expect(optionalAmountField.parse(text)).toBeNull()
  })
})

describe('a budget line', () => {
  const line = { tableId: id, title: 'Palkat' }

  it.each([
    ['', { amount: null, amountAsWritten: null, notInProject: false }],
    ['-', { amount: null, amountAsWritten: '-', notInProject: true }],
    ['–', { amount: null, amountAsWritten: '–', notInProject: true }],
    ['0,00', { amount: '0.00', amountAsWritten: '0,00', notInProject: false }],
  ])('tells "%s" apart', (amount, told) => {
    expect(read(newLineSchema, { ...line, amount })).toMatchObject(told)
  })

  it('wants a title and a year of four digits', () => {
    expect(faults(newLineSchema, { ...line, title: ' ', amount: '', year: '25' })).toEqual({
      title: 'finance.error.missing',
      year: 'finance.error.year',
    })
  })
})

describe('what the source says', () => {
  it('may be words, but not another number', () => {
    const table = { source: 'Suunnitelma', stated: '6 465 000' }
    expect(faults(newTableSchema, { ...table, statedAsWritten: '6 465 000 €' })).toEqual({})
    expect(faults(newTableSchema, { ...table, statedAsWritten: 'noin 6,5 M€' })).toEqual({})
    expect(faults(newTableSchema, { ...table, statedAsWritten: '6 465 001' })).toEqual({
      statedAsWritten: 'finance.error.writtenDiffers',
    })
    expect(faults(newReservationSchema, {})).toEqual({ amount: 'finance.error.amountOrWords' })
    expect(faults(newReservationSchema, { asWritten: '100 000' })).toEqual({
      asWritten: 'finance.error.writtenDiffers',
    })
  })
})

describe('funding shares', () => {
  const shares = (percents: Record<string, string>) => faults(fundingSchema, { version: '1', ...percents })

  it('may be the whole, and not a hundredth more: told where it is first exceeded', () => {
    expect(shares({ share_grant: '80', share_own: '20,00 %' })).toEqual({})
    expect(shares({ share_grant: '60', share_own: '40,01', share_other: '1' })).toEqual({
      share_own: 'finance.error.moreThanWhole',
    })
    expect(shares({ share_grant: '33,33', share_own: '33,33', share_eu: '33,34' })).toEqual({})
  })

  it('are over zero, at most a hundred, of two decimals', () => {
    expect(shares({ share_grant: '0', share_own: '100,01', share_eu: '1,005', share_rrf: 'puolet' })).toEqual({
      share_grant: 'finance.error.percentRange',
      share_own: 'finance.error.percentRange',
      share_eu: 'finance.error.percentDecimals',
      share_rrf: 'finance.error.percent',
    })
  })

  it('say what of the whole has no source', () => {
    expect(shareTotals([{ percent: '80.5' }, { percent: '10' }])).toEqual({ total: '90.5', open: '9.5' })
    expect(shareTotals([])).toEqual({ total: '0', open: '100' })
  })

  it('are refused in the form of a cost, too', () => {
    const both = { share_grant: '90', share_national: '10,01' }
    const told = { share_national: 'finance.error.moreThanWhole' }
    expect(faults(newPurchaseSchema, { title: 'Hankinta', ...both })).toEqual(told)
    // Everything is told at once.
    expect(faults(newPurchaseSchema, { title: '', ...both })).toEqual({ ...told, title: 'finance.error.missing' })
    expect(faults(newLineSchema, { tableId: id, title: 'Rivi', amount: '1', ...both })).toEqual(told)
  })
})

describe('a purchase', () => {
  const purchase = { title: 'Hankinta', investmentId: id }

  it('may be of unknown amount, with what the source says', () => {
    const told = { amount: null, amountAsWritten: '??', vatBasis: null, isSmall: false }
    expect(read(newPurchaseSchema, { ...purchase, amountAsWritten: '??' })).toMatchObject(told)
  })

  it('leaves empty rows out and keeps an unknown part unknown', () => {
    const typed = {
      'contractors/0/name': 'Tekijä Oy',
      'contractors/0/businessId': '1120389',
      'contractors/0/role': 'subcontractor',
      'contractors/1/name': '',
      'contractors/1/businessId': '',
      'parts/0/investmentId': other,
      'parts/0/amount': '',
      'parts/1/investmentId': '',
      'parts/1/amount': '',
    }
    expect(read(newPurchaseSchema, { ...purchase, ...typed })).toMatchObject({
      contractors: [{ name: 'Tekijä Oy', businessId: '0112038-9', isSubcontractor: true }],
      parts: [{ investmentId: other, amount: null }],
    })
  })

  it('tells what is wrong in a row at its field', () => {
    const typed = {
      'contractors/0/name': 'Tekijä Oy',
      'contractors/0/businessId': '0112038-8',
      'contractors/1/name': '',
      'contractors/1/businessId': '0112038-9',
      'parts/0/investmentId': id,
      'parts/0/amount': '5',
      'parts/1/investmentId': '',
      'parts/1/amount': '5',
      decidedOn: '31.2.2025',
    }
    expect(faults(newPurchaseSchema, { ...purchase, ...typed })).toMatchObject({
      'contractors/0/businessId': 'finance.error.businessId',
      'contractors/1/name': 'finance.error.contractorName',
      'parts/1/investmentId': 'finance.error.partInvestment',
      decidedOn: 'finance.error.day',
    })
    const twice = { 'parts/0/investmentId': id, 'parts/0/amount': '5' }
    expect(faults(newPurchaseSchema, { ...purchase, ...twice })).toEqual({
      'parts/0/investmentId': 'finance.error.partTwice',
    })
  })
})

describe('a Y-tunnus', () => {
  test.each(['0112038-9', '1572860-0', '0737546-2'])('%s has its check digit', (text) => {
    expect(readBusinessId(text)).toBe(text)
  })

  test('is put in its written form', () => {
    expect(readBusinessId(' 112038–9 ')).toBe('0112038-9')
  })

  test('with another check digit, or of other length, is none', () => {
    for (let digit = 0; digit < 10; digit += 1) {
      expect(readBusinessId(`0112038-${digit}`)).toBe(digit === 9 ? '0112038-9' : null)
    }
    // A remainder of 1 is never given: no digit makes it right.
    for (let digit = 0; digit < 10; digit += 1) expect(readBusinessId(`0000006-${digit}`)).toBeNull()
    expect(['', '0112038', '12-3', 'FI01120389', '01120381-9'].map(readBusinessId)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})
