import { expect, test } from 'vitest'
import { type InvestmentNode, type UnitNode, unitGroups } from '@/lib/plan/structure/model'

const investment = (id: string): InvestmentNode => ({
  ...{ id, parentId: null, levelId: 'level', code: null, title: id, note: null, position: 1, stamp: '' },
})
const unit = (id: string, parentId: string | null, investmentId: string | null): UnitNode => ({
  ...{ id, parentId, investmentId, sourceId: id, level: 'plan', reports: true, code: null, titlePlan: id, position: 1 },
  ...{ titleReview: null, responsibleRole: null, scheduleAsWritten: null, costEstimate: null, costAsWritten: null },
  ...{ note: null, serviceAreas: [], covers: [], stamp: '' },
})
const groups = (investments: InvestmentNode[], units: UnitNode[]) =>
  unitGroups(investments, units).map((group) => [
    group.investment?.id ?? null,
    ...group.rows.map((row): string | null => row.id),
  ])

test('units stand under their investments in the order of those, and those of none last', () => {
  const units = [unit('free', null, null), unit('b', null, 'two'), unit('a', null, 'one'), unit('c', null, 'two')]
  expect(groups([investment('one'), investment('two'), investment('three')], units)).toEqual([
    ['one', 'a'],
    ['two', 'b', 'c'],
    [null, 'free'],
  ])
})

test('a unit stays within the one above it, whatever it belongs to itself', () => {
  const units = [unit('a', null, 'one'), unit('a1', 'a', 'two'), unit('a11', 'a1', null), unit('b', null, 'two')]
  expect(groups([investment('one'), investment('two')], units)).toEqual([
    ['one', 'a', 'a1', 'a11'],
    ['two', 'b'],
  ])
})

test('without investments there is one group, and without units none', () => {
  expect(groups([], [unit('a', null, null)])).toEqual([[null, 'a']])
  expect(groups([investment('one')], [])).toEqual([])
})
