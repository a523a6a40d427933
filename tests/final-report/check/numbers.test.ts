import { describe, expect, it } from 'vitest'
import { agreementOf, agreementWith } from '@/lib/final-report/check/numbers/agreement/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import type { Locale } from '@/lib/platform/locales'
import { makeValue } from '@/lib/values/make-value'
import { parseTypedValue } from '@/lib/values/parse-value'
import type { TypedValue } from '@/lib/values/typed-value'

const shown = ({ qualifier, number, numberTo, form, unit }: ReadNumber) =>
  [
    qualifier === 'exact' ? '' : qualifier,
    number,
    numberTo === null ? '' : `${form === 'fraction' ? 'of' : 'to'} ${numberTo}`,
    unit ?? '',
  ]
    .filter(Boolean)
    .join(' ')

const read = (text: string, language: Locale = 'fi') =>
  readNumbers(text, language)
    .filter(({ form }) => form !== 'year')
    .map(shown)

function one(text: string, language: Locale = 'fi'): ReadNumber {
  const [only, more] = readNumbers(text, language)
  if (!only || more) throw new Error(`not one number: ${text}`)
  return only
}

describe('numbers of running text', () => {
  it.each([
    ['Lomakkeita täytettiin 67 643 kertaa', ['67643']],
    ['67 643 vastausta', ['67643']],
    ['noin 73.000 asukasta ja 560.000 kpl', ['about 73000', '560000 kpl']],
    ['noin 60', ['about 60']],
    ['n. 37 henkilötyövuotta', ['about 37 htv']],
    ['yli 56 %', ['over 56 %']],
    ['Lähes 92 000 ihmistä', ['about 92000']],
    ['alle 10 minuutissa, vähintään 218 ja enintään 3 kuukautta', ['under 10 min', 'at_least 218', 'at_most 3 kk']],
    ['3 h 4 min', ['184 h min']],
    ['3 tuntia 4 minuuttia', ['184 h min']],
    ['kolmessa vuorokaudessa', ['3 vrk']],
    ['alle vuorokaudessa tai yli tunnin jälkeen', ['under 1 vrk', 'over 1 h']],
    ['viidestä, kymmenen ja kuusi kuukautta', ['5', '10', '6 kk']],
    ['yli sata näkymää', ['over 100']],
    ['kaksikymmentäviisi ja kahdeksantoista', ['25', '18']],
    ['kolmannes oirearvioista', ['33.3333 %']],
    ['yli puolet autetuista', ['over 50 %']],
    ['kaksi kolmasosaa ja neljännes', ['66.6667 %', '25 %']],
    ['kaksi kolmesta tarvitsee', ['2 of 3']],
    ['47–80 %', ['47 to 80 %']],
    ['0–92,1 prosentissa', ['0 to 92.1 %']],
    ['1 min - 43 min', ['1 to 43 min']],
    ['5/5 yksikköä ja 45/58 johtajaa', ['5 of 5', '45 of 58']],
    ['26:sta 10', ['26', '10']],
    ['4 806,3:sta 5 398:aan', ['4806.3', '5398']],
    ['12 prosenttiyksikköä', ['12 %-yks.']],
    ['1,2 milj. euroa ja kolme miljoonaa euroa', ['1200000 €', '3000000 €']],
    ['20–30 henkilötyöpäivää, 14 480–21 720 euroa', ['20 to 30 htp', '14480 to 21720 €']],
    ['muutos oli −5 %', ['-5 %']],
    ['n = 108 971, tavoite yli 70', ['108971', 'over 70']],
    ['30min, 20htp ja 5000e', ['30 min', '20 htp', '5000 €']],
    ['puolitoista tuntia', ['1.5 h']],
  ])('reads %j', (text, numbers) => {
    expect(read(text)).toEqual(numbers)
  })

  it.each([
    ['drygt 300 remisser', ['over 300']],
    ['minst 3 timmar och 15 minuter', ['at_least 195 h min']],
    ['ungefär 1,5 miljoner euro', ['about 1500000 €']],
    ['två tredjedelar av 45 personer', ['66.6667 %', '45 hlö']],
    ['hälften svarade', ['50 %']],
    ['tjugofem procent', ['25 %']],
  ])('reads Swedish %j', (text, numbers) => {
    expect(read(text, 'sv')).toEqual(numbers)
  })

  it('reads English thousands with a comma', () => {
    expect(read('67,643 forms and 3.5 hours', 'en')).toEqual(['67643', '3.5 h'])
  })

  it.each([
    '1.3.2023–31.3.2025',
    'Q2/23–Q2/25',
    'asianumero HVA/5703/02.06.03.04/2023',
    'VN/27055/2022 ja päätös 146/2024',
    'kustannuspaikka 9621007008',
    'puhelin 03 629 6680 ja 116 117',
    'kello 8–20, klo 15.40:een',
    'tiistaina 13.1.2026 kello 12–14',
    'Asia vietiin johtoryhmään 26.8. aamulla',
    'luvuissa 4, 6 ja 7, kysymys 7.3.3',
    'Tyypin 2 diabetes, yli 75-vuotiaat, 11–17-vuotiaat',
    'hankintalaki 32 §',
    'PHQ-9, EQ-5D-5L, RRP2, 2M-IT, 360-näkymä',
    'asteikko on −100…+100',
    '1.1.2026 alkaen, 13. tammikuuta 2026',
    'https://omahame.fi/w/yli-139-000-yhteydenottoa',
    'palvelu toimii 24/7',
    '11/2025, 6/2025 ja 09–11/24',
    'viikolla 35',
    'toimii arkisin 9–15',
    'satoja tunteja',
  ])('finds nothing to measure in %j', (text) => {
    expect(read(text)).toEqual([])
  })

  it('tells a year as a year', () => {
    expect(readNumbers('Vuosina 2023–2025', 'fi').map(({ form }) => form)).toEqual(['year'])
    expect(one('2 023 asiakasta').form).toBe('digits')
  })
})

function value(text: string, unit: string | null): TypedValue {
  const parsed = parseTypedValue(text, { unit })
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

describe('whether a typed number says what the data say', () => {
  it.each([
    ['48 %', '47,8', '%'],
    ['noin 48 %', '47,8', '%'],
    ['yli 56 %', '56,4', '%'],
    ['yli puolet', '56', '%'],
    ['noin puolet', '47', '%'],
    ['puolet', '49,8', '%'],
    ['kolmannes', '33,4', '%'],
    ['5 941', '5941', 'tehtävää'],
    ['yli 67 000', '67643', 'kpl'],
    ['yli 250', '267', 'kpl'],
    ['lähes 92 000', '91400', 'hlö'],
    ['noin 350 000 euroa', '352000', '€'],
    ['3 tuntia 4 minuuttia', '184', 'min'],
    ['noin 3 tuntia', '184', 'min'],
    ['kolmessa', '3', 'vrk'],
    ['103', '103', 'vrk'],
    ['0–92,1', '0–92,1', '%'],
    ['1,2 milj. euroa', '1210000', '€'],
    ['37', '+37 %', '%'],
    ['78 %', '45/58', 'henkilöä'],
    ['45', '45/58', 'henkilöä'],
    ['45/58', '45/58', 'henkilöä'],
  ])('%j agrees with %j %s', (typed, data, unit) => {
    const known = data.includes('/') ? { ...value(data, null), unit } : value(data, unit)
    expect(agreementWith(one(typed), known)).toBe('agrees')
  })

  it.each([
    ['49 %', '47,8', '%'],
    ['yli 56 %', '55', '%'],
    ['yli 56 %', '55,8', '%'],
    ['yli puolet', '44', '%'],
    ['kolmannes', '50', '%'],
    ['5 942', '5941', 'tehtävää'],
    ['yli 68 000', '67643', 'kpl'],
    ['yli 60 000', '97643', 'kpl'],
    ['lähes 92 000', '93100', 'hlö'],
    ['noin 60', '80', 'käyttäjää'],
    ['3 tuntia 5 minuuttia', '184', 'min'],
    ['neljässä', '3', 'vrk'],
    ['0–93,1', '0–92,1', '%'],
    ['1,3 milj. euroa', '1210000', '€'],
    ['alle 10', '12', 'vrk'],
    ['46', '45/58', 'henkilöä'],
  ])('%j differs from %j %s', (typed, data, unit) => {
    const known = data.includes('/') ? { ...value(data, null), unit } : value(data, unit)
    expect(agreementWith(one(typed), known)).toBe('differs')
  })

  it('tells a share of a count by its n', () => {
    const count = { ...value('2872', 'tehtävää'), n: 5941 }
    expect(agreementWith(one('48 prosenttia'), count)).toBe('agrees')
    expect(agreementWith(one('49 prosenttia'), count)).toBe('differs')
  })

  it('says nothing of words, of yes and no, and of what the data do not know', () => {
    expect(agreementWith(one('20'), makeValue('text', { text: 'arkisin iltaan asti' }))).toBe('unknown')
    expect(agreementWith(one('2'), makeValue('yes_no', { yes: true }))).toBe('unknown')
    expect(agreementWith(one('12'), makeValue('count', { unknown: 'not_asked' }))).toBe('unknown')
  })

  it('compares two typed numbers', () => {
    expect(agreementOf(one('yli 215 000'), one('215 197'))).toBe('agrees')
    expect(agreementOf(one('2 tuntia'), one('120 minuuttia'))).toBe('agrees')
    expect(agreementOf(one('48 %'), one('51 %'))).toBe('differs')
    expect(agreementOf(one('48 %'), one('51 euroa'))).toBe('unknown')
  })
})
