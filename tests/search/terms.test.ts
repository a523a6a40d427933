import { describe, expect, it } from 'vitest'
import { readQuery } from '@/lib/search/schema'
import { folded, foldedSigns, scoreOf, stemOf, termsOf } from '@/lib/search/terms/model'

const score = (query: string, title: string, code: string | null = null, text = title) => {
  const terms = termsOf(query)
  return terms && scoreOf(terms, { title, code, text: code ? `${code} ${text}` : text })
}

describe('what is looked for', () => {
  it('is compared in small letters, without marks', () => {
    expect(folded('Jyväskylän ÅLAND–öljy')).toBe('jyvaskylan aland oljy')
    expect(foldedSigns.from.length).toBe(foldedSigns.to.length)
  })

  it.each([
    ['hankinta', 'hankinnan'],
    ['hankinnoista', 'hankinta'],
    ['mittareiden', 'mittari'],
    ['kuntoutuksen', 'kuntoutus'],
    ['kuntoutus', 'kuntoutuksessa'],
    ['vaikuttavuus', 'vaikuttavuuden'],
    ['toimintamallien', 'toimintamalli'],
    ['digitaalisten', 'digitaalinen'],
    ['kokouksessa', 'kokous'],
    ['ikääntyneiden', 'ikääntyneet'],
    ['riskien', 'riski'],
  ])('finds "%s" where "%s" stands', (query, title) => expect(score(query, title)).not.toBeNull())

  it.each([
    ['hankinta', 'Hankkeen talous'],
    ['kuntoutus', 'Kunnan palvelut'],
    ['riski', 'Asteikko'],
    ['tki', 'Kootkirjat'],
  ])('does not find "%s" in "%s"', (query, title) => expect(score(query, title)).toBeNull())

  it('does not pretend to know consonants that change inside a short word', () => {
    expect(score('kunta', 'Kunnan palvelut')).toBeNull()
  })

  it('needs every word, and puts codes and beginnings first', () => {
    expect(score('etävastaanotto koulutus', 'Etävastaanotto')).toBeNull()
    expect(score('tp1', 'Etävastaanotto', 'TP1')).toBe(0)
    expect(score('etava', 'Etävastaanotto', 'TP1')).toBe(1)
    expect(score('vastaanotto', 'Digitaalinen vastaanotto')).toBe(2)
    expect(score('vastaanotto', 'Etävastaanotto')).toBe(3)
    expect(score('vastaanotossa', 'Etävastaanotto')).toBe(4)
  })

  it('keeps codes and short words as they are', () => {
    expect(stemOf('2.1.3')).toBe('2.1.3')
    expect(stemOf('p4-i1a')).toBe('p4-i1a')
    expect(stemOf('dnsh')).toBe('dnsh')
  })

  it('is too short with one sign, and never more than six words', () => {
    expect(termsOf('')).toBeNull()
    expect(termsOf('a')).toBeNull()
    expect(termsOf('- / ')).toBeNull()
    expect(termsOf('yksi kaksi kolme neljä viisi kuusi seitsemän')?.terms).toHaveLength(6)
  })

  it('means the signs of LIKE as they stand', () => {
    expect(termsOf('50% a_b')?.terms.map(({ exact }) => exact)).toEqual(['%50\\%%', '% a\\_b%'])
  })

  it('is read from an address, the first of several', () => {
    expect(readQuery(['  riski ', 'toinen'])).toBe('riski')
    expect(readQuery(undefined)).toBe('')
    expect(readQuery('a\u0000b')).toBe('ab')
    expect(readQuery('x'.repeat(200))).toHaveLength(100)
  })
})
