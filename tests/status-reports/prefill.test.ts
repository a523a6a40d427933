import { describe, expect, it } from 'vitest'
import { actionStates, isFinished, numberedTitle } from '@/lib/actions/model'
import { prefill, sourceOfPrefill } from '@/lib/status-reports/prefill/model'
import { finishedBefore } from '@/lib/status-reports/views/model'

const one = '0197a000-0000-7000-8000-000000000001'
const two = '0197a000-0000-7000-8000-000000000002'
const indicator = '0197a000-0000-7000-8000-000000000003'

const field = (path: string, text: string) => ({ path, text, sort: 0 })
const paths = (fields: { path: string }[]) => fields.map(({ path }) => path)

describe('what is carried over', () => {
  it('is light, texts, open actions, next steps, risks and toimintamallit; no values, no proposals, nothing empty', () => {
    const source = [
      field('overall/light', 'yellow'),
      field('results/text', ' '),
      field('nextSteps/text', 'Jatkuu.'),
      field('risks/text', 'Rekrytointi.'),
      field('actions/no-7/text', 'Vanha numero'),
      field(`indicators/${indicator}/value`, '12 %'),
      field(`indicators/${indicator}/note`, 'Otos'),
      field('deviations/planChange', 'Jatko'),
      field(`toimintamallit/${indicator}/change`, 'Pilotoitu.'),
      field(`actions/${one}/state`, 'in_progress'),
    ]
    expect(paths(prefill(source, []))).toEqual([
      'overall/light',
      'nextSteps/text',
      'risks/text',
      'actions/no-7/text',
      `toimintamallit/${indicator}/change`,
      `actions/${one}/state`,
    ])
  })

  it('takes an action’s own state only where the report told none', () => {
    const actions = [
      { id: one, state: 'in_progress' },
      { id: two, state: 'started' },
    ]
    const states = prefill([field(`actions/${one}/state`, 'suspended')], actions)
    expect(states.map(({ path, text }) => [path, text])).toEqual([
      [`actions/${one}/state`, 'suspended'],
      [`actions/${two}/state`, 'started'],
    ])
  })

  it.each([
    ['told by the report', 'done', 'in_progress'],
    ['known of the action alone', '', 'ended'],
    ['told as stopped', 'not_extended', null],
  ])('nothing of a finished action, %s', (_how, told, own) => {
    const source = [field(`actions/${one}/state`, told), field(`actions/${one}/text`, 'Pidetty.')]
    expect(prefill(source, [{ id: one, state: own }])).toEqual([])
  })

  it('an action that was opened again is carried over', () => {
    const source = [field(`actions/${one}/state`, 'started'), field(`actions/${one}/text`, 'Jatkuu.')]
    expect(paths(prefill(source, [{ id: one, state: 'done' }]))).toEqual([
      `actions/${one}/state`,
      `actions/${one}/text`,
    ])
  })

  it('three states finish an action; every other is asked about each time', () => {
    expect(actionStates.filter(isFinished)).toEqual(['done', 'ended', 'not_extended'])
    expect([null, undefined, '', 'valmis'].some(isFinished)).toBe(false)
  })
})

describe('which report is carried over', () => {
  it.each([
    ['the latest accepted one, not the one that is still written', ['draft', 'approved', 'published'], 1],
    ['the latest of several accepted ones', ['published', 'published'], 0],
    ['one that was sent but not accepted is passed over, too', ['submitted', 'in_review', 'published'], 2],
    ['the latest, when none was ever accepted', ['returned', 'draft'], 0],
  ] as const)('%s', (_what, states, at) => {
    const earlier = states.map((state, index) => ({ state, index }))
    expect(sourceOfPrefill(earlier)?.index).toBe(at)
  })

  it('none in the first period', () => {
    expect(sourceOfPrefill([])).toBeNull()
  })
})

describe('an action that was finished before the report', () => {
  const view = (
    fields: Record<string, string>,
    previous: Record<string, string>,
    state: 'draft' | 'published' = 'draft',
  ) => ({
    state,
    previous,
    fields: Object.fromEntries(
      Object.entries(fields).map(([path, text]) => [
        path,
        { text, version: 1, confirmed: true, origin: 'typed' as const, undo: null },
      ]),
    ),
  })
  const state = `actions/${one}/state`

  it.each([
    ['told so last time', view({}, { [state]: 'done' }), 'in_progress', 'done'],
    ['told so long ago', view({}, {}), 'ended', 'ended'],
    ['but the report tells its state', view({ [state]: 'started' }, { [state]: 'done' }), 'done', null],
    [
      'but the report has a text of it',
      view({ [`actions/${one}/text`]: 'Jatkuu.' }, { [state]: 'done' }),
      'done',
      null,
    ],
    ['an emptied state tells nothing', view({ [state]: '' }, { [state]: 'done' }), 'done', 'done'],
    ['not finished', view({}, { [state]: 'suspended' }), 'suspended', null],
    ['an accepted report does not know what was told later', view({}, {}, 'published'), 'done', null],
  ] as const)('%s', (_what, report, own, known) => {
    expect(finishedBefore(report, { id: one, state: own })).toBe(known)
  })
})

describe('the title of an action', () => {
  it.each([
    [{ no: 1, noAsWritten: null }, '1. Ohjeet'],
    [{ no: 1, noAsWritten: 'a' }, 'a. Ohjeet'],
    [{ no: 4, noAsWritten: '4)' }, '4) Ohjeet'],
    [{ no: null, noAsWritten: ' ' }, 'Ohjeet'],
  ])('%j: %s', (number, title) => {
    expect(numberedTitle({ title: 'Ohjeet', ...number })).toBe(title)
  })
})
