import { describe, expect, it } from 'vitest'
import { weekday } from '@/lib/final-report/check/weekday/model'
import type { Locale } from '@/lib/platform/locales'
import { found, smallReport } from './small-report'

const check = (text: string, language: Locale = 'fi') => found(weekday, smallReport([text], [], language))

describe('a date and its weekday', () => {
  it.each([
    'Johtoryhmä kokoontui tiistaina 13.1.2026 kello 12–14.',
    'Ohjausryhmä kokoontui maanantaina 15.12.2025.',
    'ti 13.1.2026 klo 12',
    'Ke 14.1.2026, to 15.1.2026 ja pe 16.1.2026',
    'La 17.1.2026–su 18.1.2026',
    'Kokous on 14.1.2026 ja päättyy 15.1.2026.',
    'tiistai 13. tammikuuta 2026',
    'tiistain 13.1.2026 kokous',
    '13.1.2026 (ti)',
    'ma–ti 12.–13.1.2026',
    'tiistaina 2026-01-13',
    'keskiviikkona 13.1.',
    'Sunnuntaina 29.2.2032',
    'Asianumero HVA/5703/31.02.2023/2',
  ])('is right: %s', (text) => {
    expect(check(text)).toEqual([])
  })

  it.each([
    ['Johtoryhmä kokoontui maanantaina 13.1.2026 kello 12–14.', 'weekday: maanantaina 13.1.2026 | tiistai'],
    ['Ohjausryhmä kokoontui keskiviikkona 15.12.2025.', 'weekday: keskiviikkona 15.12.2025 | maanantai'],
    ['ke 13.1.2026 klo 12', 'weekday: ke 13.1.2026 | tiistai'],
    ['To 13. 1. 2026', 'weekday: To 13. 1. 2026 | tiistai'],
    ['torstai 13. tammikuuta 2026', 'weekday: torstai 13. tammikuuta 2026 | tiistai'],
    ['keskiviikon 13.1.2026 kokous', 'weekday: keskiviikon 13.1.2026 | tiistai'],
    ['13.1.2026 (pe)', 'weekday: 13.1.2026 (pe) | tiistai'],
    ['ma–ke 12.–13.1.2026', 'weekday: ma–ke 12.–13.1.2026 | tiistai'],
    ['torstaina 2026-01-13', 'weekday: torstaina 2026-01-13 | tiistai'],
    ['Työ päättyi 31.2.2025.', 'impossible: 31.2.2025'],
    ['perjantaina 31.4.2025', 'impossible: 31.4.2025'],
    ['Aika 29.2.2025–1.3.2025', 'impossible: 29.2.2025'],
    ['2025-02-30', 'impossible: 2025-02-30'],
  ])('is wrong: %s', (text, finding) => {
    expect(check(text)).toEqual([finding])
  })

  it.each([
    ['Mötet hölls tisdagen den 13 januari 2026.', []],
    ['Mötet hölls onsdagen den 13 januari 2026.', ['weekday: onsdagen den 13 januari 2026 | tisdag']],
    ['fre 16.1.2026', []],
    ['tors 16.1.2026', ['weekday: tors 16.1.2026 | fredag']],
  ])('reads Swedish: %s', (text, findings) => {
    expect(check(text, 'sv')).toEqual(findings)
  })

  it('takes no two letters for a weekday in English', () => {
    expect(check('from 1.1.2026 to 13.1.2026', 'en')).toEqual([])
    expect(check('Friday 13.1.2026', 'en')).toEqual(['weekday: Friday 13.1.2026 | Tuesday'])
  })

  it('reads titles, captions and cells', () => {
    const table = {
      caption: 'Tilanne keskiviikkona 13.1.2026',
      columns: ['Kokous', 'Aika'],
      rows: [['Ohjausryhmä', 'su 13.1.2026']],
    }
    expect(found(weekday, smallReport([table]))).toEqual([
      'weekday: keskiviikkona 13.1.2026 | tiistai',
      'weekday: su 13.1.2026 | tiistai',
    ])
  })
})
