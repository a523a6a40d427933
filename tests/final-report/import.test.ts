import { describe, expect, it } from 'vitest'
import {
  type MarkReader,
  type Meaning,
  numberIn,
  readWithoutMarks,
  runsOfWritten,
} from '@/lib/final-report/import/model'

const share: Meaning = {
  binding: 0,
  forms: [
    { form: 'full', text: '60,5\u00a0%' },
    { form: 'bare', text: '60,5\u00a0%' },
    { form: 'digits', text: '60,5' },
  ],
}
const count: Meaning = {
  binding: 0,
  forms: [
    { form: 'full', text: '2\u00a0872\u00a0tehtävää' },
    { form: 'bare', text: '2\u00a0872' },
    { form: 'digits', text: '2\u00a0872' },
  ],
}
const small: Meaning = { binding: 0, forms: [{ form: 'bare', text: '872' }] }

const readerOf = (meaning: Meaning | null): MarkReader => ({
  value: () => meaning,
  reference: (name) => (name === '4' ? { target: { to: 'section', id: 's4' }, bare: true } : null),
})

describe('a typed number and the value it is', () => {
  it.each([
    ['parhaan arvion antoi 60,5 %', share, 'full', '60,5 %'],
    ['parhaan arvion antoi 60,5\u00a0%', share, 'full', '60,5\u00a0%'],
    ['parhaan arvion antoi 60,5 prosenttia', share, 'digits', '60,5'],
    ['Niistä 2 872', count, 'bare', '2 872'],
    ['(2 872', count, 'bare', '2 872'],
    ['kasvoi 2 872:sta', count, 'bare', '2 872'],
  ] as const)('%s', (text, meaning, form, number) => {
    const found = numberIn(text, meaning)
    expect(found?.form).toBe(form)
    expect(text.slice(found?.from, found?.to)).toBe(number)
  })

  it.each([
    ['another number', 'antoi 61 prosenttia', share],
    ['the same digits inside a longer number', 'antoi 160,5 prosenttia', share],
    ['more decimals', 'antoi 60,55 prosenttia', share],
    ['the end of a number with groups', 'Niistä 2 872', small],
    ['a ratio', 'antoi 60,5:1', share],
    ['a range', 'antoi 50–60,5 prosenttia', share],
    ['words', 'antoi kuusikymmentä prosenttia', share],
    ['another number nearer to the mark', '60,5 prosenttia eli 26', share],
    ['an earlier sentence', 'Osuus oli 60,5 prosenttia. Moni kertoi siitä', share],
  ])('is not found: %s', (_, text, meaning) => {
    expect(numberIn(text, meaning)).toBeNull()
  })
})

describe('a written text with marks', () => {
  it('becomes runs that read as the text does without its marks', () => {
    const text = 'Niistä 2 872 {{ind:IND-002@0}} hoitui (luku {{ref:4}}).'
    const { runs, lost } = runsOfWritten(text, readerOf(count))
    expect(runs).toEqual([
      { kind: 'text', text: 'Niistä ' },
      { kind: 'number', binding: 0, bare: true },
      { kind: 'text', text: ' hoitui (luku ' },
      { kind: 'reference', target: { to: 'section', id: 's4' }, bare: true },
      { kind: 'text', text: ').' },
    ])
    expect(lost).toEqual([])
    expect(readWithoutMarks(text)).toBe('Niistä 2 872 hoitui (luku 4).')
  })

  it('keeps typed words, and says what they mean right behind them', () => {
    expect(runsOfWritten('Siinä arvioitiin kuutta {{ind:IND-060@0}} menetelmää.', readerOf(count)).runs).toEqual([
      { kind: 'text', text: 'Siinä arvioitiin kuutta' },
      { kind: 'source', binding: 0 },
      { kind: 'text', text: ' menetelmää.' },
    ])
  })

  it('keeps the text of a mark that nothing answers to, and names it', () => {
    expect(runsOfWritten('Katso {{ref:Kuva 7}} ja 5 {{ind:IND-9}} kpl', readerOf(null))).toEqual({
      runs: [{ kind: 'text', text: 'Katso Kuva 7 ja 5 kpl' }],
      lost: ['{{ref:Kuva 7}}', '{{ind:IND-9}}'],
    })
  })
})
