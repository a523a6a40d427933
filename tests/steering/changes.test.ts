import { describe, expect, it } from 'vitest'
import { partialSum } from '@/lib/finance/model'
import type { SnapshotAgendaItem, SnapshotMeeting } from '@/lib/rounds/snapshot/meetings/model'
import type { SnapshotBody, SnapshotIndicator, SnapshotPlanChange } from '@/lib/rounds/snapshot/model'
import { moneyChanges } from '@/lib/steering/changes/money/model'
import { planChangeNews, riskChanges } from '@/lib/steering/changes/registers/model'
import { targetChanges } from '@/lib/steering/changes/targets/model'
import { askedOf, madeSince } from '@/lib/steering/decisions/model'
import { riskRows } from '@/lib/steering/risks/model'
import { makeBody, makeIndicator, makeMeasurement, makeRisk, makeTarget, time } from '@/tests/support/builders/snapshot'

const q2 = { id: 'q2', key: '2025-Q2', from: '2025-04-01', to: '2025-06-30' }

describe('targets', () => {
  const target = makeTarget('t', { number: '80', unit: '%', time: time('2025-Q4') })
  const judged = (value: string | null, met: boolean | null, parts: Partial<SnapshotIndicator> = {}) =>
    makeIndicator('i', {
      targets: [target],
      measurements: value === null ? [] : [makeMeasurement(`m${value}`, value, '2025-09')],
      judgements: [
        { targetId: 't', measurementId: null, scope: null, verdict: 'cannot_say', reason: 'no_measurement', met },
      ],
      ...parts,
    })
  const moved = (before: SnapshotIndicator | null, now: SnapshotIndicator) =>
    targetChanges(makeBody({ period: q2, indicators: before ? [before] : [] }), makeBody({ indicators: [now] })).map(
      ({ move }) => move,
    )

  const cases: [string, SnapshotIndicator | null, SnapshotIndicator, string[]][] = [
    ['the same is no change', judged('70', false), judged('70', false), []],
    ['reached now', judged('70', false), judged('85', true), ['better']],
    ['missed now', judged('85', true), judged('70', false), ['worse']],
    ['nearer, and more is better', judged('60', false), judged('70', false), ['better']],
    ['nearer, and less is better', judged('70', false), judged('60', false, { direction: 'down' }), ['better']],
    [
      'another value without a direction',
      judged('60', false),
      judged('70', false, { direction: 'monitor' }),
      ['changed'],
    ],
    ['measured for the first time', judged(null, null), judged('70', false), ['new']],
    ['not measured any more', judged('70', false), judged(null, null), ['gone']],
    ['a new indicator', null, judged('70', false), ['new']],
    [
      'a local one that is merely nearer',
      judged('60', false, { scope: 'local' }),
      judged('70', false, { scope: 'local' }),
      [],
    ],
    [
      'a local one that reached its target',
      judged('60', false, { scope: 'local' }),
      judged('85', true, { scope: 'local' }),
      ['better'],
    ],
  ]
  it.each(cases)('%s', (_name, before, now, expected) => expect(moved(before, now)).toEqual(expected))

  it('tells a final target that was not in force then', () => {
    const other = makeTarget('t2', { number: '90', unit: '%' })
    const now = judged('70', false, { targets: [other] })
    const [change] = targetChanges(
      makeBody({ period: q2, indicators: [judged('70', false)] }),
      makeBody({ indicators: [now] }),
    )
    expect(change?.newTargets.map(({ id }) => id)).toEqual(['t2'])
  })
})

describe('risks', () => {
  const at = (...risks: ReturnType<typeof makeRisk>[]) => makeBody({ risks })
  it('tells what grew, fell, moved, came, was scored and was closed, the bad news first', () => {
    const before = at(
      makeRisk(1, [[2, 3]]),
      makeRisk(2, [[4, 4]]),
      makeRisk(3, [[2, 4]]),
      makeRisk(4, []),
      makeRisk(5, [[5, 5]]),
      makeRisk(6, [[1, 1]]),
    )
    const now = at(
      makeRisk(1, [[3, 3]]),
      makeRisk(2, [[4, 2]]),
      makeRisk(3, [[4, 2]]),
      makeRisk(4, [[2, 2]]),
      makeRisk(5, [[5, 5]], { closedOn: '2025-08-01' }),
      makeRisk(6, [[1, 1]]),
      makeRisk(7, []),
    )
    expect(riskChanges(before, now).map(({ risk, move }) => [risk.no, move])).toEqual([
      [1, 'grew'],
      [7, 'new'],
      [4, 'scored'],
      [3, 'moved'],
      [2, 'fell'],
      [5, 'closed'],
    ])
  })

  it('takes the arrow of the matrix from the publication compared with, not from the row before', () => {
    const now = [
      makeRisk(1, [
        [1, 1],
        [4, 4],
      ]),
      makeRisk(2, [[3, 3]]),
    ]
    const rows = riskRows(now, [makeRisk(1, [[2, 2]])])
    expect(rows.map(({ previous }) => previous)).toEqual([{ probability: 2, impact: 2 }, null])
  })
})

describe('money', () => {
  const investment = { id: 'i1', parentId: null, level: { key: 'investment', label: 'I', depth: 0 }, sourceId: 'i1' }
  const bought = (...amounts: (string | null)[]): SnapshotBody => {
    const empty = makeBody()
    const sums = { investmentId: 'i1', budget: partialSum(['100']), notInProject: 0, estimates: partialSum([]) }
    return {
      ...empty,
      investments: [{ ...investment, code: 'I1', title: 'Yksi', isPlaceholder: false }],
      finance: {
        ...empty.finance,
        purchaseSum: partialSum(amounts),
        byInvestment: [{ ...sums, purchases: partialSum(amounts), actuals: null, forecast: null }],
      },
    }
  }
  const told = (before: SnapshotBody, now: SnapshotBody) =>
    moneyChanges(before, now).map(({ kind, investment: place, move, difference, lines }) => [
      kind,
      place?.id ?? null,
      move,
      difference,
      lines,
    ])

  it('says nothing when nothing changed, and unknown is not zero', () => {
    expect(told(bought('10.50'), bought('10.50'))).toEqual([])
    expect(told(bought(), bought(null))).toEqual([])
  })

  it('tells the whole first, exactly to the cent', () => {
    expect(told(bought('0.10'), bought('0.10', '0.20'))).toEqual([
      ['purchases', null, 'up', '0.2', 1],
      ['purchases', 'i1', 'up', '0.2', 1],
    ])
    expect(told(bought(), bought('5'))[0]).toEqual(['purchases', null, 'new', null, 1])
    expect(told(bought('5'), bought('5', null))[0]).toEqual(['purchases', null, 'changed', '0', 1])
  })
})

const change = (id: string, state: SnapshotPlanChange['state'], ...months: string[]): SnapshotPlanChange => ({
  id,
  no: null,
  title: id,
  what: null,
  why: null,
  investmentId: null,
  workPackageId: null,
  workPackageAsWritten: null,
  state,
  oldText: null,
  newText: null,
  oldAmount: null,
  newAmount: null,
  decided: months.map((timeCode) => ({ asWritten: timeCode, timeCode })),
  inForceFrom: null,
  rejectedReason: null,
  effects: [],
})

describe('plan changes and decisions', () => {
  it('tells new ones, another state and one more decision', () => {
    const before = makeBody({
      planChanges: [change('a', 'proposed'), change('b', 'decided', '2025-04'), change('c', 'decided')],
    })
    const now = makeBody({
      planChanges: [
        change('a', 'decided', '2025-08'),
        change('b', 'decided', '2025-04', '2025-08'),
        change('c', 'decided'),
        change('d', 'proposed'),
      ],
    })
    const news = planChangeNews(before, now).map((one) => [
      one.change.id,
      one.before,
      one.decided.map((d) => d.timeCode),
    ])
    expect(news).toEqual([
      ['a', 'proposed', ['2025-08']],
      ['b', 'decided', ['2025-08']],
      ['d', null, []],
    ])
  })

  const item = (id: string, parts: Partial<SnapshotAgendaItem> = {}): SnapshotAgendaItem => ({
    id,
    number: 1,
    year: 2025,
    title: id,
    proposal: null,
    workPackageId: null,
    planChangeId: null,
    decisions: [],
    ...parts,
  })
  const meeting = (
    id: string,
    handles: boolean,
    heldOn: string | null,
    ...items: SnapshotAgendaItem[]
  ): SnapshotMeeting => ({
    id,
    body: 'Ohjausryhmä',
    title: id,
    heldOn,
    dateAsWritten: null,
    state: handles ? 'draft' : 'approved',
    handles,
    items,
  })
  const decided = (id: string, decidedOn: string | null = null) => ({
    id,
    text: 'Hyväksyttiin.',
    decidedOn,
    decidedAsWritten: null,
    concerns: [],
  })

  it('asks only what the meeting of this period is proposed and has not decided', () => {
    const body = makeBody({
      planChanges: [change('on the agenda', 'in_preparation'), change('waits', 'proposed'), change('done', 'decided')],
      meetings: [
        meeting('old', false, '2025-06-10', item('past', { proposal: 'Ehdotus' })),
        meeting(
          'now',
          true,
          null,
          item('asked', { proposal: 'Ehdotus', planChangeId: 'on the agenda' }),
          item('nothing proposed'),
          item('decided', { proposal: 'Ehdotus', decisions: [decided('d')] }),
        ),
      ],
    })
    const { items, planChanges } = askedOf(body)
    expect(items.map((one) => one.item.id)).toEqual(['asked'])
    expect(planChanges.map(({ id }) => id)).toEqual(['waits'])
  })

  it('parts decisions by the day compared with; the day of the meeting stands in for a missing one', () => {
    const body = makeBody({
      meetings: [
        meeting('spring', false, '2025-05-20', item('a', { decisions: [decided('a')] })),
        meeting('autumn', false, '2025-09-10', item('b', { decisions: [decided('b'), decided('late', '2025-09-20')] })),
        meeting('sometime', false, null, item('c', { decisions: [decided('c')] })),
      ],
    })
    const ids = (made: { decision: { id: string } }[]) => made.map(({ decision }) => decision.id)
    expect(ids(madeSince(body, '2025-06-30').fresh)).toEqual(['c', 'late', 'b'])
    expect(ids(madeSince(body, '2025-06-30').older)).toEqual(['a'])
    expect(ids(madeSince(body, null).older)).toEqual(['a'])
    expect(ids(madeSince(body, '2025-03-31').older)).toEqual([])
  })
})
