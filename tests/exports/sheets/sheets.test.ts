import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvParts, drawCsv } from '@/lib/exports/sheets/csv'
import { drawForm } from '@/lib/exports/sheets/form'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import type { Listing } from '@/lib/values/listing'
import { readWorkbook } from './read-workbook'

const listing: Listing = {
  name: 'purchases',
  title: 'Hankinnat: 2023/2025',
  columns: [
    { header: 'Hankinta', kind: 'text' },
    { header: 'Summa, €', kind: 'amount' },
    { header: 'Päätetty', kind: 'day' },
    { header: 'Luku', kind: 'number' },
    { header: 'Luku', kind: 'count' },
  ],
  rows: [
    ['=HYPERLINK("http://x.example")', '-1234.5', '2025-09-12', '35.55', '3'],
    ['+354 / 3 kk', null, null, '0', '0'],
    ['rivi 1\nrivi 2; "lainaus" & <b>', '1312645.07', '2025-01-01', '-0.1', null],
    ['  välit säilyvät  ', '0', null, null, null],
  ],
}
const empty: Listing = { ...listing, name: 'reservations', rows: [] }

describe('a workbook', () => {
  const read = async (listings: readonly Listing[]) =>
    readWorkbook(await drawWorkbook(listings, 'Kestävän kasvun Kainuu II', 'fi'))

  it('holds real numbers and days, texts as they are, and nothing where nothing is told', async () => {
    const [sheet] = (await read([listing])).sheets
    const cells = sheet?.rows.slice(1).map((row) => row.map((cell) => cell && [cell.kind, cell.value]))
    expect(cells).toEqual(
      [
        [
          ['text', '=HYPERLINK("http://x.example")'],
          ['number', '-1234.5'],
          ['number', '45912'],
          ['number', '35.55'],
          ['number', '3'],
        ],
        [['text', '+354 / 3 kk'], null, null, ['number', '0'], ['number', '0']],
        [
          ['text', 'rivi 1\nrivi 2; "lainaus" & <b>'],
          ['number', '1312645.07'],
          ['number', '45658'],
          ['number', '-0.1'],
        ],
        [
          ['text', '  välit säilyvät  '],
          ['number', '0'],
        ],
      ].map((row, index) => [
        ...row,
        ...Array.from({ length: (cells?.[index]?.length ?? 0) - row.length }, () => null),
      ]),
    )
    expect(sheet?.rows.flat().filter((cell) => cell?.kind === 'formula')).toEqual([])
  })

  it('shows euros as euros and days as days', async () => {
    const [sheet] = (await read([listing])).sheets
    const formats = sheet?.rows[1]?.map((cell) => cell?.format)
    expect(formats?.slice(1, 3)).toEqual(['#,##0.00\\ "€"', 'd.m.yyyy'])
  })

  it('shows a whole number without a comma for decimals that are not there', async () => {
    const rows = ['66', '39.3', '66.0', '-5', '0', null].map((value) => [value])
    const one: Listing = { ...listing, columns: [{ header: 'Luku', kind: 'number' }], rows }
    const [sheet] = (await read([one])).sheets
    const formats = sheet?.rows.slice(1).map(([cell]) => cell?.format)
    const [whole, broken] = ['#,##0', '#,##0.################']
    expect(formats?.slice(0, 5)).toEqual([whole, broken, whole, whole, whole])
  })

  it('tells a longer time as the reader writes it, and what is no time as it was written', async () => {
    const rows = ['2025-09', '2025-10/2025-12', '2025-Q3', '2025-09-12', 'syksy 2025'].map((value) => [value])
    const one: Listing = { ...listing, columns: [{ header: 'Aika', kind: 'time' }], rows }
    const [sheet] = (await read([one])).sheets
    const told = ['9/2025', '10–12/2025', 'Q3/2025', '12.9.2025', 'syksy 2025']
    expect(sheet?.rows.slice(1).map(([cell]) => cell?.value)).toEqual(told)
    const lines = (format: 'csv' | 'csv_plain') => new TextDecoder().decode(drawCsv(one, format)).split('\r\n').slice(1)
    expect(lines('csv')).toEqual(told)
    expect(lines('csv_plain')).toEqual(rows.flat())
  })

  it('is written in one kind of letters and lies on A4, a form too', async () => {
    const column = { header: 'Arvo', kind: 'entry', width: 20 } as const
    const about = { name: 'Tietoja', rows: [['Täyttäminen', 'Täytä keltaiset solut. '.repeat(9)] as const] }
    const form = { title: 'Mittarit', name: 'Mittarit', columns: [column], rows: [['']], about } as const
    for (const bytes of [await drawWorkbook([listing], 'K', 'fi'), await drawForm(form, 'fi')]) {
      const parts = unzipSync(bytes)
      const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
      const fonts = [...part('xl/styles.xml').matchAll(/<font>.*?<\/font>/g)].map(([font]) => font)
      expect(fonts.length).toBeGreaterThan(1)
      for (const font of fonts) expect(font).toContain('<name val="Arial"/>')
      const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'))
      for (const name of sheets) expect(part(name)).toMatch(/<pageSetup[^>]* paperSize="9"/)
      console.log(`looked at ${fonts.length} fonts and ${sheets.length} sheets`)
    }
  })

  it('has headings as a table with a frozen row, each heading once, and sheets with names that Excel takes', async () => {
    const { sheets, properties, parts } = await read([listing, empty])
    expect(sheets[0]?.rows[0]?.map((cell) => cell?.value)).toEqual([
      'Hankinta',
      'Summa, €',
      'Päätetty',
      'Luku',
      'Luku (2)',
    ])
    expect(sheets.map(({ name }) => name)).toEqual(['Hankinnat  2023 2025', 'Hankinnat  2023 2025 2'])
    expect(sheets.map(({ frozenRows }) => frozenRows)).toEqual([1, 1])
    expect(sheets.map(({ tables }) => tables.length)).toEqual([1, 0])
    expect(sheets[1]?.rows).toHaveLength(1)
    expect(properties).toMatchObject({ 'dc:title': 'Kestävän kasvun Kainuu II', 'dc:language': 'fi' })
    expect(parts.filter((part) => /vba|external|macro/i.test(part))).toEqual([])
  })

  it('holds every row of a long list, in a table as long, and lets others have their turn while it is made', async () => {
    const rows = Array.from({ length: 8_000 }, (_, no) => [`Rivi ${no}`, `${no}.5`, '2025-09-12', null, '0'])
    let turns = 0
    const turn = () => {
      turns += 1
      next = setImmediate(turn)
    }
    let next = setImmediate(turn)
    const bytes = await drawWorkbook([{ ...listing, rows }], 'Pitkä', 'fi')
    clearImmediate(next)
    expect(turns).toBeGreaterThan(10)
    const parts = unzipSync(bytes)
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    expect(xml('xl/worksheets/sheet1.xml').match(/<dimension [^>]*>/)?.[0]).toBe('<dimension ref="A1:E8001"/>')
    expect(xml('xl/tables/table1.xml').match(/ref="[^"]*"/g)).toEqual(['ref="A1:E8001"', 'ref="A1:E8001"'])
    const read = readWorkbook(bytes).sheets[0]?.rows ?? []
    expect(read).toHaveLength(8_001)
    expect([read[1], read[8_000]].map((row) => row?.map((cell) => cell?.value))).toEqual([
      ['Rivi 0', '0.5', '45912', undefined, '0'],
      ['Rivi 7999', '7999.5', '45912', undefined, '0'],
    ])
  })
})

describe('CSV', () => {
  const text = (format: 'csv' | 'csv_plain', of = listing) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(drawCsv(of, format))

  it('for Finnish Excel has its mark, semicolons, decimal commas and Finnish days', () => {
    expect(text('csv')).toBe(
      [
        '\ufeffHankinta;Summa, €;Päätetty;Luku;Luku',
        '"\'=HYPERLINK(""http://x.example"")";-1234,5;12.9.2025;35,55;3',
        "'+354 / 3 kk;;;0;0",
        '"rivi 1\nrivi 2; ""lainaus"" & <b>";1312645,07;1.1.2025;-0,1;',
        '  välit säilyvät  ;0;;;',
      ].join('\r\n'),
    )
  })

  it('for other programs has commas, decimal points and ISO days', () => {
    const rows = text('csv_plain').split('\r\n')
    expect(rows[0]).toBe('Hankinta,"Summa, €",Päätetty,Luku,Luku')
    expect(rows[1]).toBe('"\'=HYPERLINK(""http://x.example"")",-1234.5,2025-09-12,35.55,3')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    'a text %j is kept from being a formula',
    (value) => {
      const one: Listing = { ...listing, columns: [{ header: 'Teksti', kind: 'text' }], rows: [[value]] }
      expect(text('csv_plain', one).split('\r\n').slice(1).join('\r\n').replace(/^"|"$/g, '')).toBe(`'${value}`)
    },
  )

  it('a negative number stays a number', () => {
    const one: Listing = { ...listing, columns: [{ header: 'Luku', kind: 'number' }], rows: [['-5.25']] }
    expect(text('csv', one)).toBe('\ufeffLuku\r\n-5,25')
  })

  it('part by part is the same file, its first part short', () => {
    const rows = Array.from({ length: 7001 }, (_, no) => [`Rivi ${no}`, `${no}.5`, null, '0', null])
    const long: Listing = { ...listing, rows }
    const parts = [...csvParts(long, 'csv')]
    expect(parts.length).toBeGreaterThan(3)
    expect(parts[0]?.length).toBeLessThan(5000)
    const whole = new TextDecoder().decode(Buffer.concat(parts))
    expect(whole).toBe(new TextDecoder().decode(drawCsv(long, 'csv')))
    const lines = whole.split('\r\n')
    expect(lines).toHaveLength(7002)
    expect([lines[1], lines[100], lines[101], lines.at(-1)]).toEqual([
      'Rivi 0;0,5;;0;',
      'Rivi 99;99,5;;0;',
      'Rivi 100;100,5;;0;',
      'Rivi 7000;7000,5;;0;',
    ])
  })

  it('a list without rows is its headings', () => {
    expect(text('csv_plain', empty)).toBe('Hankinta,"Summa, €",Päätetty,Luku,Luku')
  })
})
