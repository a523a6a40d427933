import { describe, expect, it } from 'vitest'
import { mappedCharacters } from '@/lib/exports/typst/character-map'
import { loadFonts } from '@/lib/exports/typst/fonts'
import { printable, printableCopy } from '@/lib/exports/typst/printable'

const fonts = loadFonts()

describe('what the fonts can show', () => {
  it.each([...'aåäöÅÄÖčđŋšŧžáʒǥǧõâ€→≥≤✓▲●◆○–—…§½°'])('%s', (letter) => {
    expect(fonts.has(letter.codePointAt(0) ?? 0)).toBe(true)
  })

  it.each([...'😀🎉🚑☎'])('%s', (emoji) => expect(fonts.has(emoji.codePointAt(0) ?? 0)).toBe(true))

  it('does not claim what it lacks', () => {
    expect([...'日ع\ue000'].map((letter) => fonts.has(letter.codePointAt(0) ?? 0))).toEqual([false, false, false])
    expect(mappedCharacters(new Uint8Array())).toEqual(new Map())
  })
})

describe('printable text', () => {
  it('replaces only what has no glyph, each told once', () => {
    const make = printable((code) => code < 0x100)
    expect(make.text('ä ✓ ✓ \u200d ☎')).toBe('ä [U+2713] [U+2713] \u200d [U+260E]')
    expect(make.replaced()).toEqual(['U+2713', 'U+260E'])
  })

  it('reaches every text of a value but addresses', () => {
    const make = printable((code) => code < 0x100)
    const value = { a: ['✓', 1, null, true], b: { text: '✓', address: 'https://x.example/✓' } }
    expect(printableCopy(value, make)).toEqual({
      a: ['[U+2713]', 1, null, true],
      b: { text: '[U+2713]', address: 'https://x.example/✓' },
    })
  })

  it('leaves no joiner and no variation selector in a drawing', () => {
    const make = printable(() => true)
    const drawing = '<text>\u{1f9d1}\u200d\u2695\ufe0f</text>'
    expect(printableCopy({ svg: drawing, text: '\u2695\ufe0f' }, make)).toEqual({
      svg: '<text>\u{1f9d1}\u2695</text>',
      text: '\u2695\ufe0f',
    })
  })
})
