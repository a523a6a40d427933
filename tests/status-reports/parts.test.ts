// A value that is entered part by part: the rows on the page, the one text they are kept as, and what is read of it.
import { describe, expect, it } from 'vitest'
import {
  errorsByRow,
  mergeParts,
  namedParts,
  rowsOfText,
  textOfRows,
  writeCells,
} from '@/components/status-reports/form/parts/rows'
import { readValue } from '@/lib/indicators/readings/model'
import { joinBreakdown, splitBreakdown } from '@/lib/indicators/values/breakdown/typing/model'
import { figureWarnings } from '@/lib/status-reports/checks/figures/model'
import { partName, textName, toldName, totalName, typedTexts } from '@/lib/status-reports/fields/typed/model'

const share = { kind: 'numeric', unit: '%', dimensions: ['kunta'] }
const count = { kind: 'numeric', unit: 'hlö', dimensions: ['kunta', 'ikä'] }
const id = '0197a000-0000-7000-8000-00000000000a'
const path = `indicators/${id}/value`
const read = (text: string, asked: typeof share) => {
  const reading = readValue(text, asked)
  return reading.ok ? reading.value : reading
}

describe('the one text that parts are kept as', () => {
  it.each([
    [
      'Kajaani: 12; Kuhmo: ei tiedossa',
      {
        total: '',
        parts: [
          ['Kajaani', '12'],
          ['Kuhmo', 'ei tiedossa'],
        ],
      },
    ],
    [
      'noin 40 (Kajaani: 12; Kuhmo: 3)',
      {
        total: 'noin 40',
        parts: [
          ['Kajaani', '12'],
          ['Kuhmo', '3'],
        ],
      },
    ],
    [
      'Kajaani (kunta): 12; Kuhmo (kunta): 5 (arvio)',
      {
        total: '',
        parts: [
          ['Kajaani (kunta)', '12'],
          ['Kuhmo (kunta)', '5 (arvio)'],
        ],
      },
    ],
    [
      'klo 8:00–16:00: 5; muut: 2',
      {
        total: '',
        parts: [
          ['klo 8:00–16:00', '5'],
          ['muut', '2'],
        ],
      },
    ],
    [
      'Kajaani:12\nKuhmo:3',
      {
        total: '',
        parts: [
          ['Kajaani', '12'],
          ['Kuhmo', '3'],
        ],
      },
    ],
    [
      ': 12; Kuhmo:',
      {
        total: '',
        parts: [
          ['', '12'],
          ['Kuhmo', ''],
        ],
      },
    ],
    ['87 (osin arvio)', { total: '87 (osin arvio)', parts: [] }],
    ['40', { total: '40', parts: [] }],
    ['', { total: '', parts: [] }],
  ])('is taken apart: %s', (text, expected) => {
    const { total, parts } = splitBreakdown(text)
    expect({ total, parts: parts.map(({ label, value }) => [label, value]) }).toEqual(expected)
  })

  it('comes back as it was put together, whatever is typed', () => {
    const signs = ['Kajaani', 'ä', '12', ' ', ',', '%', '–', '0', '(x)', '/', '→', 'ei tiedossa', '1.234', '"']
    let seed = 7
    const next = (most: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % most
    }
    const typed = () =>
      Array.from({ length: 1 + next(3) }, () => signs[next(signs.length)])
        .join('')
        .trim()
    for (let round = 0; round < 2000; round += 1) {
      const parts = Array.from({ length: 1 + next(4) }, () => ({ label: `${typed()}a`, value: typed() }))
      const total = next(2) === 0 ? '' : `${next(100)}`
      expect(splitBreakdown(joinBreakdown({ total, parts }))).toEqual({ total, parts })
    }
  })
})

describe('what is read of it', () => {
  it('is parts with their dimensions, unknown ones apart from zero, and a total of its own', () => {
    expect(read('noin 40 (Kajaani: 12 %; Kuhmo: 0; Sotkamo: ei tiedossa)', share)).toMatchObject({
      ...{ kind: 'breakdown', number: '40', qualifier: 'about', unit: '%' },
      asWritten: 'noin 40 (Kajaani: 12 %; Kuhmo: 0; Sotkamo: ei tiedossa)',
      cells: [
        { label: 'Kajaani', number: '12', unknown: null, dimensions: { kunta: 'Kajaani' } },
        { label: 'Kuhmo', number: '0', unknown: null },
        { label: 'Sotkamo', number: null, unknown: 'unknown' },
      ],
    })
    expect(read('Kajaani / 0–17: 5', count)).toMatchObject({
      number: null,
      cells: [{ dimensions: { kunta: 'Kajaani', ikä: '0–17' } }],
    })
  })

  it.each([
    ['40', { kind: 'number', number: '40', cells: [] }],
    ['ei tiedossa', { unknown: 'unknown', number: null }],
    ['80 % (n: 40)', { number: '80' }],
    ['26 arvioitu → 10 ohjattu', { kind: 'funnel' }],
  ])('without parts is what it always was: %s', (text, meant) => {
    expect(read(text, share)).toMatchObject(meant)
  })

  it.each([
    ['Kajaani: 1.234; Kuhmo: 2', { 'part/0/value': 'values.error.ambiguousThousands' }],
    ['Kajaani: 1; Kuhmo: monta', { 'part/1/value': 'values.error.notANumber' }],
    ['Kajaani: 1; Kuhmo: 2–3', { 'part/1/value': 'indicators.error.partNumber' }],
    ['Kajaani: 1; kajaani: 2', { 'part/1/label': 'indicators.error.partTwice' }],
    ['Kajaani: 1; : 2', { 'part/1/label': 'indicators.error.partMissing' }],
    ['monta (Kajaani: 1)', { total: 'values.error.notANumber' }],
  ])('tells at which part it is wrong: %s', (text, fields) => {
    const [message] = Object.values(fields)
    expect(read(text, share)).toEqual({ ok: false, message, fields })
  })

  it('is looked at as on the workbench: a total that differs, a percentage that n does not give', () => {
    const rules = (value: string, n: string, asked: typeof share) =>
      figureWarnings([`indicators/${id}/n`], (at) => (at === path ? value : n), new Map([[id, asked]]))[path]?.map(
        ({ rule }) => rule,
      )
    expect(rules('40 (A / 1: 12; B / 1: 3)', '', count)).toEqual(['total_differs'])
    expect(rules('15 (A / 1: 12; B / 1: 3)', '', count)).toEqual([])
    expect(rules('15 (A / 1: 12; B / 1: ei tiedossa)', '', count)).toEqual([])
    expect(rules('87 %', '10', share)).toEqual(['impossible_percentage'])
    expect(rules('90 %', '10', share)).toEqual([])
    expect(rules('', '10', share)).toEqual([])
  })
})

describe('the rows on the page', () => {
  const known = ['Kajaani', 'Kuhmo']

  it('are the known parts, then others, then empty ones; what is not written in stays out of the text', () => {
    const rows = rowsOfText('40 (kuhmo: 3; Puolanka: 1)', known)
    expect(rows.rows.map(({ label, value, given }) => [label, value, given])).toEqual([
      ['Kajaani', '', true],
      ['Kuhmo', '3', true],
      ['Puolanka', '1', false],
      ['', '', false],
      ['', '', false],
    ])
    expect(textOfRows(rows)).toBe('40 (Kuhmo: 3; Puolanka: 1)')
    expect(textOfRows(writeCells(rows, [{ cell: '0/value', text: '0' }]))).toBe(
      '40 (Kajaani: 0; Kuhmo: 3; Puolanka: 1)',
    )
    expect(textOfRows(rowsOfText('', known))).toBe('')
  })

  it('grow while they are filled, and a name without a value is kept', () => {
    const named = writeCells(rowsOfText('', known), [{ cell: '2/label', text: 'Puolanka' }])
    expect(named.rows).toHaveLength(5)
    expect(textOfRows(named)).toBe('Puolanka:')
    expect(rowsOfText('Puolanka:', known).rows.at(2)).toEqual({ label: 'Puolanka', value: '', given: false })
  })

  it('show what is wrong at the row it is about', () => {
    const rows = rowsOfText('Kuhmo: monta; Puolanka: 2–3', known)
    expect(errorsByRow(rows, { 'part/0/value': 'a', 'part/1/value': 'b', total: 'c' })).toEqual({
      '1/value': 'a',
      '2/value': 'b',
      total: 'c',
    })
  })

  it.each([
    ['Kuhmo: 3; Puolanka: ei tiedossa', 'Kajaani: 1; Kuhmo: 3; Puolanka: ei tiedossa'],
    ['Puolanka\t5\r\nkuhmo\t4\r\n', 'Kajaani: 1; Kuhmo: 4; Puolanka: 5'],
    ['9 (Kuhmo: 8)', '9 (Kajaani: 1; Kuhmo: 8)'],
  ])('take a pasted text by the names of its parts: %j', (pasted, text) => {
    const named = namedParts(pasted)
    expect(named && textOfRows(mergeParts(rowsOfText('Kajaani: 1; Kuhmo: 2', known), named))).toBe(text)
  })

  it.each(['12', '12\n13', '1\t2\t3', '1\t2', 'Kajaani\t1\tx', 'Kajaani:'])(
    'leave another text to the cells: %j',
    (pasted) => {
      expect(namedParts(pasted)).toBeNull()
    },
  )
})

describe('the controls of a form without scripts', () => {
  const rows = (told: string, cells: [no: number, which: 'known' | 'label' | 'value', text: string][], total = '') =>
    typedTexts([
      [toldName(path), told],
      ...cells.map(([no, which, text]) => [partName(path, no, which), text] as const),
      [totalName(path), total],
      [textName('results/text'), 'Valmis'],
      ['intent', 'save'],
    ])

  it('make the text of the field', () => {
    const cells: Parameters<typeof rows>[1] = [
      [0, 'known', 'Kajaani'],
      [0, 'value', ''],
      [1, 'known', 'Kuhmo'],
      [1, 'value', '3'],
      [4, 'label', 'Puolanka'],
      [4, 'value', ''],
    ]
    expect(rows('', cells, '40')).toEqual({ [path]: '40 (Kuhmo: 3; Puolanka:)', 'results/text': 'Valmis' })
  })

  it('leave the text as it was written while they say the same', () => {
    const told = 'Kuhmo: 3\nkajaani: 12'
    const cells: Parameters<typeof rows>[1] = [
      [0, 'known', 'Kajaani'],
      [0, 'value', '12'],
      [1, 'known', 'Kuhmo'],
      [1, 'value', '3'],
      [2, 'label', ''],
      [2, 'value', ''],
    ]
    expect(rows(told, cells)[path]).toBe(told)
    cells[1] = [0, 'value', '13']
    expect(rows(told, cells)[path]).toBe('Kajaani: 13; Kuhmo: 3')
  })
})
