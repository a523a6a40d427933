import { strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawForm } from '@/lib/exports/sheets/form'
import { Refused } from '@/lib/platform/refused-file'
import { readWorkbook } from '@/lib/status-reports/sheets/workbook/model'
import { readWorkbook as readByParts } from '../exports/sheets/read-workbook'

type Parts = Record<string, Uint8Array>
let good: Parts
const sheet = 'xl/worksheets/sheet1.xml'
const text = (part: string) => new TextDecoder().decode(good[part])

beforeAll(async () => {
  good = unzipSync(await writeXlsx({ sheets: [{ name: 'Mittarit', rows: [['Arvo'], ['35,5']] }] }))
})

const packed = (more: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...good, ...more }).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof Refused) return error.reason
    throw error
  }
}

describe('a workbook is refused before anything of it is used', () => {
  it('but a good one is read', async () => {
    expect(await readWorkbook(packed({}))).toMatchObject([
      { name: 'Mittarit', rows: [[{ text: 'Arvo' }], [{ text: '35,5' }]] },
    ])
  })

  it.each<[string, () => Uint8Array, string]>([
    ['no package', () => strToU8('Arvo;35,5'), 'WRONG_KIND'],
    ['an old workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'WRONG_KIND'],
    ['half a file', () => packed({}).slice(0, 900), 'DAMAGED'],
    ['a package of something else', () => zipSync({ 'word/document.xml': strToU8('<a/>') }), 'WRONG_KIND'],
    ['programs', () => packed({ 'xl/vbaProject.bin': 'x' }), 'MACROS'],
    ['a way out', () => packed({ '../../etc/passwd': 'x' }), 'UNSAFE'],
    ['a bomb', () => packed({ 'xl/media/a.xml': new Uint8Array(30_000_000) }), 'TOO_MUCH'],
    ['a part that never ends', () => packed({ [sheet]: `<a>${'<b/>'.repeat(300_000)}</a>` }), 'TOO_MUCH'],
    [
      'entities',
      () =>
        packed({
          [sheet]: text(sheet).replace(
            '<worksheet',
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet',
          ),
        }),
      'DOCTYPE',
    ],
    ['no tags that close', () => packed({ 'xl/workbook.xml': '<workbook><sheets>' }), 'DAMAGED'],
    ['no sheets', () => packed({ 'xl/workbook.xml': '' }), 'DAMAGED'],
  ])('%s', async (_, make, reason) => {
    expect(await refusal(make())).toBe(reason)
  })

  it('a cell in the farthest corner makes no table of that size', async () => {
    const far = text(sheet).replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    const before = process.memoryUsage().heapUsed
    const [read] = await readWorkbook(packed({ [sheet]: far }))
    expect(read?.rows.length).toBeLessThanOrEqual(5000)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000)
  })
})

describe('a form', () => {
  it('locks what is not filled in, hides what only the product reads, and holds text only', async () => {
    const bytes = await drawForm(
      {
        title: 'Mittarit',
        name: 'Mittarit',
        columns: [
          { header: 'Tunniste', kind: 'key', width: 10 },
          { header: 'Mittari', kind: 'shown', width: 30 },
          { header: 'Arvo', kind: 'entry', width: 20 },
        ],
        rows: [
          ['a/b', '=HYPERLINK("http://example.fi")', '5/5'],
          ['a/c', 'Osuus', null],
        ],
        about: { name: 'Tietoja', rows: [['Ohje', 'Täytä']] },
      },
      'fi',
    )
    const { sheets } = readByParts(bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['Mittarit', 'Tietoja'])
    const cells = sheets[0]?.rows.flat().filter((cell) => cell !== null) ?? []
    expect(cells.every(({ kind }) => kind === 'text')).toBe(true)
    expect(cells.map(({ value }) => value)).toContain('=HYPERLINK("http://example.fi")')
    expect(sheets[0]?.rows[1]?.[2]?.format).toBe('@')
    const xml = new TextDecoder().decode(unzipSync(bytes)[sheet])
    expect(xml).toMatch(/<col [^>]*min="1"[^>]*hidden="(1|true)"/)
    expect(xml).toMatch(/<sheetProtection [^>]*sheet="(1|true)"/)
    const styles = new TextDecoder().decode(unzipSync(bytes)['xl/styles.xml'])
    expect(styles).toMatch(/locked="(0|false)"/)
    expect(xml, 'a cell to be filled in is there although it is empty').toMatch(/<c r="C3"/)
  })
})
