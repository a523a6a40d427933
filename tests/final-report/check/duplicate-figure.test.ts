import { describe, expect, it } from 'vitest'
import { duplicateFigure } from '@/lib/final-report/check/duplicate-figure/model'
import { figure, table, told, written } from './written-report'

const of = (...blocks: ReturnType<typeof figure>[]) => told(duplicateFigure, written([{ id: '1', blocks }]))

describe('the same figure twice', () => {
  it('has the same caption, but for its ending', () => {
    expect(of(figure('Kuva 1', 'Digipolun vaiheet'), figure('Kuva 2', 'Digipolun  vaiheet.'))).toEqual([
      '1 caption: Digipolun  vaiheet. | Digipolun vaiheet',
    ])
    expect(
      of(
        figure('Kuva 1', 'Asiakkaan näkymää Oma Häme -alustalla'),
        figure('Kuva 2', 'Asiakkaan näkymä Oma Häme-alustalla'),
      ),
    ).toEqual(['1 near: Asiakkaan näkymä Oma Häme-alustalla | Asiakkaan näkymää Oma Häme -alustalla'])
  })

  it('has the same image', () => {
    expect(of(figure('Kuva 1', 'Ensin', { sha256: 'aa' }), figure('Kuva 2', 'Toinen', { sha256: 'aa' }))).toEqual([
      '1 image: Toinen | Ensin',
    ])
  })

  it('is not what differs by a number or a word, nor a figure and a table', () => {
    expect(of(figure('Kuva 1', 'Jonot vuonna 2024'), figure('Kuva 2', 'Jonot vuonna 2025'))).toEqual([])
    expect(
      of(
        figure('Kuva 1', 'Ammattilaisen näkymä', { sha256: 'aa' }),
        figure('Kuva 2', 'Asiakkaan näkymä', { sha256: 'bb' }),
      ),
    ).toEqual([])
    expect(of(figure('Kuva 1', 'Jonot'), table('Taulukko 1', 'Jonot'))).toEqual([])
  })

  it('reads Swedish', () => {
    const report = written(
      [{ id: '1', blocks: [figure('Figur 1', 'Klientens vårdstig'), figure('Figur 2', 'Klientens vårdstig.')] }],
      {},
      'sv',
    )
    expect(told(duplicateFigure, report)).toHaveLength(1)
  })
})
