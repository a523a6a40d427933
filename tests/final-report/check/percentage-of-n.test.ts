import { describe, expect, it } from 'vitest'
import { percentageOfN } from '@/lib/final-report/check/percentage-of-n/model'
import { found, measure, parts, smallReport } from './small-report'

const check = (text: string, language: 'fi' | 'sv' = 'fi') => found(percentageOfN, smallReport([text], [], language))

describe('a percentage and the n told', () => {
  it.each([
    'Kyselyssä (n=43) 51 % oli tyytyväisiä ja 9,3 % tyytymättömiä.',
    'Kyselyyn vastasi 43 henkeä. Täysin samaa mieltä oli 18,6 prosenttia, osin 60,5 prosenttia.',
    'Kyselyn (n = 44) mukaan noin 51 % oli tyytyväisiä.',
    'Vastaajista 51 % (n = 44) oli tyytyväisiä.',
    'Kyllä vastasi 46 % (n = 159) ja ei 54 % (n = 184).',
    'Kyselyyn vastasi 44 henkilöä eli 51 prosenttia kutsutuista. Vastausprosentti oli 51 %.',
    'Vastaajia oli 44. Vastausprosentti oli 51 %.',
    'Kyselyyn vastasi 44 henkilöä. Heistä 20 oli naisia, joista 35 % oli esihenkilöitä.',
    'Kyselyssä (n=44) tyytyväisyys kasvoi 51 prosenttia.',
    'Työtään hankaloittavina niitä pitää 10 vastaajaa eli 2 prosenttia.',
    'Vastauksia tuli 462. Digipalveluja on suositellut 46 prosenttia.',
    'Kyselyssä (n=4 400) 51,3 % oli tyytyväisiä.',
  ])('is possible: %s', (text) => {
    expect(check(text)).toEqual([])
  })

  it.each([
    ['Kyselyssä (n=44) 51 % oli tyytyväisiä.', 'n: 51 % | 44'],
    ['n=44, 51 %', 'n: 51 % | 44'],
    ['Tyytyväisiä oli 51 % ja tyytymättömiä 49 % (n = 44).', 'n: 51 %; 49 % | 44'],
    ['Kyselyyn vastasi 44 henkeä. Täysin samaa mieltä oli 18,6 prosenttia.', 'n: 18,6 prosenttia | 44'],
    ['Vastaajia oli 12. Tyytyväisiä oli 30 %.', 'n: 30 % | 12'],
    ['44 vastaajasta 51 % oli tyytyväisiä.', 'n: 51 % | 44'],
  ])('is impossible: %s', (text, finding) => {
    expect(check(text)).toEqual([finding])
  })

  it.each([
    ['44 svarade. Av alla var 51 procent nöjda.', []],
    ['Enkäten (n=44) visar att 51 procent är nöjda.', ['n: 51 procent | 44']],
    ['Svarande var 44. Nöjda var 51 procent.', ['n: 51 procent | 44']],
  ])('reads Swedish: %s', (text, findings) => {
    expect(check(text, 'sv')).toEqual(findings)
  })
})

describe('percentages of a table', () => {
  const table = (caption: string, rows: (string | null)[][], columns = ['Väittämä', 'Kyllä', 'Ei']) =>
    found(percentageOfN, smallReport([{ caption, columns, rows }]))

  it('takes the n of the caption, of the heading or of the row', () => {
    const rows = [['Sujuu', '51 %', '49 %']]
    expect(table('Kysely (n=43)', rows)).toEqual([])
    expect(table('Kysely (n=44)', rows)).toEqual(['n: 51 %; 49 % | 44'])
    expect(table('Kysely', rows, ['Väittämä', '2023 (n=43)', '2024 (n=44)'])).toEqual(['n: 49 % | 44'])
    expect(table('Kysely', [['Sujuu (n=44)', '51 %', '49 %']])).toEqual(['n: 51 %; 49 % | 44'])
    expect(table('Kysely', [['Sujuu', '44', '51 %']], ['Väittämä', 'n', 'Kyllä'])).toEqual(['n: 51 % | 44'])
    expect(table('Kysely', [['Sujuu', null, '51 %']], ['Väittämä', 'n', 'Kyllä'])).toEqual([])
  })

  it('names the number of answers in the text when that would do', () => {
    const block = { caption: 'Kysely (n=44)', columns: ['Väittämä', 'Kyllä', 'Ei'], rows: [['Sujuu', '51 %', '49 %']] }
    const report = (told: string) => smallReport([told, block])
    expect(found(percentageOfN, report('Kyselyyn vastasi 43 henkeä.'))).toEqual(['nInText: 51 %; 49 % | 44'])
    expect(percentageOfN.check(report('Kyselyyn vastasi 43 henkeä.'))[0]?.other?.at).toMatchObject({ from: 17, to: 19 })
    expect(found(percentageOfN, report('Kyselyyn vastasi 42 henkeä.'))).toEqual(['n: 51 %; 49 % | 44'])
  })

  it('finds answers to one question that are more than the whole', () => {
    const scale = ['Väittämä', '1', '2', '3']
    expect(table('Kysely', [['Sujuu', '20 %', '50 %', '40 %']], scale)).toEqual(['sum: 20 % + 50 % + 40 % | 110 %'])
    expect(table('Kysely', [['Sujuu', '20 %', '50 %', '31 %']], scale)).toEqual([])
    expect(table('Kysely', [['Sujuu', '20 %', null, '31 %']], scale)).toEqual([])
    expect(
      table(
        'Kysely',
        [
          ['Kyllä', '60 %'],
          ['Ei', '50 %'],
        ],
        ['Vastaus', '2024'],
      ),
    ).toEqual(['sum: 60 % + 50 % | 110 %'])
    // Several answers may be chosen.
    expect(
      table(
        'Kanavat',
        [
          ['Chat', '60 %'],
          ['Puhelin', '50 %'],
        ],
        ['Kanava', '2024'],
      ),
    ).toEqual([])
  })

  it('adds the shares of one distribution in a text', () => {
    const scale = measure('A', 'Kysely', '%', [
      { value: parts('distribution', '%', { '1': '20', '2': '50', '3': '30' }) },
    ])
    const text = (third: string) =>
      found(
        percentageOfN,
        smallReport(
          [`Eri mieltä oli 20 % {{ind:A@0}}, siltä väliltä 50 % {{ind:A@0}} ja samaa mieltä ${third} % {{ind:A@0}}.`],
          [scale],
        ),
      )
    expect(text('30')).toEqual([])
    expect(text('39')).toEqual(['sum: 20 % + 50 % + 39 % | 109 %'])
  })
})
