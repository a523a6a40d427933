import { writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, it } from 'vitest'
import { formSheet, sheetWords } from '@/components/status-reports/sheets/form-sheet'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { drawForm } from '@/lib/exports/sheets/form'
import { changeDefinition } from '@/lib/indicators/definitions/commands'
import { words } from '@/lib/platform/words'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { keepSheet, makeForm, markOf, removeSheet, takeSheet } from '@/lib/status-reports/sheets/commands'
import { findFigureRows, findSheet, listSheets } from '@/lib/status-reports/sheets/queries'
import { readForm } from '@/lib/status-reports/sheets/reading/model'
import { readWorkbook } from '@/lib/status-reports/sheets/workbook/model'
import type { FormSheet } from '@/lib/values/form-sheet'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

const t = words('fi')
const period = '2025-Q3'
let round: Round

const place = () => ({ projectId: round.projectId, periodKey: period })
const at = () => ({ project: round.projectKey, period })
/** Columns of the form by their headings. */
const column = (sheet: FormSheet, header: string) => sheet.columns.findIndex((one) => one.header === header)

async function form(who: Viewer = round.coordinator): Promise<FormSheet> {
  const rows = (await findFigureRows(who, place())) ?? []
  return formSheet(t, { ...at(), today: '2025-10-01' }, rows)
}

/** The form as somebody fills it in: cells by row and heading. */
const filled = (
  sheet: FormSheet,
  cells: readonly (readonly [row: number, header: string, text: string])[],
): FormSheet => ({
  ...sheet,
  rows: sheet.rows.map((row, no) =>
    row.map((cell, place) => cells.find(([of, header]) => of === no && column(sheet, header) === place)?.[2] ?? cell),
  ),
})

async function send(sheet: FormSheet, who: Viewer = round.coordinator) {
  const bytes = new Uint8Array(await drawForm(sheet, 'fi'))
  const read = readForm(await readWorkbook(bytes), [sheetWords(t)], at())
  return keepSheet(who, { ...at(), name: 'mittarit.xlsx', bytes, read })
}

async function sent(sheet: FormSheet) {
  const kept = await send(sheet)
  if (!kept.ok) throw new Error(kept.reason)
  const open = await findSheet(round.coordinator, place(), kept.value.id)
  if (!open) throw new Error('the form is not there')
  return open
}

const textsOf = async (unitId = round.unit.id) =>
  Object.fromEntries((await reportOf(unitId, round.periodId)).entries.map(({ path, text }) => [path, text]))
const valuePath = () => `indicators/${round.unit.shareId}/value`
const take = (open: Awaited<ReturnType<typeof sent>>, who: Viewer = round.coordinator) =>
  takeSheet(who, { ...at(), id: open.id, seen: markOf(open.outcome?.changes ?? []) })
const audit = () =>
  asViewer(round.system, (tx) =>
    tx.auditEvent.findMany({
      where: { organisationId: round.organisationId, action: { startsWith: 'figure_sheet' } },
      orderBy: { at: 'asc' },
      select: { action: true },
    }),
  )

beforeEach(async () => {
  round = await makeRound()
})

describe('who may not', () => {
  it.each([
    ['director', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
    ['steering', 'NOT_FOUND'],
    ['auditor', 'NOT_FOUND'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    const who = round[role]
    const sheet = filled(await form(), [[0, 'Arvo', '35,5 %']])
    const open = await sent(sheet)
    const before = await textsOf()
    const refused = { ok: false, reason }
    expect(await makeForm(who, { ...at(), unitId: null }, () => Promise.resolve(new Uint8Array()))).toEqual(refused)
    expect(await send(sheet, who)).toEqual(refused)
    expect(await take(open, who)).toEqual(refused)
    expect(await removeSheet(who, { ...at(), id: open.id })).toEqual(refused)
    expect(await textsOf()).toEqual(before)
    expect(await audit()).toHaveLength(1)
  })

  it('a colleague neither sees nor takes the form of another, and cannot fill in a unit that is not theirs', async () => {
    const sheet = filled(await form(), [[0, 'Arvo', '35,5 %']])
    const open = await sent(sheet)
    const other = round.otherCoordinator
    expect(await listSheets(other, place())).toEqual([])
    expect(await findSheet(other, place(), open.id)).toBeNull()
    expect(await take(open, other)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    const theirs = await send(sheet, other)
    const seen = theirs.ok ? await findSheet(other, place(), theirs.value.id) : null
    expect(seen?.outcome?.changes).toEqual([])
    expect(seen?.outcome?.problems.map(({ reason }) => reason)).toEqual(['UNKNOWN_ROW', 'UNKNOWN_ROW'])
  })
})

describe('a form', () => {
  it('that comes back as it went changes nothing', async () => {
    await fillReport(round.coordinator, (await reportOf(round.unit.id, round.periodId)).id, { [valuePath()]: '35,5' })
    const open = await sent(await form())
    expect(open.outcome).toMatchObject({ changes: [], problems: [] })
    expect(open.outcome?.same).toBe(8)
  })

  it('is taken as a whole, with what was typed kept as it was typed, and changes nothing the second time', async () => {
    const sheet = filled(await form(), [
      [0, 'Arvo', 'noin 35,5 %'],
      [0, 'n', '1 240'],
      [0, 'Ajalta', '8/2025'],
      [0, 'Huomautus', '=1+1 ja "lainaus"'],
      [1, 'Arvo', 'kyllä'],
    ])
    const open = await sent(sheet)
    expect(open.outcome?.problems).toEqual([])
    expect(open.outcome?.changes.map(({ at: cell, after }) => `${cell} ${after}`)).toEqual([
      'I2 noin 35,5 %',
      'J2 1 240',
      'K2 8/2025',
      'L2 =1+1 ja "lainaus"',
      'I3 kyllä',
    ])
    expect(await take(open)).toEqual({ ok: true, value: { count: 5 } })
    expect(await textsOf()).toMatchObject({
      [valuePath()]: 'noin 35,5 %',
      [`indicators/${round.unit.shareId}/note`]: '=1+1 ja "lainaus"',
      [`indicators/${round.unit.usedId}/value`]: 'kyllä',
    })
    expect(await take(open)).toEqual({ ok: false, reason: 'TAKEN' })
    expect((await sent(sheet)).outcome).toMatchObject({ changes: [], problems: [] })
    expect((await audit()).map(({ action }) => action)).toEqual([
      'figure_sheet.read',
      'figure_sheet.taken',
      'figure_sheet.read',
    ])
  })

  it('empties a field that was emptied in it, and only that', async () => {
    await fillReport(round.coordinator, (await reportOf(round.unit.id, round.periodId)).id, {
      [valuePath()]: '35,5',
      [`indicators/${round.unit.shareId}/n`]: '12',
    })
    const open = await sent(filled(await form(), [[0, 'n', '']]))
    expect(open.outcome?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([['n', '12', '']])
  })

  it('with one cell that cannot be read is not taken at all', async () => {
    const sheet = filled(await form(), [
      [0, 'Arvo', '1.234'],
      [0, 'n', 'monta'],
      [0, 'Ajalta', 'joskus'],
      [1, 'Arvo', 'kyllä'],
    ])
    const open = await sent(sheet)
    expect(open.outcome?.problems.map(({ at: cell, reason, message }) => [cell, reason, message])).toEqual([
      ['I2', 'UNREADABLE', 'values.error.ambiguousThousands'],
      ['J2', 'UNREADABLE', 'statusReports.error.wholeNumber'],
      ['K2', 'UNREADABLE', 'values.timeError.notATime'],
    ])
    const before = await textsOf()
    expect(await take(open)).toEqual({ ok: false, reason: 'PROBLEMS' })
    expect(await textsOf()).toEqual(before)
  })

  it('does not write over what a colleague has written since, nor take changes that nobody looked at', async () => {
    const sheet = filled(await form(), [[0, 'Arvo', '35,5 %']])
    const open = await sent(sheet)
    const reportId = (await reportOf(round.unit.id, round.periodId)).id
    const typed = { path: valuePath(), text: '40 %', version: 0 }
    expect(await saveFields(round.coordinator, { reportId, fields: [typed] })).toMatchObject({ ok: true })
    expect(await take(open)).toEqual({ ok: false, reason: 'PROBLEMS' })
    expect((await sent(sheet)).outcome?.problems).toMatchObject([{ at: 'I2', reason: 'CHANGED_MEANWHILE' }])
    const other = filled(await form(), [[1, 'Arvo', 'ei']])
    const next = await sent(other)
    expect(await takeSheet(round.coordinator, { ...at(), id: next.id, seen: 'something else' })).toEqual({
      ok: false,
      reason: 'CHANGED',
    })
    expect((await textsOf())[valuePath()]).toBe('40 %')
  })

  it('leaves out what is counted from others and reports that are not open', async () => {
    expect((await form()).rows).toHaveLength(2)
    const meaning = {
      ...{
        name: 'Osuus',
        scope: 'local' as const,
        kind: 'numeric' as const,
        unit: '%',
        direction: null,
        accumulation: null,
        definition: null,
      },
      ...{ source: null, producer: null, method: null, dimensions: [], owner: null, horizon: null },
    }
    const codes = (await findFigureRows(round.coordinator, place()))?.map(({ code }) => code) ?? []
    const change = { change: 'slip' as const, validFrom: null, reason: null, note: null, formula: `[${codes[1]}] * 2` }
    const calculated = { indicatorId: round.unit.shareId, version: 1, ...change, ...meaning }
    expect(await changeDefinition(round.director, calculated)).toMatchObject({ ok: true })
    expect((await form()).rows).toHaveLength(1)
  })

  it('can be let go, and is then gone', async () => {
    const open = await sent(await form())
    expect(await removeSheet(round.coordinator, { ...at(), id: open.id })).toEqual({ ok: true, value: null })
    expect(await findSheet(round.coordinator, place(), open.id)).toBeNull()
  })
})

describe('a file that is no such form is told so, with its places', () => {
  type Spoiling = (sheet: FormSheet) => FormSheet
  const about = (sheet: FormSheet, key: string, value: string): FormSheet => ({
    ...sheet,
    about: { ...sheet.about, rows: sheet.about.rows.map(([name, said]) => [name, name === key ? value : said]) },
  })
  const header =
    (from: string, to: string): Spoiling =>
    (sheet) => ({
      ...sheet,
      columns: sheet.columns.map((one) => (one.header === from ? { ...one, header: to } : one)),
    })
  it.each<[string, Spoiling, object[]]>([
    [
      'a workbook of something else',
      (sheet) => ({ ...sheet, about: { ...sheet.about, name: 'Muuta' } }),
      [{ reason: 'NOT_OURS' }],
    ],
    ['a newer version', (sheet) => about(sheet, 'etappi-format', '2'), [{ reason: 'NEWER', text: '2' }]],
    ['no version', (sheet) => about(sheet, 'etappi-format', 'x'), [{ reason: 'NOT_OURS' }]],
    ['another project', (sheet) => about(sheet, 'etappi-project', 'muu'), [{ reason: 'OTHER_PROJECT', text: 'muu' }]],
    ['another period', (sheet) => about(sheet, 'etappi-period', '2025-Q2'), [{ reason: 'OTHER_PERIOD' }]],
    ['a wrong sheet', (sheet) => ({ ...sheet, name: 'Taul1' }), [{ reason: 'NO_SHEET', text: 'Mittarit' }]],
    ['renamed columns', header('Arvo', 'Tulos'), [{ reason: 'NO_COLUMN', text: 'Arvo' }]],
    [
      'a column twice',
      header('Huomautus', 'Arvo'),
      [{ reason: 'NO_COLUMN' }, { reason: 'COLUMN_TWICE', at: 'L1' }].toReversed(),
    ],
    ['a key written over', (sheet) => filled(sheet, [[1, 'Arvot ladattaessa', '{}']]), [{ reason: 'NO_KEY', at: '3' }]],
    ['a key that is gone', (sheet) => filled(sheet, [[0, 'Rivin tunniste', '']]), [{ reason: 'NO_KEY', at: '2' }]],
    ['no rows', (sheet) => ({ ...sheet, rows: [] }), [{ reason: 'NO_ROWS' }]],
  ])('%s', async (_, spoil, problems) => {
    const open = await sent(spoil(await form()))
    expect(open.isRefused).toBe(true)
    expect(open.read).toMatchObject({ ok: false, problems })
    expect(await take(open)).toEqual({ ok: false, reason: 'PROBLEMS' })
  })

  it('the same indicator twice, and one that is not there', async () => {
    const sheet = await form()
    const [first = [], second = []] = sheet.rows
    const unknown = second.map((cell, index) => (index === 0 ? `${round.periodId}/${round.unit.shareId}` : cell))
    const open = await sent({ ...sheet, rows: [first, first, unknown] })
    expect(open.outcome?.problems).toMatchObject([
      { reason: 'TWICE', at: '3' },
      { reason: 'UNKNOWN_ROW', at: '4' },
    ])
  })

  it('cells of a spreadsheet: merged, errors, days, uncounted formulas; shares and numbers are read', async () => {
    const sheet = await form()
    const row = (no: number) => [...(sheet.rows[no] ?? [])]
    const bytes = await writeXlsx({
      sheets: [
        {
          name: sheet.name,
          rows: [sheet.columns.map((one) => one.header), row(0), row(1)],
          cells: new Map([
            ['1,8', { value: 0.355, style: { numFmt: '0.0 %' } }],
            ['1,9', { value: 1240 }],
            ['1,10', { value: new Date('2025-09-30T00:00:00Z'), style: { numFmt: 'd.m.yyyy' } }],
            ['2,8', { value: new Date('2025-05-05T00:00:00Z'), style: { numFmt: 'd.m.' } }],
            ['2,9', { value: '#REF!' }],
            ['2,10', { formula: 'A1&B1' }],
          ]),
          merges: [{ startRow: 2, endRow: 2, startCol: 11, endCol: 12 }],
        },
        { name: sheet.about.name, rows: sheet.about.rows.map((one) => [...one]) },
      ],
    })
    const read = await readWorkbook(bytes)
    expect(read[0]?.rows[1]?.slice(8, 11).map(({ text }) => text)).toEqual(['35,5 %', '1240', '30.9.2025'])
    const found = readForm(read, [sheetWords(t)], at())
    expect(found.ok ? [] : found.problems.map(({ reason, at: cell }) => `${cell} ${reason}`)).toEqual([
      'I3 DAY_CELL',
      'J3 ERROR_CELL',
      'K3 ERROR_CELL',
      'L3 MERGED',
    ])
  })

  it('is known again in the language in which it was made, whichever way its columns and rows were put', async () => {
    const sv = words('sv')
    const rows = (await findFigureRows(round.coordinator, place())) ?? []
    const sheet = formSheet(sv, { ...at(), today: '2025-10-01' }, rows)
    const order = [11, 3, 8, 0, 1, 9, 10, 2, 4, 5, 6, 7]
    const moved = {
      ...sheet,
      columns: order.map((no) => sheet.columns[no] as never),
      rows: sheet.rows.map((row) => order.map((no) => row[no] ?? null)).toReversed(),
    }
    const all = ['fi', 'sv', 'en'].map((locale) => sheetWords(words(locale as 'fi')))
    const read = readForm(await readWorkbook(await drawForm(moved, 'sv')), all, at())
    expect(read.ok && read.rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).toReversed())
  })
})
