import { describe, expect, it } from 'vitest'
import { emptyHeading } from '@/lib/final-report/check/empty-heading/model'
import { told, written } from './written-report'

const heading = (text: string) => ({ type: 'heading', text })

describe('a heading', () => {
  it('has nothing under it', () => {
    expect(told(emptyHeading, written([{ id: '1' }]))).toEqual(['1 found: 1 Luku 1'])
    expect(
      told(emptyHeading, written([{ id: '1', blocks: [heading('Tulokset'), heading('Mittarit'), 'Teksti.'] }])),
    ).toEqual(['1 found: Tulokset'])
    expect(told(emptyHeading, written([{ id: '1', blocks: ['Teksti.', heading('Yhteenveto')] }]))).toEqual([
      '1 found: Yhteenveto',
    ])
    expect(told(emptyHeading, written([{ id: '1', blocks: ['Text.', heading('Sammandrag')] }], {}, 'sv'))).toEqual([
      '1 found: Sammandrag',
    ])
  })

  it('has a text, a section inside it, or content of another place', () => {
    expect(told(emptyHeading, written([{ id: '1' }, { id: '1.1', parent: '1', blocks: ['Teksti.'] }]))).toEqual([])
    expect(told(emptyHeading, written([{ id: '1', blocks: [heading('Tulokset'), 'Teksti.'] }]))).toEqual([])
    expect(
      told(
        emptyHeading,
        written(
          [
            { id: '1', shows: '2' },
            { id: '2', blocks: ['Text.'] },
          ],
          {},
          'sv',
        ),
      ),
    ).toEqual([])
  })

  it('leaves questions and attachments to their own rules', () => {
    expect(
      told(
        emptyHeading,
        written([
          { id: '1', kind: 'question' },
          { id: 'LIITE 1', kind: 'attachment', heading: 'LIITE 1 Muistio' },
        ]),
      ),
    ).toEqual([])
  })
})
