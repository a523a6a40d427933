import { describe, expect, it } from 'vitest'
import { cleanPaste } from '@/components/status-reports/form/paste'

describe('a text pasted from elsewhere', () => {
  it.each([
    ['Windows line ends', 'eka\r\ntoka\rkolmas', 'eka\ntoka\nkolmas'],
    ["Word's own line ends", 'eka\vtoka\u2028kolmas', 'eka\ntoka\nkolmas'],
    ['spaces that are none', '1\u00a0234,5\u202f%', '1 234,5 %'],
    ['soft hyphens and unseen signs', 'hyvin\u00advointi\u200balue\ufeff', 'hyvinvointialue'],
    ['bullets of Word', '\u2022\tEka\r\n\uf0b7\tToka\r\no\tKolmas', '- Eka\n- Toka\n- Kolmas'],
    ['indented bullets', '  ▪ Eka\n\t• Toka', '- Eka\n- Toka'],
    ['numbered lists', '1.\tEka\n2)\tToka', '1. Eka\n2) Toka'],
    ['cells of a table', 'Nimi\tArvo', 'Nimi Arvo'],
    ['spaces at the ends of lines', 'eka   \ntoka', 'eka\ntoka'],
    ['many empty lines', 'eka\n\n\n\ntoka', 'eka\n\ntoka'],
  ])('%s', (_what, pasted, clean) => {
    expect(cleanPaste(pasted)).toBe(clean)
  })

  it.each([
    'o sana joka alkaa kirjaimella',
    'väli–viiva ja – ajatusviiva',
    '– repliikki',
    '👩‍👩‍👧 ŋ ǯ <b>#$\\ "ei"',
    'lopussa väli ',
    '- valmis luettelo\n- toinen',
    '2 * 3 = 6',
  ])('stays as it is: %s', (text) => {
    expect(cleanPaste(text)).toBe(text)
  })
})
