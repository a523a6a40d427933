import { beforeAll, describe, expect, it } from 'vitest'
import { budgetSums } from '@/lib/finance/budgets/model'
import { partialSum, sumsBy } from '@/lib/finance/model'
import { countDecisions } from '@/lib/plan-changes/model'
import { pointsOf } from '@/lib/risks/model'
import { readKkk2, readKkk2Narrative } from '@/prisma/seed/facts/read'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from './demo-copy'
import { checkLoss } from './loss/check'
import { kkk2Named, kkk2Normalised, narrativeNamed, narrativeNormalised } from './loss/kkk2-normalised'
import { printReport } from './loss/print'
import { type ReportShapes, reportsOf, type Shapes, shapesOf } from './loss/shapes'
import { rebuildKkk2 } from './rebuild/kkk2'
import { rebuildNarrative } from './rebuild/kkk2-reports'
import { namesOf } from './rebuild/names'

let shapes: Shapes
let reports: ReportShapes

beforeAll(async () => {
  const letGo = await useDemoCopy()
  const director = await viewerOfAccount('johtaja@kainuu.example')
  shapes = await shapesOf(director, 'kkk2')
  reports = await reportsOf(director, shapes, ['2025-Q3', '2025-Q2'])
  return letGo
}, 60_000)

const check = (damaged: Shapes) => checkLoss(readKkk2(), rebuildKkk2(damaged), kkk2Normalised, kkk2Named)

describe('kkk2.json', () => {
  it('is found again leaf by leaf through the queries, and nothing is added', () => {
    const report = check(shapes)
    printReport('kkk2.json', report)
    expect(report.lost).toEqual([])
    expect(report.invented).toEqual([])
    expect(report.walked).toBeGreaterThan(7700)
    expect(report.found).toBeGreaterThan(7100)
  })

  it('needs every rule of normalisation', () => {
    expect(check(shapes).idle).toEqual([])
    const more = { ...kkk2Normalised, 'risks[].colour': { reason: 'planted', rebuilt: false } }
    expect(checkLoss(readKkk2(), rebuildKkk2(shapes), more, kkk2Named).idle).toEqual(['risks[].colour'])
  })
})

describe('kkk2-narrative.json', () => {
  it('is found again leaf by leaf through the report pages, and nothing is added', () => {
    const report = checkLoss(
      readKkk2Narrative(),
      rebuildNarrative(shapes, reports),
      narrativeNormalised,
      narrativeNamed,
    )
    printReport('kkk2-narrative.json', report)
    expect(report.lost).toEqual([])
    expect(report.invented).toEqual([])
    expect(report.walked).toBeGreaterThan(670)
  })
})

describe('what the project adds up to', () => {
  it('has the packages, actions, indicators and measurements of the facts', () => {
    const of = (origin: string) => shapes.actions.filter((action) => action.origin === origin).length
    const local = shapes.indicators.filter((one) => one.scope === 'local')
    const actuals = local.flatMap((one) => one.measurements.filter((measurement) => measurement.role === 'actual'))
    expect({
      planned: shapes.units.filter((unit) => unit.level === 'plan').length,
      reporting: shapes.units.filter((unit) => unit.reports).length,
      reportedActions: of('report'),
      plannedActions: of('plan'),
      indicators: local.length,
      measurements: actuals.length,
      withTheirReport: actuals.filter((measurement) => measurement.reportId !== null).length,
      tables: shapes.tables.length,
      risks: shapes.risks.length,
      communications: shapes.communications.length,
      reports: reports.length,
    }).toEqual({
      planned: 24,
      reporting: 35,
      reportedActions: 92,
      plannedActions: 94,
      indicators: 183,
      measurements: 108,
      withTheirReport: 108,
      tables: 18,
      risks: 6,
      communications: 7,
      reports: 51,
    })
  })

  it('adds the purchases up per investment and says that one amount is unknown', () => {
    const names = namesOf(shapes)
    const sums = sumsBy(shapes.purchases, (row) => names.on('investment', row.investmentId) ?? null)
    expect(Object.fromEntries(sums)).toEqual({
      'P4-I1': { total: '546750.15', lines: 46, unknown: 0 },
      'P4-I2': { total: '22785', lines: 4, unknown: 1 },
      'P4-I3': { total: '4616', lines: 2, unknown: 0 },
      'P4-I4': { total: '738493.92', lines: 19, unknown: 0 },
    })
    expect(partialSum(shapes.purchases.map((row) => row.amount))).toEqual({
      total: '1312645.07',
      lines: 71,
      unknown: 1,
    })
  })

  it('adds the budget lines up to the printed total, and the estimates miss it', () => {
    const [table] = shapes.budgets
    if (!table) throw new Error('no budget')
    expect(table.lines).toHaveLength(14)
    expect(budgetSums(table)).toEqual({
      lines: { total: '6465000', lines: 10, unknown: 0 },
      notInProject: 4,
      difference: '0',
    })
    const missed = rebuildKkk2(shapes).budget_table?.mismatches.map((mismatch) => mismatch.difference_eur)
    expect(missed).toEqual(['-240520', '-240520'])
  })

  it('has eleven plan changes decided in twelve months, and risks whose points are the product', () => {
    expect([shapes.planChanges.length, countDecisions(shapes.planChanges)]).toEqual([11, 12])
    const assessments = shapes.risks.flatMap((risk) => risk.assessments)
    expect(assessments.map(pointsOf)).toEqual(assessments.map((one) => one.pointsAsWritten))
    expect(assessments).toHaveLength(6)
  })
})

describe('the loss test itself', () => {
  const damage = (change: (copy: Shapes) => void): string[] => {
    const copy = structuredClone(shapes)
    change(copy)
    return check(copy).lost
  }
  const first = <T>(list: T[], which: (item: T) => boolean): T => {
    const found = list.find(which)
    if (!found) throw new Error('the defect has nothing to damage')
    return found
  }

  it('finds a dropped note', () => {
    const lost = damage((copy) => {
      first(copy.indicators, (one) => one.scope === 'local' && one.note !== null).note = null
    })
    expect(lost).toEqual([expect.stringMatching(/^workpackages\[\d+\]\.metrics\[\d+\]\.note: .* became null$/)])
  })

  it('finds an unknown that has become zero', () => {
    const lost = damage((copy) => {
      first(copy.purchases, (row) => row.amount === null).amount = '0'
    })
    expect(lost.join('\n')).toMatch(/^procurements\.lines\[49\]\.cost_eur: null became "0"/)
  })

  it('finds a changed decimal', () => {
    const lost = damage((copy) => {
      const measured = copy.indicators.flatMap((one) => one.measurements)
      first(measured, (measurement) => measurement.value.number === '58.25').value.number = '58.251'
    })
    expect(lost).toEqual([expect.stringMatching(/: 58\.25 became "58\.251"$/)])
  })

  it('finds a row that has moved, and one that is gone', () => {
    expect(damage((copy) => copy.risks.reverse()).length).toBeGreaterThan(6)
    expect(damage((copy) => copy.purchases.pop()).join('\n')).toMatch(
      /procurements\.lines\[70\]\.title: .* became nothing/,
    )
  })

  it('finds a leaf of the source that has no place, and a value that the source has not', () => {
    const source = { ...readKkk2(), weather: 'aurinkoista' }
    expect(checkLoss(source, rebuildKkk2(shapes), kkk2Normalised, kkk2Named).lost).toEqual([
      'weather: "aurinkoista" became nothing',
    ])
    const copy = structuredClone(shapes)
    first(copy.planChanges, () => true).title = ''
    first(copy.units, (unit) => unit.note === null && unit.schedule.note === null).schedule.note = 'keksitty'
    expect(check(copy).invented).toEqual([expect.stringMatching(/schedule\.note: "keksitty" is not in the source$/)])
  })

  it('finds a report text that is gone', () => {
    const copy = structuredClone(reports)
    const report = first(copy, (one) => one.fields['deviations/text'] !== undefined)
    delete report.fields['deviations/text']
    const { lost } = checkLoss(readKkk2Narrative(), rebuildNarrative(shapes, copy), narrativeNormalised, narrativeNamed)
    expect(lost).toEqual([expect.stringMatching(/^reports\[.*\]\.deviations: .* became nothing$/)])
  })
})
