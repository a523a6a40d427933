import { describe, expect, it } from 'vitest'
import { repeatedParagraph } from '@/lib/final-report/check/repeated-paragraph/model'
import { told, written } from './written-report'

const text =
  'Keskitetty henkilöstö ehtii hoitaa entistä enemmän puheluita, ja asiakkaan asia ratkeaa useammin yhdellä kerralla. Takaisinsoittoja on vähemmän, jonot ovat lyhentyneet, ja ammattilaisten työ on rauhoittunut koko alueella.'
const other =
  'Leikkauksen valmistelu koottiin yhdelle poliklinikalle, jossa eri erikoisaloilla on samat käytännöt ja selvä työnjako. Potilas saa ohjeet digipolulta ja voi kysyä ammattilaiselta silloin, kun hänelle itselleen parhaiten sopii.'
const of = (second: string, more: object = {}) =>
  told(
    repeatedParagraph,
    written([
      { id: '1', blocks: [text] },
      { id: '2', blocks: [second], ...more },
    ]),
  )

describe('a paragraph that stands twice', () => {
  it('is found word for word, and with a few words changed', () => {
    expect(of(text)[0]).toMatch(/^2 same: /)
    expect(of(text.replace('ehtii', 'pystyy').replace('koko alueella', 'kaikkialla'))[0]).toMatch(/^2 near: /)
    expect(of(`Aluksi tästä. ${text} Työ jatkuu.`)[0]).toMatch(/^2 near: /)
  })

  it('is not another text, a short one, or one that is shown from its only source', () => {
    expect(of(other)).toEqual([])
    expect(of('Tavoitteet saavutettiin.')).toEqual([])
    expect(
      told(
        repeatedParagraph,
        written([
          { id: '1', blocks: ['Lyhyt.'] },
          { id: '2', blocks: ['Lyhyt.'] },
        ]),
      ),
    ).toEqual([])
    expect(of(text, { shows: '1' })).toEqual([])
  })

  it('reads Swedish', () => {
    const swedish =
      'Den centraliserade personalen hinner besvara fler samtal än tidigare, och klientens ärende löses oftare på en gång. Återuppringningarna har minskat, köerna är kortare och de anställda kan arbeta lugnare i hela området.'
    expect(told(repeatedParagraph, written([{ id: '1', blocks: [swedish, swedish] }], {}, 'sv'))).toHaveLength(1)
  })
})
