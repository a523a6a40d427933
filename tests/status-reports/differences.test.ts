import { diffArrays } from 'diff'
import { describe, expect, it } from 'vitest'
import {
  changesOnly,
  chooseOther,
  compareReports,
  countChanges,
  type ReportTold,
  type Subjects,
  statesKnown,
} from '@/lib/status-reports/differences/model'
import { differenceQuery, parseDifferenceView } from '@/lib/status-reports/differences/schema'
import { changesSince, keptCopies } from '@/lib/status-reports/differences/since/model'
import { parseSince } from '@/lib/status-reports/differences/since/schema'
import { differenceOfValues, type ToldValue } from '@/lib/status-reports/differences/values/model'
import type { ReportEventType } from '@/lib/status-reports/model'
import { makeCell, makeUnknown, makeValue } from '@/lib/values/make-value'
import { isSameText, longestEdit, textDifference } from '@/lib/values/text-difference'

/** `[-…-]` was removed, `{+…+}` was added. */
function marked(before: string, after: string): string {
  const signs = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const
  return textDifference(before, after)
    .parts.map(({ is, text }) => `${signs[is][0]}${text}${signs[is][1]}`)
    .join('')
}

/** Repeatable words without meaning. */
function words(length: number, seed: number, vocabulary = 2000): string {
  const found: string[] = []
  for (let state = seed, made = 0; made < length; made += (found.at(-1)?.length ?? 0) + 1) {
    state = (state * 1103515245 + 12345) % 2147483648
    found.push(`sana${state % vocabulary}${state % 7 === 0 ? '.' : ''}`)
  }
  return found.join(' ').slice(0, length)
}

describe('two texts word by word', () => {
  it.each([
    [
      'Hyvinvointialue päätti.',
      'Hyvinvointialueet päättivät.',
      '[-Hyvinvointialue päätti-]{+Hyvinvointialueet päättivät+}.',
    ],
    ['Ohjeet on laadittu.', 'Ohjeet on laadittu ja hyväksytty.', 'Ohjeet on laadittu{+ ja hyväksytty+}.'],
    ['Ohjeet on laadittu ja hyväksytty.', 'Ohjeet on laadittu.', 'Ohjeet on laadittu[- ja hyväksytty-].'],
    ['Kajaani, Kuhmo ja Sotkamo', 'Kajaani, Suomussalmi ja Sotkamo', 'Kajaani, [-Kuhmo-]{+Suomussalmi+} ja Sotkamo'],
    [
      '”Etävastaanotto” on käytössä',
      '”Digivastaanotto” on käytössä',
      '”[-Etävastaanotto-]{+Digivastaanotto+}” on käytössä',
    ],
    ['Kanta-Hämeen TP1:n työ', 'Kanta-Hämeen TP2:n työ', 'Kanta-Hämeen [-TP1:n-]{+TP2:n+} työ'],
    ['30-vuotiaat mukana', '40-vuotiaat mukana', '[-30-vuotiaat-]{+40-vuotiaat+} mukana'],
    ['Kulut 1 234,5 € nyt', 'Kulut 1 334,5 € nyt', 'Kulut [-1 234,5-]{+1 334,5+} € nyt'],
    ['Alkoi 1.7.2025 ja jatkuu', 'Alkoi 1.8.2025 ja jatkuu', 'Alkoi [-1.7.2025-]{+1.8.2025+} ja jatkuu'],
    ['Muutos oli −5 yksikköä', 'Muutos oli −7 yksikköä', 'Muutos oli [-−5-]{+−7+} yksikköä'],
    ['Työ etenee', 'työ etenee', '[-Työ-]{+työ+} etenee'],
  ])('%j → %j', (before, after, difference) => {
    expect(marked(before, after)).toBe(difference)
  })

  it('a text that came or went is one piece; two empty ones are nothing', () => {
    expect(marked('', 'Uusi teksti.')).toBe('{+Uusi teksti.+}')
    expect(marked('Vanha teksti.', '')).toBe('[-Vanha teksti.-]')
    expect(textDifference('', ' \n ')).toEqual({ parts: [], by: 'words' })
  })

  it.each([
    ['Kulut 1\u00a0234\u202f567 €', 'Kulut 1 234 567 €'],
    ['Kaksi  välilyöntiä ja loppu \n', 'Kaksi välilyöntiä ja loppu'],
    ['Kappale.\n\n\n\nToinen.', 'Kappale.\n\nToinen.'],
    ['Pa\u0308a\u0308to\u0308s', 'Päätös'],
  ])('what a reader cannot see is no change: %j', (before, after) => {
    expect(isSameText(before, after)).toBe(true)
    expect(textDifference(before, after).parts).toEqual([{ is: 'same', text: after.trim() }])
  })

  it('a line that was cut in two is a change', () => {
    expect(isSameText('Eka. Toka.', 'Eka.\nToka.')).toBe(false)
    expect(marked('Eka rivi.\nToka.', 'Eka rivi.\n\nToka.')).toBe('Eka rivi.[-\n-]{+\n\n+}Toka.')
  })

  it('changes that only a word or two keeps apart are told as one; far ones are not', () => {
    expect(
      marked('Pilotti alkaa Kuhmossa ja jatkuu Puolangalla.', 'Kokeilu päättyy Sotkamossa ja jatkuu Puolangalla.'),
    ).toBe('[-Pilotti alkaa Kuhmossa-]{+Kokeilu päättyy Sotkamossa+} ja jatkuu Puolangalla.')
    expect(
      marked(
        'Aluksi vanha, sitten pitkä yhteinen väli, lopuksi vanha',
        'Aluksi uusi, sitten pitkä yhteinen väli, lopuksi uusi',
      ),
    ).toBe('Aluksi [-vanha-]{+uusi+}, sitten pitkä yhteinen väli, lopuksi [-vanha-]{+uusi+}')
  })

  it('loses nothing: the parts make up both texts', () => {
    const versions = [
      words(3000, 1),
      words(3000, 2),
      words(3000, 1).replaceAll('1', 'yksi'),
      words(600, 5, 9),
      'a.b.c',
      '',
    ]
    let compared = 0
    for (const before of versions) {
      for (const after of versions) {
        const { parts } = textDifference(before, after)
        const without = (left: string) =>
          parts
            .filter(({ is }) => is !== left)
            .map(({ text }) => text)
            .join('')
        expect(isSameText(without('added'), before)).toBe(true)
        expect(isSameText(without('removed'), after)).toBe(true)
        compared += 1
      }
    }
    expect(compared).toBe(36)
  })
})

describe('very long texts', () => {
  const long = 20_000
  const cases: [string, string, string, string][] = [
    ['nothing in common', words(long, 1), words(long, 7), 'whole'],
    ['the same two words', words(long, 1, 2), words(long, 7, 2), 'whole'],
    ['signs only', '.,'.repeat(long / 2), '!.'.repeat(long / 2), 'sentences'],
    ['lines only', 'a\nb\n'.repeat(long / 4), 'b\nc\n'.repeat(long / 4), 'whole'],
    ['a word here and there', words(long, 1), words(long, 1).replace(/sana1(\d)3/g, 'uusi$1'), 'words'],
    ['half of it gone', words(long, 1), words(long, 1).slice(5000, 15_000), 'sentences'],
    ['one endless word', 'a'.repeat(long), 'b'.repeat(long), 'words'],
  ]
  // Each of the two attempts takes at most one step for every pair of edits, beside reading both texts once.
  const bound = 2 * (2 * longestEdit ** 2 + 2 * long)

  it.each(cases)('%s: few steps', (_what, before, after, by) => {
    let steps = 0
    const difference = textDifference(before, after, (one, other) => {
      steps += 1
      return one.key === other.key
    })
    expect(difference.by).toBe(by)
    expect(steps).toBeGreaterThan(0)
    expect(steps).toBeLessThan(bound)
  })

  it('the bound would be broken without the limit, by much shorter texts', () => {
    let steps = 0
    const tokens = (mark: string) => Array.from({ length: 1000 }, (_, at) => `${mark}${at}`)
    const comparator = (one: string, other: string) => {
      steps += 1
      return one === other
    }
    expect(diffArrays(tokens('a'), tokens('b'), { comparator })).toHaveLength(2)
    expect(steps).toBeGreaterThan(bound)
  })
})

describe('values', () => {
  const told = (value: ReturnType<typeof makeValue>, text = ''): ToldValue => ({ value, text })
  const percent = (number: string, more = {}) => told(makeValue('number', { number, unit: '%', ...more }))
  const one = (before: ToldValue | null, after: ToldValue | null) =>
    differenceOfValues(before ? [before] : [], after ? [after] : [])[0]

  it('plain numbers of one unit have an exact difference', () => {
    expect(one(percent('35.1'), percent('35.4'))?.by).toEqual({ number: '0.3', unit: '%', isDuration: false })
    expect(one(percent('12'), percent('9.5'))?.by?.number).toBe('-2.5')
    const euros = (unit: string, number: string) => told(makeValue('amount', { number, unit }))
    expect(one(euros('€', '0.1'), euros('euroa', '0.3'))).toMatchObject({ same: false, by: { number: '0.2' } })
  })

  it.each([
    ['another unit', percent('12'), told(makeValue('count', { number: '14', unit: 'hlö' }))],
    ['an estimate', percent('12'), percent('14', { qualifier: 'about' })],
    ['a range', percent('12'), percent('14', { numberTo: '16' })],
    ['unknown', percent('12'), told(makeUnknown('number', 'unknown', { unit: '%' }))],
    ['a breakdown', percent('12'), told(makeValue('breakdown', { cells: [makeCell('Kajaani', { number: '1' })] }))],
    ['what could not be read', percent('12'), { value: null, text: 'paljon' }],
    ['nothing', percent('12'), null],
  ])('%s has none, and is a change', (_what, before, after) => {
    expect(one(before, after)).toMatchObject({ by: null, same: false })
  })

  it('what was meant counts, not how it was written', () => {
    expect(one(percent('35.5', { asWritten: '35,5' }), percent('35.50', { asWritten: '35,50 %' }))?.same).toBe(true)
    expect(one(percent('35.5', { n: 20 }), percent('35.5', { n: 21 }))).toMatchObject({ same: false, by: null })
    const unknown = (kind: 'unknown' | 'hidden') => told(makeUnknown('number', kind))
    expect(one(unknown('unknown'), unknown('unknown'))?.same).toBe(true)
    expect(one(unknown('unknown'), unknown('hidden'))?.same).toBe(false)
    expect(one(unknown('unknown'), percent('0'))?.same).toBe(false)
  })

  it('are paired by what they concern', () => {
    const at = (scope: string, number: string) => percent(number, { scope })
    const found = differenceOfValues([at('Kuhmo', '1'), at('Kajaani', '2')], [at('Kajaani', '5'), at('Sotkamo', '3')])
    expect(
      found.map(({ scope, by, before, after }) => [scope, by?.number ?? null, before !== null, after !== null]),
    ).toEqual([
      ['Kajaani', '3', true, true],
      ['Sotkamo', null, false, true],
      ['Kuhmo', null, true, false],
    ])
  })
})

const nothing: ReportTold = { light: null, texts: {}, states: {}, values: {} }
const subjects: Subjects = {
  actions: [
    { id: 'a1', title: '1. Ohjeet' },
    { id: 'a2', title: '2. Koulutus' },
  ],
  indicators: [{ id: 'i1', title: 'Osuus' }],
  toimintamallit: [{ id: 'm1', title: 'Etävastaanotto' }],
}

describe('two reports', () => {
  const before: ReportTold = {
    light: 'green',
    texts: {
      'results/text': 'Tehty 12.',
      'risks/text': 'Viive.',
      'actions/no-7/text': 'Muu',
      'actions/a1/text': 'Kesken',
    },
    states: { a1: 'in_progress' },
    values: {},
  }
  const after: ReportTold = {
    light: 'red',
    texts: {
      'results/text': 'Tehty 14.',
      'overall/reason': 'Viive.',
      'actions/no-7/text': 'Muu',
      'actions/a1/text': 'Kesken',
    },
    states: { a1: 'done', a2: 'planned' },
    values: { i1: [{ value: makeValue('number', { number: '5', unit: '%' }), text: '' }] },
  }
  const sections = compareReports(before, after, subjects)
  const turns = sections.flatMap(({ groups }) =>
    groups.flatMap(({ fields }) => fields.map(({ path, turn }) => [path, turn])),
  )

  it('every field is told with how it turned; one that is empty in both is not', () => {
    expect(turns).toEqual([
      ['overall/light', 'worse'],
      ['overall/reason', 'came'],
      ['actions/a1/state', 'changed'],
      ['actions/a1/text', 'same'],
      ['actions/a2/state', 'came'],
      ['actions/no-7/text', 'same'],
      ['results/text', 'changed'],
      ['indicators/i1/value', 'came'],
      ['risks/text', 'went'],
    ])
  })

  it('are counted by field, and by action and indicator', () => {
    expect(countChanges(sections)).toEqual({
      fields: 7,
      sections: [
        { section: 'overall', path: 'overall', groups: 1 },
        { section: 'actions', path: 'actions', groups: 2 },
        { section: 'results', path: 'results', groups: 1 },
        { section: 'indicators', path: 'indicators', groups: 1 },
        { section: 'risks', path: 'risks', groups: 1 },
      ],
    })
  })

  it('can be narrowed to what changed', () => {
    const left = changesOnly(sections).flatMap(({ groups }) => groups.flatMap(({ fields }) => fields))
    expect(left).toHaveLength(7)
    expect(left.filter(({ turn }) => turn === 'same')).toEqual([])
    expect(changesOnly(compareReports(before, before, subjects))).toEqual([])
    expect(countChanges(compareReports(nothing, nothing, subjects))).toEqual({ fields: 0, sections: [] })
  })

  it.each([
    ['green', 'yellow', 'worse'],
    ['red', 'yellow', 'better'],
    ['red', 'red', 'same'],
    [null, 'red', 'came'],
    ['yellow', null, 'went'],
  ] as const)('light %s → %s: %s', (earlier, later, turn) => {
    const found = compareReports({ ...nothing, light: earlier }, { ...nothing, light: later }, subjects)
    expect(found[0]?.groups[0]?.fields[0]).toMatchObject({ kind: 'light', turn, before: earlier, after: later })
  })

  it('an action that was finished already is not told to have lost its text', () => {
    const ended: ReportTold = { ...nothing, states: { a1: 'done' }, texts: { 'actions/a1/text': 'Pidetty.' } }
    const paths = (later: ReportTold) =>
      compareReports(ended, later, subjects)[1]?.groups[0]?.fields.map(({ path, turn }) => `${path} ${turn}`)
    expect(paths({ ...nothing, states: { a1: 'done' } })).toEqual(['actions/a1/state same'])
    expect(paths({ ...nothing, states: { a1: 'started' } })).toEqual([
      'actions/a1/state changed',
      'actions/a1/text went',
    ])
  })

  it('the state of an action is the latest that was told; a text that is no state tells nothing', () => {
    expect(
      statesKnown([
        { actionId: 'a1', text: 'started' },
        { actionId: 'a2', text: 'done' },
        { actionId: 'a1', text: 'in_use' },
        { actionId: 'a2', text: '' },
        { actionId: 'a2', text: 'valmis' },
      ]),
    ).toEqual({ a1: 'in_use', a2: 'done' })
  })
})

describe('what is compared with', () => {
  const all = ['2025-Q1', '2025-Q2', '2025-Q3'].map((periodKey) => ({ periodKey }))

  it.each([
    ['2025-Q3', null, '2025-Q2'],
    ['2025-Q3', '2025-Q1', '2025-Q1'],
    ['2025-Q2', '2025-Q3', '2025-Q3'],
    ['2025-Q3', '2025-Q3', '2025-Q2'],
    ['2025-Q3', '1999-Q1', '2025-Q2'],
    ['2025-Q1', null, '2025-Q2'],
  ])('on the page of %s, asked for %s: %s', (shown, asked, other) => {
    expect(chooseOther(all, shown, asked)?.periodKey).toBe(other)
  })

  it('nothing, when there is one report only', () => {
    expect(chooseOther(all.slice(0, 1), '2025-Q1', null)).toBeNull()
  })

  it.each([
    ['', { with: null, changedOnly: false }],
    ['?with=2025-Q2', { with: '2025-Q2', changedOnly: false }],
    ['?with=2025-Q2&changed=1', { with: '2025-Q2', changedOnly: true }],
  ])('the address %j is read and written alike', (query, view) => {
    expect(parseDifferenceView(Object.fromEntries(new URLSearchParams(query)))).toEqual(view)
    expect(differenceQuery(view)).toBe(query)
  })

  it('an address typed by hand falls back to the plain view', () => {
    expect(parseDifferenceView({ with: ['<x>', '2025-Q1'], changed: 'on' })).toEqual({
      with: '2025-Q1',
      changedOnly: false,
    })
    expect(parseDifferenceView({ with: '../../etc' })).toEqual({ with: null, changedOnly: false })
  })
})

describe('changed since the return', () => {
  const event = (seq: number, type: ReportEventType, opens: string[], copy: unknown) => {
    return { seq, type, at: '2026-01-09T08:00:00.000Z', by: null, opens, copy }
  }
  const first = { 'results/text': 'Tehty.', 'nextSteps/text': 'Jatkuu.' }
  const copies = keptCopies([
    event(1, 'opened', [], null),
    event(3, 'returned', ['results', 'actions/a1'], first),
    event(4, 'resubmitted', [], first),
    event(5, 'returned', ['nextSteps/text'], { ...first, 'results/text': 'Tehty 12.' }),
    event(8, 'reopened', ['results'], { ...first, 'results/text': 'Tehty 12.' }),
    event(9, 'returned', [], 'no copy'),
  ])

  it('returns and reopenings that kept a copy can be compared with', () => {
    expect(copies.map(({ seq, type }) => `${seq} ${type}`)).toEqual(['3 returned', '5 returned', '8 reopened'])
    expect(changesSince([], first, null)).toBeNull()
  })

  it.each([
    ['the latest, when none is asked for', null, 8, ['nextSteps/text'], []],
    ['the one asked for', 5, 5, ['nextSteps/text'], []],
    ['an earlier one', 3, 3, ['nextSteps/text', 'results/text'], ['actions/a1']],
    ['a number that is none: the latest', 4, 8, ['nextSteps/text'], []],
  ])('%s', (_what, asked, seq, changed, unanswered) => {
    const now = { 'results/text': ' Tehty  12.', 'nextSteps/text': '', 'risks/text': '' }
    const found = changesSince(copies, now, asked)
    expect(found).toMatchObject({ from: { seq }, changed, unanswered })
  })

  it('a reopening asks for nothing, so nothing is left undone', () => {
    expect(changesSince(copies, first, 8)?.unanswered).toEqual([])
    expect(changesSince(copies, first, 3)).toMatchObject({ changed: [], unanswered: ['results', 'actions/a1'] })
  })

  it.each([
    [{}, null],
    [{ since: '4' }, 4],
    [{ since: ['4', '5'] }, 4],
    [{ since: '-1' }, null],
    [{ since: '4;drop' }, null],
  ])('the address %j names %s', (parameters, seq) => {
    expect(parseSince(parameters)).toBe(seq)
  })
})
