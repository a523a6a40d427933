import { describe, expect, it } from 'vitest'
import { fittedColumns, type GivenColumn, textLength } from '@/lib/exports/column-widths'
import { loadFonts } from '@/lib/exports/typst/fonts'

const { widths } = loadFonts()
const place = { widths, room: 50, beside: 1 }
const column = (header: string, width = 1, numeric = false): GivenColumn => ({ header, numeric, width })
const cells = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map((text) => ({ text })))
const words = (count: number) => Array.from({ length: count }, () => 'kehittäminen').join(' ')
const shares = (made: readonly { width: number }[]) => {
  const all = made.reduce((sum, { width }) => sum + width, 0)
  return made.map(({ width }) => width / all)
}

describe('widths of the columns of a printed table', () => {
  it('stay as given where they suit what is in them', () => {
    const rows = cells([
      [words(4), words(4)],
      [words(4), words(4)],
    ])
    const made = fittedColumns([column('A'), column('B')], rows, place)
    expect(shares(made)).toEqual([0.5, 0.5])
    expect(made.map(({ divided }) => divided)).toEqual([false, false])
  })

  it('give the room that one column does not need to the one that does', () => {
    const rows = cells(Array.from({ length: 5 }, () => ['Kyllä', words(20), 'ei mitattu']))
    const made = fittedColumns([column('Tila', 3), column('Lähtötaso', 1), column('Toteuma', 3)], rows, place)
    const [first = 0, second = 0, third = 0] = shares(made)
    expect(second).toBeGreaterThan(0.6)
    expect(first).toBeLessThan(0.2)
    expect(third).toBeLessThan(0.2)
  })

  it('never divide a word or a figure that has room for itself, and tell where one has not', () => {
    const texts = [
      ['Suunnitelman mukaan', 'ei tiedossa', '1 312 645,07 €', words(30)],
      ['Vaarassa', 'Kyllä', '−240 520,00 €', 'x'],
    ]
    const columns = [column('Tila', 1), column('Otettu käyttöön', 1), column('Summa', 1, true), column('Huomio', 60)]
    const made = fittedColumns(columns, cells(texts), place)
    expect(made.map(({ divided }) => divided)).toEqual([false, false, false, false])
    const longest = ['Suunnitelman', 'ei tiedossa', '1 312 645,07 €', 'kehittäminen']
    const room = made.map(({ width }) => width - place.beside)
    for (const [at, text] of longest.entries()) expect(room[at], text).toBeGreaterThan(textLength(text, widths))
    // The widths as given would have cut them: the check sees it.
    const given = columns.map(({ width }) => (width / 63) * (place.room + 4 * place.beside) - place.beside)
    expect(longest.filter((text, at) => (given[at] ?? 0) < textLength(text, widths))).toHaveLength(3)
    const address = 'kokemusasiantuntijaklinikkatoiminta'.repeat(2)
    const tight = fittedColumns([column('A'), column('B'), column('C')], cells([[address, address, 'x']]), place)
    expect(tight.map(({ divided }) => divided)).toEqual([true, true, false])
  })

  it('are found for letters of other families, for no rows and for more columns than have room', () => {
    expect(shares(fittedColumns([column('A', 2), column('B', 1)], [], place))[0]).toBeCloseTo(2 / 3)
    expect(fittedColumns([column('A'), column('B')], cells([['ǩ☐→', '']]), place)).toHaveLength(2)
    const many = Array.from({ length: 12 }, (_, at) => column(`Hyvinvointialue ${at}`))
    const crowded = fittedColumns(many, cells([many.map(() => 'kehittäminen')]), place)
    expect(shares(crowded).every((share) => Math.abs(share - 1 / 12) < 1e-9)).toBe(true)
    expect(crowded.every(({ divided }) => divided)).toBe(true)
  })

  it('take little time for a long table', () => {
    const rows = cells(Array.from({ length: 20_000 }, (_, no) => [`Rivi ${no}`, words(6), `${no},00 €`]))
    const began = performance.now()
    fittedColumns([column('A'), column('B'), column('C', 1, true)], rows, place)
    const took = performance.now() - began
    console.log(`widths of ${rows.length} rows: ${Math.round(took)} ms`)
    expect(took).toBeLessThan(2000)
  })
})
