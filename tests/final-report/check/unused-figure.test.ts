import { describe, expect, it } from 'vitest'
import { unusedFigure } from '@/lib/final-report/check/unused-figure/model'
import { figure, table, told, written } from './written-report'

const blocks = [figure('Kuva 1', 'Polku'), table('Taulukko 1', 'Jonot')]

describe('a figure that nothing refers to', () => {
  it('is found, as is a table', () => {
    expect(told(unusedFigure, written([{ id: '1', blocks: ['Teksti.', ...blocks] }]))).toEqual([
      '1 figure: Polku',
      '1 table: Jonot',
    ])
  })

  it.each([
    ['Katso {{ref:Kuva 1}} ja {{ref:Taulukko 1}}.'],
    ['Kuvassa 1 ja taulukossa 1 on sama asia.'],
    ['Kuvat 1–2 ja taulukot 1, 2.'],
  ])('is not one that is referred to: %s', (text) => {
    expect(
      told(
        unusedFigure,
        written([
          { id: '1', blocks },
          { id: '2', blocks: [text] },
        ]),
      ),
    ).toEqual([])
  })

  it('counts words that point at what stands beside them', () => {
    const report = written([
      {
        id: '1',
        blocks: [
          'Vaiheet ovat seuraavassa kuvassa.',
          blocks[0] ?? '',
          'Jonot näkyvät oheisesta taulukosta.',
          blocks[1] ?? '',
        ],
      },
    ])
    expect(told(unusedFigure, report)).toEqual([])
  })

  it('reads Swedish', () => {
    const made = (text: string) => written([{ id: '1', blocks: [text, figure('Figur 1', 'Vårdstig')] }], {}, 'sv')
    expect(told(unusedFigure, made('Utan hänvisning.'))).toEqual(['1 figure: Vårdstig'])
    expect(told(unusedFigure, made('Vårdstigen visas i figur 1.'))).toEqual([])
  })
})
