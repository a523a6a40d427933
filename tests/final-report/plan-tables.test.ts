// Tables of the plan's data as blocks: what is not known is a word and never zero, and what is gone shows nothing.
import { describe, expect, it } from 'vitest'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { type PlanType, unbound, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { costChoices, phaseChoices } from '@/lib/final-report/choices/model'
import { planTable } from '@/lib/final-report/tables/plan/model'
import type { BudgetLineRow } from '@/lib/finance/model'
import type { PersonMonthsRow } from '@/lib/plan/person-months/model'
import type { PhaseTable } from '@/lib/plan/schedule/model'
import { words } from '@/lib/platform/words'
import { boundData } from '@/tests/support/builders/bound-data'

const t = words('fi')
const whole = boundData()
const [part] = whole.workPackages
const [budget] = whole.budgets
if (!part || !budget) throw new Error('no data')
const child = { ...part, id: 'w1a', sourceId: 'W1a', parentId: 'w1', investmentId: null, titleReview: 'Osa A' }
const other = { ...part, id: 'w2', sourceId: 'W2', investmentId: 'i2', titleReview: 'Työpaketti 2' }

const line = (id: string, given: Partial<BudgetLineRow>): BudgetLineRow => ({
  ...(budget.lines[0] as BudgetLineRow),
  id,
  investmentId: null,
  ...given,
})
const months = (id: string, given: Partial<PersonMonthsRow>): PersonMonthsRow => ({
  id,
  workPackageId: null,
  role: 'Suunnittelija',
  year: 2025,
  months: null,
  monthsAsWritten: null,
  fundingSource: null,
  note: null,
  version: 1,
  ...given,
})
const phases: PhaseTable = {
  workPackageId: 'w1',
  columns: [
    { id: 'c1', label: 'Kevät', timeCode: null },
    { id: 'c2', label: 'Syksy', timeCode: null },
  ],
  rows: [
    {
      actionId: 'a1',
      title: 'Kartoitus',
      cells: [
        { columnId: 'c1', mark: true, text: null },
        { columnId: 'c2', mark: false, text: null },
      ],
    },
    { actionId: 'a2', title: 'Pilotti', cells: [{ columnId: 'c2', mark: true, text: 'alkaa' }] },
    { actionId: 'a3', title: 'Arviointi', cells: [] },
  ],
}
const data = (given: Partial<BoundData> = {}): BoundData => ({
  ...whole,
  workPackages: [part, child, other],
  phases: [phases, { workPackageId: 'w2', columns: [], rows: [] }],
  ...given,
})

type Given = { investment?: string; part?: string; content?: object }
function tableOf(type: PlanType, from: BoundData, { investment, part: id, content = {} }: Given = {}) {
  const source = id ? ('work_package' as const) : ('investment' as const)
  const bound = { ...unbound, sort: 0, source, workPackageId: id ?? null, investmentId: investment ?? null }
  const block = {
    id: 'b',
    type,
    content: { caption: 'T', ...(type === 'cost_table' && { budgetId: 'budget' }), ...content },
    bindings: id || investment ? [bound] : [],
    file: null,
    from: null,
  } as Extract<WrittenBlock, { type: PlanType }>
  const made = planTable(block, from, t)
  return typeof made === 'string' ? made : { ...made, texts: made.rows.map((row) => row.map(({ text }) => text)) }
}
const told = (made: ReturnType<typeof tableOf>) => {
  if (typeof made === 'string') throw new Error(made)
  return made
}

describe('a phase table', () => {
  it('tells marks, words and what is told not to happen, and of an action without any that its time is not told', () => {
    const made = told(tableOf('phase_table', data(), { part: 'w1' }))
    expect(made.columns.map(({ header }) => header)).toEqual(['Toimenpide', 'Kevät', 'Syksy'])
    expect(made.texts).toEqual([
      ['Kartoitus', 'x', '–'],
      ['Pilotti', '', 'alkaa'],
      ['Arviointi', 'Ajankohtaa ei ole kerrottu', ''],
    ])
    expect(made.rows[2]?.[1]?.unknown).toBe(true)
  })

  it('has no rows where the part has no columns, and shows nothing of a part that is gone', () => {
    expect(told(tableOf('phase_table', data(), { part: 'w2' })).rows).toEqual([])
    expect(tableOf('phase_table', data())).toBe('finalReport.problem.part')
    expect(tableOf('phase_table', data({ workPackages: [] }), { part: 'w1' })).toBe('finalReport.problem.part')
  })

  it('is offered of parts with columns only', () => {
    expect(phaseChoices(data())).toEqual([{ value: 'w1', label: 'Työpaketti 1' }])
  })
})

describe('a cost table', () => {
  const lines = [
    line('1', { workPackageId: 'w1', year: 2025, fundingSource: 'grant', amount: '80' }),
    line('2', { workPackageId: 'w1', year: 2025, fundingSource: 'own', amount: '20' }),
    line('3', { workPackageId: 'w1a', year: 2026, fundingSource: 'grant', amount: null }),
    line('4', { workPackageId: 'w2', year: 2026, fundingSource: 'own', amount: '50' }),
    line('5', { title: 'Muualla', amount: null, notInProject: true }),
  ]
  const costs = (given: Partial<BoundData> = {}) => data({ budgets: [{ ...budget, lines, stated: '200' }], ...given })

  it('sums by part, source and year, and every sum says what it lacks', () => {
    const made = told(tableOf('cost_table', costs()))
    expect(made.columns.map(({ header }) => header)).toEqual([
      'Osa ja rahoituslähde',
      '2025',
      '2026',
      'Yhteensä',
      'Omarahoituksen osuus',
    ])
    expect(made.texts).toEqual(
      [
        ['Työpaketti 1: Valtionavustus', '80,00 €', '–', '80,00 €', ''],
        ['Työpaketti 1: Omarahoitus', '20,00 €', '–', '20,00 €', '20 %'],
        ['Osa A: Valtionavustus', '–', 'Ei tiedossa', 'Ei tiedossa', ''],
        ['Työpaketti 2: Omarahoitus', '–', '50,00 €', '50,00 €', '100 %'],
      ].map((row) => row.map((text) => text.replaceAll(' €', '\u00a0€').replaceAll(' %', '\u00a0%'))),
    )
    const total = made.total?.map(({ text }) => text.replaceAll('\u00a0', ' '))
    expect(total).toEqual([
      'Yhteensä',
      '100,00 €',
      '50,00 € (1 ei tiedossa)',
      '150,00 € (1 ei tiedossa)',
      'Ei tiedossa',
    ])
    expect(made.notes.join(' ').replaceAll('\u00a0', ' ')).toContain('Painettu loppusumma: 200,00 €.')
    expect(made.notes.join(' ')).toContain('osuutta ei voi laskea, koska kaikkia summia ei tiedetä')
    expect(made.notes.join(' ')).toContain('Yksi rivi ei kuulu hankkeeseen: Muualla.')
  })

  it('of a part has the part’s own and those inside it, says how many they are, and no printed total of the whole', () => {
    const made = told(tableOf('cost_table', costs(), { part: 'w1', content: { scoped: true } }))
    expect(made.texts.map(([name]) => name)).toEqual([
      'Työpaketti 1: Valtionavustus',
      'Työpaketti 1: Omarahoitus',
      'Osa A: Valtionavustus',
    ])
    expect(made.notes.join(' ')).toContain('Talousarvion 5 rivistä tähän osaan kuuluu 3.')
    expect(made.notes.join(' ')).not.toContain('200')
    const ofInvestment = told(tableOf('cost_table', costs(), { investment: 'i2', content: { scoped: true } }))
    expect(ofInvestment.texts.map(([name]) => name)).toEqual(['Työpaketti 2: Omarahoitus'])
  })

  it('has no column of a share that nobody has told anything of', () => {
    const untold = costs({ budgets: [{ ...budget, lines: [line('1', { amount: '10' })] }] })
    const made = told(tableOf('cost_table', untold))
    expect(made.columns.map(({ header }) => header)).toEqual(['Osa', 'Vuosi ei kerrottu'])
    expect(made.texts.flat().join()).not.toContain('Lähdettä')
    // Where one of them tells it, the others say that they do not.
    const some = [line('1', { amount: '10' }), line('2', { title: 'Toinen', fundingSource: 'own', amount: '5' })]
    const mixed = told(tableOf('cost_table', costs({ budgets: [{ ...budget, lines: some }] })))
    expect(mixed.columns[0]?.header).toBe('Osa ja rahoituslähde')
    expect(mixed.texts.map(([name]) => name?.split(': ')[1])).toEqual(['Lähdettä ei kerrottu', 'Omarahoitus'])
    expect(made.notes[0]).toBe('Omarahoitusta ei voi laskea, koska rahoituslähdettä ei ole kerrottu.')
  })

  it('shows nothing when its budget or its part is gone, rather than the whole project', () => {
    expect(tableOf('cost_table', costs({ budgets: [] }))).toBe('finalReport.problem.costs')
    expect(tableOf('cost_table', costs(), { content: { scoped: true } })).toBe('finalReport.problem.part')
    expect(costChoices(costs())).toEqual([{ value: 'budget', label: 'suunnitelma' }])
  })
})

describe('a table of person-months', () => {
  const rows = [
    months('1', { workPackageId: 'w1', months: '4.5' }),
    months('2', { workPackageId: 'w1a', year: null, role: null, monthsAsWritten: 'osa-aikainen' }),
    months('3', { months: '2' }),
  ]

  it('keeps an unknown amount unknown and tells a year that is not told', () => {
    const made = told(tableOf('person_month_table', data({ personMonths: rows })))
    expect(made.columns.map(({ header }) => header)).toEqual([
      'Osa ja tehtävä',
      '2025',
      'Vuosi ei kerrottu',
      'Yhteensä',
    ])
    expect(made.texts).toEqual([
      ['Työpaketti 1: Suunnittelija', '4,5', '–', '4,5'],
      ['Osa A: Tehtävää ei kerrottu', '–', 'Ei tiedossa', 'Ei tiedossa'],
      ['Koko hanke: Suunnittelija', '2', '–', '2'],
    ])
    expect(made.total?.map(({ text }) => text)).toEqual(['Yhteensä', '6,5', 'Ei tiedossa', '6,5 (1 ei tiedossa)'])
  })

  it('of a part has those inside it and not the whole project’s', () => {
    const made = told(
      tableOf('person_month_table', data({ personMonths: rows }), { part: 'w1', content: { scoped: true } }),
    )
    expect(made.texts.map(([name]) => name)).toEqual(['Työpaketti 1: Suunnittelija', 'Osa A: Tehtävää ei kerrottu'])
    expect(tableOf('person_month_table', data({ personMonths: rows }), { content: { scoped: true } })).toBe(
      'finalReport.problem.part',
    )
  })
})
