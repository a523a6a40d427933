import { describe, expect, it } from 'vitest'
import { letterWidths } from '@/lib/exports/pptx/letter-widths'
import { breakLines, textWidth } from '@/lib/exports/pptx/measure'
import { readFontWidths } from './font-widths'

const linesOf = (text: string, width: number, size = 12) =>
  breakLines([{ text }], size, width).map(({ from, to }) => text.slice(from, to))

describe('widths of letters', () => {
  it.each(['regular', 'bold'] as const)('are those of Arial, never less: %s', (weight) => {
    const font = readFontWidths(weight === 'bold' ? 'Bold' : 'Regular')
    let compared = 0
    for (const [width, letters] of Object.entries(letterWidths[weight])) {
      for (const letter of letters) {
        const real = font.widthOf(letter) ?? Number.NaN
        expect(Number(width), letter).toBeGreaterThanOrEqual(real - 0.5)
        expect(Number(width), letter).toBeLessThanOrEqual(real + 7)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(450)
  })

  it('cover what Finnish and Swedish are written with', () => {
    const all = new Set(Object.values(letterWidths.regular).join(''))
    for (const letter of 'abcdefghijklmnopqrstuvwxyzåäöÅÄÖé0123456789 .,:;–−€%§"’()\u00a0')
      expect(all).toContain(letter)
  })

  it('add up', () => {
    expect(textWidth('Hankinta', 12)).toBeCloseTo((722 + 556 * 3 + 500 + 223 + 278 + 556 - 0) * 0.012, 0)
    expect(textWidth('👍', 10)).toBe(14)
  })
})

describe('breaking lines', () => {
  it('keeps every letter, in order', () => {
    for (const text of [
      'yksi kaksi kolme neljä',
      ' alussa väli',
      'lopussa väli ',
      '',
      'a'.repeat(300),
      'x-'.repeat(90),
    ])
      expect(linesOf(text, 60).join('')).toBe(text)
  })

  it('breaks at spaces', () => {
    expect(linesOf('yksi kaksi kolme', 50)).toEqual(['yksi ', 'kaksi ', 'kolme'])
    expect(linesOf('1 234,50 €', 30, 12).length).toBeGreaterThan(1)
  })

  it('does not break a number at its gaps', () => {
    expect(linesOf('summa 1\u00a0234,50\u00a0€', 64)).toEqual(['summa ', '1\u00a0234,50\u00a0€'])
  })

  it('breaks a word that is longer than a line', () => {
    expect(linesOf('sosiaalijaterveydenhuollonkirjaaminen', 60).length).toBeGreaterThan(3)
    expect(linesOf('polku/polku/polku/polku', 60)[0]).toBe('polku/')
  })

  it('counts bold letters as wider', () => {
    const text = 'Kiireettömät käynnit seitsemän päivän kuluessa terveysasemilla'
    const lines = (bold: boolean) => breakLines([{ text, bold }], 12, textWidth(text, 12) / 0.98).length
    expect([lines(false), lines(true)]).toEqual([1, 2])
  })
})
