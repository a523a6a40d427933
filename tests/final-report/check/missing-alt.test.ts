import { describe, expect, it } from 'vitest'
import { missingAlt } from '@/lib/final-report/check/missing-alt/model'
import { figure, told, written } from './written-report'

const of = (alt: string | null, language: 'fi' | 'sv' = 'fi') =>
  told(
    missingAlt,
    written(
      [
        {
          id: '1',
          blocks: [
            figure(language === 'fi' ? 'Kuva 1' : 'Figur 1', language === 'fi' ? 'Digipolun vaiheet.' : 'Vårdstig', {
              alt,
            }),
          ],
        },
      ],
      {},
      language,
    ),
  )

describe('an alternative text', () => {
  it('is missing, or says nothing of its own', () => {
    expect(of(null)).toEqual(['1 none: Digipolun vaiheet.'])
    expect(of('  ')).toEqual(['1 none: Digipolun vaiheet.'])
    expect(of('IMG_2041.jpg')).toEqual(['1 fileName: IMG_2041.jpg | Digipolun vaiheet.'])
    expect(of('Kuvakaappaus 3')).toEqual(['1 fileName: Kuvakaappaus 3 | Digipolun vaiheet.'])
    expect(of('Kuva 1. Digipolun vaiheet')).toEqual(['1 caption: Kuva 1. Digipolun vaiheet | Digipolun vaiheet.'])
    expect(of('Bild: Vårdstig', 'sv')).toEqual(['1 caption: Bild: Vårdstig | Vårdstig'])
  })

  it('tells what is seen', () => {
    expect(of('Kaavio, jossa polun kolme vaihetta seuraavat toisiaan.')).toEqual([])
    expect(of('Diagram över de tre stegen.', 'sv')).toEqual([])
  })
})
