import { describe, expect, it } from 'vitest'
import { words } from '@/lib/platform/words'
import { correctedPath, correctionAddress } from '@/lib/status-reports/addresses'
import { correctedFigure, type StandingFigure, writtenFigure } from '@/lib/status-reports/corrections/figures/model'
import { correctionText, figureOf, toCorrections } from '@/lib/status-reports/corrections/model'
import {
  changedIndicators,
  predecessorOf,
  type ReportedValue,
  reportedValues,
  sameMeaning,
  withdrawn,
} from '@/lib/status-reports/measurements/model'

const id = '0198a000-0000-7000-8000-000000000001'
const other = '0198a000-0000-7000-8000-000000000002'
const period = { key: '2025-Q3', from: '2025-07-01', to: '2025-09-30' }
const asked = { kind: 'numeric', unit: '%', dimensions: [] }

/** What approving a report with these texts would measure. */
function told(value: string, beside: Record<string, string> = {}): ReportedValue {
  const entries = Object.entries({ value, ...beside }).map(([field, text]) => ({
    path: `indicators/${id}/${field}`,
    text,
  }))
  const [one] = reportedValues(entries, new Map([[id, asked]]), period)
  if (!one) throw new Error(`not read: ${value}`)
  return one
}

const standing = (parts: Partial<StandingFigure> = {}): StandingFigure => ({
  indicatorId: id,
  base: told('87 %', { n: '40', note: 'Kysely' }),
  texts: { value: '87 %', n: '40' },
  note: 'Kysely',
  asked,
  period,
  ...parts,
})

describe('which paths are figures', () => {
  it.each(['value', 'n', 'time'])('indicators/…/%s', (field) => {
    expect(figureOf(`indicators/${id}/${field}`)).toEqual({ indicatorId: id, field })
  })
  it.each([`indicators/${id}/note`, 'overall/light', 'results/text', `indicators/${id}`, 'x', ''])('not %s', (path) => {
    expect(figureOf(path)).toBeNull()
  })
})

describe('the measurement that a correction makes', () => {
  it('has the new value and keeps n, time and note', () => {
    const read = correctedFigure(standing(), 'value', ' yli 85,5 ')
    expect(read).toMatchObject({ ok: true, value: { n: 40, note: 'Kysely', time: { code: '2025-Q3' } } })
    expect(read.ok && read.value.value).toMatchObject({ number: '85.5', qualifier: 'over', unit: '%' })
  })

  it('has the new n or time and keeps the value', () => {
    expect(correctedFigure(standing(), 'n', '1 240')).toMatchObject({
      ok: true,
      value: { n: 1240, value: { number: '87' } },
    })
    const time = correctedFigure(standing(), 'time', '8/2025')
    expect(time).toMatchObject({ ok: true, value: { n: 40, time: { code: '2025-08' }, value: { number: '87' } } })
  })

  it('emptied, n is unknown and the time is the period', () => {
    expect(correctedFigure(standing(), 'n', ' ')).toMatchObject({ ok: true, value: { n: null } })
    const base = told('87 %', { time: '8/2025' })
    expect(correctedFigure(standing({ base }), 'time', '')).toMatchObject({
      ok: true,
      value: { time: { code: '2025-Q3' } },
    })
  })

  it('keeps the scope and source of a value that came from elsewhere', () => {
    const { value, ...rest } = told('2 %')
    const base = { ...rest, value: { ...value, scope: 'lääkärit', source: 'THL' } }
    const read = correctedFigure(standing({ base, texts: {} }), 'value', '3 %')
    expect(read.ok && read.value.value).toMatchObject({ number: '3', scope: 'lääkärit', source: 'THL' })
  })

  it('of a value nobody knows is counted of nobody', () => {
    const read = correctedFigure(standing(), 'value', 'ei tiedossa')
    expect(read).toMatchObject({ ok: true, value: { n: null, value: { unknown: 'unknown', number: null } } })
  })

  it('takes n, time and note that were typed beside an empty value', () => {
    const nothing = standing({ base: null, texts: { n: '12', time: '8/2025' } })
    expect(correctedFigure(nothing, 'value', '5 %')).toMatchObject({
      ok: true,
      value: { n: 12, note: 'Kysely', time: { code: '2025-08' } },
    })
  })

  it.each([
    ['value', '', 'values.error.empty'],
    ['value', '1.234', 'values.error.ambiguousThousands'],
    ['n', '3,5', 'statusReports.error.wholeNumber'],
    ['time', '13/2025', 'values.timeError.noSuchTime'],
  ] as const)('is not made of %s "%s": %s', (field, text, message) => {
    expect(correctedFigure(standing(), field, text)).toEqual({ ok: false, message })
  })

  it.each(['n', 'time'] as const)('is not made of %s without a value', (field) => {
    const read = correctedFigure(standing({ base: null, texts: {} }), field, '8')
    expect(read).toEqual({ ok: false, message: 'corrections.error.noValue' })
  })
})

describe('what stood there before', () => {
  it('is the text of the field; of a value from elsewhere what it was read from', () => {
    expect(writtenFigure(standing(), 'value')).toBe('87 %')
    expect(writtenFigure(standing(), 'time')).toBe('')
    expect(writtenFigure(standing({ texts: {} }), 'value')).toBe('87 %')
    expect(writtenFigure(standing({ texts: {} }), 'n')).toBe('40')
    const base = told('87', { time: '8/2025' })
    const bare = { ...base, value: { ...base.value, asWritten: null } }
    expect(writtenFigure({ base: bare, texts: {} }, 'value')).toBe('87\u00a0%')
    expect(writtenFigure({ base, texts: {} }, 'time')).toBe('8/2025')
    expect(writtenFigure({ base: null, texts: {} }, 'value')).toBe('')
  })
})

describe('which measurements an approval touches', () => {
  const entry = (field: string, text: string, indicator = id) => ({ path: `indicators/${indicator}/${field}`, text })
  const entries = [
    entry('value', '87 %'),
    entry('n', '40'),
    entry('value', '5 %', other),
    { path: 'results/text', text: 'A' },
  ]
  const copy = Object.fromEntries(entries.map(({ path, text }) => [path, text]))

  it('those whose texts differ from the copy; all when there is none', () => {
    expect(changedIndicators(entries, null)).toEqual(new Set([id, other]))
    expect(changedIndicators(entries, copy)).toEqual(new Set())
    expect(changedIndicators([...entries.slice(0, 1), entry('n', '41'), ...entries.slice(2)], copy)).toEqual(
      new Set([id]),
    )
    expect(changedIndicators(entries.slice(0, 2), copy)).toEqual(new Set([other]))
    expect(changedIndicators(entries, { ...copy, 'results/text': 'B' })).toEqual(new Set())
  })

  it('a spelling is no other figure; a unit, n, time, note or word is', () => {
    expect(sameMeaning(told('87 %'), told('87,0'))).toBe(true)
    expect(sameMeaning(told('87 %'), told(' 87 % '))).toBe(true)
    for (const changed of [
      told('88 %'),
      told('yli 87 %'),
      told('87 %', { n: '4' }),
      told('87 %', { time: '8/2025' }),
      told('87 %', { note: 'Arvio' }),
      told('ei tiedossa'),
    ]) {
      expect(sameMeaning(told('87 %'), changed)).toBe(false)
    }
  })

  it('the one of the same scope gives way, or the only one', () => {
    const rows = [{ scope: 'lääkärit' }, { scope: 'hammaslääkärit' }]
    expect(predecessorOf(rows, 'hammaslääkärit')).toBe(rows[1])
    expect(predecessorOf(rows, null)).toBeNull()
    expect(predecessorOf(rows.slice(0, 1), null)).toBe(rows[0])
    expect(predecessorOf([], null)).toBeNull()
  })

  it('a value taken away leaves an unknown, never a zero', () => {
    expect(withdrawn(told('87 %', { n: '40' }))).toMatchObject({
      n: null,
      value: { unknown: 'unknown', number: null, unit: '%', asWritten: null },
    })
  })
})

describe('what a reader is told', () => {
  const stored = {
    path: `indicators/${id}/value`,
    before: '87',
    after: 'yli 85.5',
    event: { id: 'e1', at: new Date('2026-01-12T10:00:00Z'), reason: 'Numerot vaihtoivat paikkaa.' },
  }

  it('both figures in the reader’s notation, the day and the reason', () => {
    const [correction] = toCorrections([stored])
    if (!correction) throw new Error('no correction')
    expect(correctionText(words('fi'), correction, asked)).toBe(
      'Korjattu 12.1.2026: yli\u00a085,5\u00a0%, aiemmin 87\u00a0%. Syy: Numerot vaihtoivat paikkaa.',
    )
    expect(correctionText(words('sv'), correction, asked)).toContain('över\u00a085,5')
    expect(correctionText(words('en'), { ...correction, field: 'n', before: '', after: '1240' }, asked)).toMatch(
      /^Corrected .*: n = 1.240, previously not recorded\. Reason: Numerot/,
    )
  })

  it('what cannot be read is shown as it was typed; what is no figure is left out', () => {
    const [correction] = toCorrections([{ ...stored, before: 'kts. liite' }])
    expect(correction && correctionText(words('fi'), correction, asked)).toContain('aiemmin kts. liite.')
    expect(toCorrections([{ ...stored, path: 'results/text' }])).toEqual([])
  })
})

describe('the address of a correction', () => {
  it('is read back to the path it was made of', () => {
    const path = `indicators/${id}/value`
    const address = new URL(correctionAddress('kkk2', '2025-Q3', other, path), 'https://x')
    expect(address.pathname).toBe(`/projects/kkk2/rounds/2025-Q3/${other}/correct`)
    expect(correctedPath(Object.fromEntries(address.searchParams))).toBe(path)
    expect(correctedPath({ field: ['a', 'b'] })).toBeNull()
    expect(correctedPath({})).toBeNull()
  })
})
