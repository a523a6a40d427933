import { describe, expect, it } from 'vitest'
import { amountCell, decidedText, differenceCell, sumCell } from '@/components/plan-changes/change-texts'
import { proposalAddress, proposingReport } from '@/lib/plan-changes/addresses'
import { differenceOf, effectSums } from '@/lib/plan-changes/effects/model'
import { filterPlanChanges, planChangeQuery, readPlanChangeFilter } from '@/lib/plan-changes/filters/model'
import { type PlanChangeRow, planChangeEventTypes, planChangeStates } from '@/lib/plan-changes/model'
import { mayPropose, rightToEvent, rightToPropose } from '@/lib/plan-changes/permissions'
import { decisionSchema, effectSchema, planChangeEditSchema } from '@/lib/plan-changes/schema'
import { follow, isEditable, stateOf, steps } from '@/lib/plan-changes/steps/model'
import { words } from '@/lib/platform/words'
import { inProject, viewerWith } from '../support/builders/accounts'

const t = words('fi')
const id = '0197a000-0000-7000-8000-000000000001'

describe('the state table', () => {
  it('is total, and goes proposal → preparation → decision → in force or rejected', () => {
    expect(Object.keys(steps).sort()).toEqual([...planChangeStates].sort())
    for (const state of planChangeStates)
      expect(Object.keys(steps[state]).sort()).toEqual([...planChangeEventTypes].sort())
    const possible = planChangeStates.flatMap((state) =>
      planChangeEventTypes.flatMap((event) =>
        follow(state, event) ? [`${state} ${event} ${follow(state, event)}`] : [],
      ),
    )
    expect(possible).toEqual([
      'proposed edited proposed',
      'proposed taken_up in_preparation',
      'proposed rejected rejected',
      'in_preparation edited in_preparation',
      'in_preparation decided decided',
      'in_preparation rejected rejected',
      'decided decided decided',
      'decided put_in_force in_force',
      'decided rejected rejected',
      'rejected taken_up in_preparation',
    ])
    expect(planChangeStates.filter(isEditable)).toEqual(['proposed', 'in_preparation'])
  })

  it('the state is what the events say; an older row keeps its own', () => {
    expect(stateOf('in_force', ['proposed', 'taken_up', 'decided'])).toBe('decided')
    expect(stateOf('proposed', ['proposed', 'edited', 'taken_up', 'decided', 'decided', 'put_in_force'])).toBe(
      'in_force',
    )
    expect(stateOf('decided', [])).toBe('decided')
    expect(stateOf('decided', ['put_in_force'])).toBe('in_force')
    expect(stateOf('in_preparation', ['edited'])).toBe('in_preparation')
    expect(stateOf('decided', ['put_in_force', 'taken_up']), 'impossible events decide nothing').toBe('decided')
  })
})

describe('who may', () => {
  const projectId = 'p1'
  const as = (role: Parameters<typeof inProject>[0]) => viewerWith([inProject(role, projectId)])
  const own = { projectId, isOwnUnit: true }
  const foreign = { projectId, isOwnUnit: false }

  it('coordinators propose for their own units and edit until it is taken up; the rest is for those who prepare', () => {
    expect(rightToPropose(as('coordinator'), own)).toBe('coordinator')
    expect(rightToPropose(as('coordinator'), foreign)).toBeNull()
    expect(rightToPropose(as('finance'), foreign)).toBe('finance')
    expect(rightToPropose(as('steering'), own)).toBeNull()
    expect(rightToEvent(as('coordinator'), 'edited', { ...own, state: 'proposed' })).toBe('coordinator')
    expect(rightToEvent(as('coordinator'), 'edited', { ...own, state: 'in_preparation' })).toBeNull()
    for (const event of ['taken_up', 'decided', 'put_in_force', 'rejected'] as const) {
      expect(rightToEvent(as('coordinator'), event, { ...own, state: 'proposed' })).toBeNull()
      expect(rightToEvent(as('auditor'), event, { ...own, state: 'proposed' })).toBeNull()
      expect(rightToEvent(as('director'), event, { ...foreign, state: 'proposed' })).toBe('director')
    }
    expect(mayPropose(as('coordinator'), projectId, [{ own: false }])).toBe(false)
    expect(mayPropose(as('coordinator'), projectId, [{ own: false }, { own: true }])).toBe(true)
    expect(mayPropose(as('director'), projectId, [])).toBe(true)
  })
})

describe('effects on the budget', () => {
  const effects = [
    { oldAmount: '1000.10', newAmount: '500.05' },
    { oldAmount: null, newAmount: '200' },
    { oldAmount: '0', newAmount: '300' },
  ]

  it('are summed exactly, and a sum says how many amounts it lacks', () => {
    expect(effectSums(effects)).toEqual({
      old: { total: '1000.1', unknown: 1 },
      new: { total: '1000.05', unknown: 0 },
      difference: { total: '-200.05', unknown: 1 },
    })
    expect(effectSums([{ oldAmount: null, newAmount: null }]).old).toEqual({ total: null, unknown: 1 })
  })

  it('unknown is told in words and is no zero', () => {
    expect(differenceOf({ oldAmount: null, newAmount: '200' })).toBeNull()
    expect(amountCell(t, null)).toEqual({ text: 'Ei tiedossa', unknown: true })
    expect(amountCell(t, '0').text).toBe('0,00\u00a0€')
    expect(differenceCell(t, '-200.05').text).toBe('−200,05\u00a0€')
    expect(sumCell(t, effectSums(effects).old).note).toBe('Yksi luku ei ole tiedossa, eikä se ole mukana summassa.')
  })
})

describe('what is typed', () => {
  const base = { project: 'kkk2', changeId: id, version: '2' }
  const effect = { ...base, effectId: '', investmentId: '', workPackageId: '', year: '2025', costType: '' }
  it.each([
    ['1 234,50', '1234.50'],
    ['−500', '-500'],
    ['12\u00a0000 €', '12000'],
    ['0', '0'],
    ['100 euroa', '100'],
    ['', null],
  ])('amount %j is %j', (newAmount, amount) => {
    expect(effectSchema.parse({ ...effect, oldAmount: '1', newAmount })).toMatchObject({
      newAmount: amount,
      year: 2025,
    })
  })

  it.each([
    [{ oldAmount: '', newAmount: '' }, 'newAmount', 'planChanges.error.amountMissing'],
    [{ oldAmount: '1.234', newAmount: '' }, 'oldAmount', 'planChanges.error.amount'],
    [{ oldAmount: '1,234', newAmount: '' }, 'oldAmount', 'planChanges.error.cents'],
    [{ oldAmount: 'noin 5', newAmount: '' }, 'oldAmount', 'planChanges.error.amount'],
    [{ oldAmount: '1', newAmount: '', year: '25' }, 'year', 'planChanges.error.year'],
  ])('%j is refused', (change, at, message) => {
    const read = effectSchema.safeParse({ ...effect, ...change })
    expect(read.success ? null : [read.error.issues[0]?.path[0], read.error.issues[0]?.message]).toEqual([at, message])
  })

  it('a decision has a day or a month, as written and as understood', () => {
    const decided = (text: string) => decisionSchema.safeParse({ ...base, decided: text, decisionId: '', note: '' })
    expect(decided('12.9.2025').data?.decided).toEqual({
      asWritten: '12.9.2025',
      timeCode: '2025-09-12',
      decidedOn: '2025-09-12',
    })
    expect(decided('9/2025').data?.decided).toEqual({ asWritten: '9/2025', timeCode: '2025-09', decidedOn: null })
    for (const text of ['', 'kohta', '31.2.2025'])
      expect(decided(text).error?.issues[0]?.message).toBe('planChanges.error.decided')
    expect(decidedText(t, { asWritten: '9/25', timeCode: '2025-09' })).toBe('9/2025')
    expect(decidedText(t, { asWritten: 'syksyllä', timeCode: '?' })).toBe('syksyllä')
  })

  it('a change needs its title', () => {
    const given = { ...base, workPackageId: '', investmentId: '', title: '  ' }
    expect(planChangeEditSchema.safeParse(given).error?.issues[0]?.message).toBe('planChanges.error.titleMissing')
    expect(planChangeEditSchema.parse({ ...given, title: 'Muutos', what: ' ' })).toMatchObject({
      what: null,
      oldAmount: null,
    })
  })
})

describe('addresses', () => {
  it.each([
    [{}, ''],
    [{ state: 'in_force', unit: 'u1', text: 'chat' }, '?state=in_force&unit=u1&text=chat'],
    [{ state: 'lost' }, ''],
  ])('the filter %j is %j and back', (given, query) => {
    const filter = readPlanChangeFilter(given)
    expect(planChangeQuery(filter)).toBe(query)
    expect(readPlanChangeFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
  })

  it('a proposal names its report, or none', () => {
    expect(proposalAddress('kkk2', id)).toBe(`/projects/kkk2/plan-changes/new?report=${id}`)
    expect(proposingReport({ report: id })).toBe(id)
    expect(proposalAddress('kkk2')).toBe('/projects/kkk2/plan-changes/new')
    expect([proposingReport({}), proposingReport({ report: '' }), proposingReport({ report: ['a', 'b'] })]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('the filter lets through by state, unit and words', () => {
    const row = (change: Partial<PlanChangeRow>) =>
      ({
        title: 'Chatbot',
        what: null,
        why: 'viive',
        state: 'decided',
        workPackageId: 'u1',
        ...change,
      }) as PlanChangeRow
    const rows = [row({ id: 'a' }), row({ id: 'b', state: 'proposed', workPackageId: null, why: null })]
    const ids = (given: Record<string, string>) =>
      filterPlanChanges(rows, readPlanChangeFilter(given)).map((one) => one.id)
    expect(ids({})).toEqual(['a', 'b'])
    expect(ids({ state: 'proposed' })).toEqual(['b'])
    expect(ids({ unit: 'u1' })).toEqual(['a'])
    expect(ids({ text: 'VIIVE' })).toEqual(['a'])
  })
})
