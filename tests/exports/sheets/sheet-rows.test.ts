// The rows of a sheet, written here, against the same rows written by the library.
import { strFromU8, unzipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { sheetPieces } from '@/lib/exports/sheets/sheet-rows'
import type { Column } from '@/lib/values/listing'

const columns: Column[] = [
  { header: 'Teksti <row r="2"></row>', kind: 'text' },
  { header: 'Summa', kind: 'amount' },
  { header: 'Päivä', kind: 'day' },
  { header: 'Luku', kind: 'number' },
]
const texts = [
  ...['=1+1', '+1', '-1', '@A1', '', 'a\r\nb', '<&>"\'', ']]>', '_x00_'],
  ...['#N/A!', 'å\u0000\u0008\u000b\u001f\u007f\u0085', '\u{1f600}', '\ud83d', 'x'.repeat(40_000)],
]
const numbers = ['-1234.50', '0', '-0', '1e21', '123456789012345678901', '1e-9', '35.55', 'x', null]
const days = ['2025-09-12', '1900-01-01', '2099-12-31', 'x', null]
const rows = Array.from({ length: 400 }, (_, no) => [
  no % 7 === 0 ? null : (texts[no % texts.length] ?? null),
  numbers[no % numbers.length] ?? null,
  days[no % days.length] ?? null,
  numbers[(no + 3) % numbers.length] ?? null,
])

const serial = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
const told = (cell: string | null, index: number) =>
  cell === null || index === 0 ? cell : index === 2 ? serial(cell) : Number(cell)

/** The sheet as the library writes it. */
async function sheetOf(body: readonly (string | number | null)[][]): Promise<string> {
  const formats = [undefined, '0.00', 'd.m.yyyy', '0']
  const bytes = await writeXlsx({
    stringMode: 'inline',
    sheets: [
      {
        name: 'Luettelo',
        columns: formats.map((numFmt) => ({
          width: 12,
          style: { alignment: { wrapText: true }, ...(numFmt && { numFmt }) },
        })),
        rows: [columns.map(({ header }) => header), ...body],
        freezePane: { rows: 1 },
      },
    ],
  })
  return strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
}
const model = () => sheetOf([columns.map(() => null), columns.map(() => null)])

describe('rows of a sheet', () => {
  it('are those that the library would write, sign for sign', async () => {
    const expected = await sheetOf(rows.map((row) => row.map(told)))
    const made = [...sheetPieces(await model(), { columns, rows }, 'fi')].join('')
    // The library sets no heights.
    expect(strFromU8(Buffer.from(made)).replace(/(<row r="\d+") ht="[\d.]+"/g, '$1')).toBe(expected)
  })

  it('keep texts that the library would change', async () => {
    const empty = await model()
    const row = (text: string) => [...sheetPieces(empty, { columns, rows: [[text, null, null, null]] }, 'fi')].join('')
    const cell = (text: string) => /<c r="A2"[^>]*>(.*?)<\/c>/s.exec(row(text))?.[1]
    expect(cell('#N/A')).toBe('<is><t>#N/A</t></is>')
    expect(cell('  välit ')).toBe('<is><t xml:space="preserve">  välit </t></is>')
    expect(cell('\t=1')).toBe('<is><t xml:space="preserve">\t=1</t></is>')
    expect(cell('_x000D_ ja _x0041_')).toBe('<is><t>_x005F_x000D_ ja _x005F_x0041_</t></is>')
  })

  it('are as high as their texts are broken into lines, where a program does not measure them itself', async () => {
    const empty = await model()
    const height = (text: string | null) => {
      const made = [...sheetPieces(empty, { columns, rows: [[text, '1', '2025-09-12', '1']] }, 'fi')].join('')
      return /<row r="2"(?: ht="([\d.]+)")?>/.exec(made)?.[1] ?? null
    }
    // The column has room for 12 characters.
    expect([null, '', 'Lyhyt', 'x'.repeat(12)].map(height)).toEqual([null, null, null, null])
    expect(height('Kaksi riviä\nja')).toBe('27.75')
    expect(height('Palkataan kolme työhönvalmentajaa')).toBe('53.25')
    expect(height('y'.repeat(25))).toBe('40.5')
    expect(height('sana '.repeat(5000))).toBe('409')
  })

  it('come piece by piece, none of which is large', async () => {
    const long = Array.from({ length: 20_000 }, (_, no) => [`Rivi ${no}`, '1.5', '2025-09-12', '3'])
    const sizes = [...sheetPieces(await model(), { columns, rows: long }, 'fi')].map(({ length }) => length)
    expect(sizes.length).toBeGreaterThan(40)
    expect(Math.max(...sizes)).toBeLessThan(70_000)
  })

  it('need a sheet with two rows for each column to be the model', async () => {
    const whole = { columns, rows }
    expect(() => [...sheetPieces('<worksheet/>', whole, 'fi')]).toThrow('no rows for a model')
    const single = await sheetOf([columns.map(() => null)])
    expect(() => [...sheetPieces(single, whole, 'fi')]).toThrow('no rows for a model')
    const narrow = await sheetOf([[null], [null]])
    expect(() => [...sheetPieces(narrow, whole, 'fi')]).toThrow('not a cell for each column')
  })
})
