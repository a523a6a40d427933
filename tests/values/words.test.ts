import { describe, expect, test } from 'vitest'
import { words } from '@/lib/platform/words'
import { judgementReasons, targetOperators, verdicts } from '@/lib/values/judge'
import {
  judgementReasonLabels,
  operatorLabels,
  parseReasonKey,
  qualifierLabels,
  timeReasonKey,
  unknownHelpLabels,
  unknownLabels,
  valueKindLabels,
  verdictLabels,
} from '@/lib/values/labels'
import { allWords, noWords, qualifierWords, unknownWords, yesWords } from '@/lib/values/lexicon'
import { takeQualifier } from '@/lib/values/parse-quantity'
import { readUnknown } from '@/lib/values/parse-shapes'
import { yearAssumedBasis } from '@/lib/values/parse-time'
import { parseTypedValue } from '@/lib/values/parse-value'
import { qualifiers, unknownKinds, valueKinds } from '@/lib/values/typed-value'

const locales = ['fi', 'sv', 'en'] as const
const parseReasons = [
  'EMPTY',
  'NOT_A_NUMBER',
  'AMBIGUOUS_THOUSANDS',
  'TOO_LONG',
  'TOO_MANY_DECIMALS',
  'RANGE_REVERSED',
  'LOOKS_LIKE_DATE',
  'UNIT_DIFFERS',
  'NOT_A_FRACTION',
  'ZERO_DENOMINATOR',
  'CHANGE_NEEDS_SIGN',
  'NOT_YES_NO',
  'NOT_A_FUNNEL',
  'NOT_CELLS',
  'OUTSIDE_SCALE',
] as const
const timeReasons = ['EMPTY', 'NOT_A_TIME', 'NO_SUCH_TIME', 'YEAR_MISSING', 'ENDS_BEFORE_START'] as const

const keys = [
  ...valueKinds.map((kind) => valueKindLabels[kind]),
  ...qualifiers.map((qualifier) => qualifierLabels[qualifier]),
  ...unknownKinds.flatMap((kind) => [unknownLabels[kind], unknownHelpLabels[kind]]),
  ...targetOperators.map((operator) => operatorLabels[operator]),
  ...verdicts.map((verdict) => verdictLabels[verdict]),
  ...judgementReasons.map((reason) => judgementReasonLabels[reason]),
  ...parseReasons.map(parseReasonKey),
  ...timeReasons.map(timeReasonKey),
  yearAssumedBasis,
]

describe.each(locales)('words in %s', (locale) => {
  const t = words(locale)

  test('everything that has a name has one, and no two reasons sound the same', () => {
    const texts = keys.map((key) => t(key))
    console.log(`${locale}: ${keys.length} names`)
    expect(keys.length).toBeGreaterThan(80)
    expect(texts.every((text) => text.trim() !== '')).toBe(true)
    for (const group of [
      parseReasons.map(parseReasonKey),
      timeReasons.map(timeReasonKey),
      judgementReasons.map((r) => judgementReasonLabels[r]),
    ]) {
      expect(new Set(group.map((key) => t(key))).size).toBe(group.length)
    }
    expect(() => t('values.error.nothingOfTheKind')).toThrow()
  })

  test('the words inside values are the ones the catalogue names them by', () => {
    for (const kind of unknownKinds) expect(t(unknownLabels[kind]).toLowerCase()).toBe(unknownWords[kind][locale][0])
    for (const [qualifier, byLocale] of Object.entries(qualifierWords)) {
      expect(t(qualifierLabels[qualifier as keyof typeof qualifierWords])).toBe(byLocale[locale][0])
    }
  })

  test('unknown figures beside a sum are counted in words', () => {
    const texts = [0, 1, 2].map((count) => t('values.unknownCount', { count }))
    expect(new Set(texts).size).toBe(3)
    expect(texts[2]).toContain('2')
  })

  test('the examples in the messages are understood', () => {
    for (const text of [
      `${yesWords[locale][0]}`,
      `${noWords[locale][0]}`,
      ...unknownKinds.map((kind) => unknownWords[kind][locale][0]),
    ]) {
      expect(parseTypedValue(text).ok).toBe(true)
    }
    const examples = ['35,5', '1 234', '45/58', '26 arvioitu → 10 ohjattu → 3 toteutettu', '12 / 24']
    for (const text of examples) expect(parseTypedValue(text)).toMatchObject({ ok: true })
    expect(parseTypedValue('Kajaani: 24', { kind: 'breakdown' })).toMatchObject({ ok: true })
  })
})

test('every word of the lexicon is read as what it stands for, and as nothing else', () => {
  let read = 0
  for (const kind of unknownKinds) {
    for (const word of allWords(unknownWords[kind])) {
      expect([word, readUnknown(word)]).toEqual([word, kind])
      read += 1
    }
  }
  for (const [qualifier, byLocale] of Object.entries(qualifierWords)) {
    for (const word of allWords(byLocale)) {
      expect([word, takeQualifier(`${word} 5`)]).toEqual([word, { qualifier, rest: '5' }])
      read += 1
    }
  }
  console.log(`words of the lexicon read: ${read}`)
  expect(read).toBeGreaterThan(40)
})
