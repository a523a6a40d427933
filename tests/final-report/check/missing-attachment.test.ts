import { describe, expect, it } from 'vitest'
import { missingAttachment } from '@/lib/final-report/check/missing-attachment/model'
import { told, type Written, written } from './written-report'

const own = (label: string, text: string | null): Written => ({
  id: label,
  kind: 'attachment',
  heading: `${label} Muistio`,
  blocks: text === null ? [] : [text],
})

describe('an attachment', () => {
  it('is listed but empty: no text, or a text that says so', () => {
    const answer = { id: '1', blocks: ['Päätökset ovat liitteissä 1 ja 2 sekä liitteessä 3.'] }
    const report = written([
      answer,
      own('LIITE 1', null),
      own('LIITE 2', 'Tämän liitteen teksti puuttuu.'),
      own('LIITE 3', 'Päätettiin jatkaa.'),
    ])
    expect(told(missingAttachment, report)).toEqual(['LIITE 1 empty: Muistio', 'LIITE 2 empty: Muistio'])
  })

  it('is empty when the facts say that it is not there', () => {
    const facts = { attachments: [{ label: 'LIITE 1', title: 'Esite', present_in_text: false }] }
    expect(told(missingAttachment, written([{ id: '1', blocks: ['Katso liite 1.'] }], facts))).toEqual([
      '1 empty: Esite',
    ])
  })

  it('is named among the decisions without being listed', () => {
    const refs = { type: 'decision_refs', attachments: ['LIITE 1', 'LIITE 9'] }
    const report = written([{ id: '1', blocks: [refs] }, own('LIITE 1', 'Muistion teksti.'), own('LIITE 2', 'Teksti.')])
    expect(told(missingAttachment, report)).toEqual(['1 unlisted: LIITE 9', 'LIITE 2 unused: Muistio'])
  })

  it('is fine when it is listed, there, and used; the list of all of them is no use', () => {
    const all = { type: 'decision_refs', attachments: ['LIITE 1', 'LIITE 2'] }
    const sections = [own('LIITE 1', 'Teksti.'), own('LIITE 2', 'Teksti.')]
    const used = written([
      { id: '1', blocks: ['Vrt. {{ref:LIITE 1}} ja liite 2.'] },
      { id: '2', blocks: [all] },
      ...sections,
    ])
    expect(told(missingAttachment, used)).toEqual([])
    expect(told(missingAttachment, written([{ id: '2', blocks: [all] }, ...sections]))).toHaveLength(2)
  })

  it('reads Swedish', () => {
    const report = written(
      [{ id: '1', blocks: ['Beslutet finns i bilaga 1.'] }, own('Bilaga 1', 'Texten saknas.')],
      {},
      'sv',
    )
    expect(told(missingAttachment, report)).toEqual(['Bilaga 1 empty: Muistio'])
  })
})
