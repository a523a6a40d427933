import { beforeAll, describe, expect, it } from 'vitest'
import { readFacts } from '@/prisma/seed/facts/read'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from './demo-copy'
import { checkLoss } from './loss/check'
import { printReport } from './loss/print'
import { type Shapes, shapesOf } from './loss/shapes'
import { rebuildSyli } from './rebuild/syli'

let shapes: Shapes

beforeAll(async () => {
  const letGo = await useDemoCopy()
  shapes = await shapesOf(await viewerOfAccount('johtaja@kanta-hame.example'), 'syli')
  return letGo
}, 60_000)

/** What the second project of the demo holds of the file; its structure and texts belong to the final report. */
function source() {
  const { project, toimintamallit, workpackages, indicators } = readFacts<Record<string, unknown>>('syli.json')
  return { project, toimintamallit, workpackages, indicators }
}

describe('syli.json', () => {
  it('is found again leaf by leaf through the queries, and nothing is added', () => {
    const report = checkLoss(source(), rebuildSyli(shapes), {})
    printReport('syli.json', report)
    expect(report.lost).toEqual([])
    expect(report.invented).toEqual([])
    expect(report.found).toBe(report.walked)
    expect(report.walked).toBeGreaterThan(4100)
  })

  it('has its models, indicators and measurements, the irregular ones too', () => {
    const measured = shapes.indicators.flatMap((one) =>
      one.measurements.filter((measurement) => measurement.role === 'actual'),
    )
    expect([shapes.toimintamallit.length, shapes.indicators.length, measured.length]).toEqual([45, 128, 213])
    const kinds = new Set(measured.map((measurement) => measurement.value.kind))
    for (const kind of ['range', 'breakdown', 'distribution', 'duration', 'yes_no', 'text'])
      expect(kinds).toContain(kind)
    expect(measured.filter((measurement) => measurement.value.unknown !== null).length).toBeGreaterThan(5)
    expect(measured.some((measurement) => measurement.value.qualifier === 'over')).toBe(true)
    expect(measured.some((measurement) => measurement.value.qualifier === 'at_least')).toBe(true)
  })

  it('reports a dropped address, a zero for an unknown and a changed cell', () => {
    const copy = structuredClone(shapes)
    copy.toimintamallit[0]?.addresses.pop()
    const measured = copy.indicators.flatMap((one) => one.measurements)
    const unknown = measured.find((one) => one.role === 'actual' && one.value.unknown !== null)
    const cells = measured.find((one) => one.value.cells.length > 3)?.value.cells
    if (!unknown || !cells?.[0]) throw new Error('the defect has nothing to damage')
    unknown.value.number = '0'
    cells[0].number = '0.001'
    const { lost } = checkLoss(source(), rebuildSyli(copy), {})
    expect(lost).toHaveLength(3)
    expect(lost.join('\n')).toMatch(/innokyla_url_in_section: .* became null/)
    expect(lost.join('\n')).toMatch(/value: null became "0"/)
    expect(lost.join('\n')).toMatch(/value\.1: 0 became "0\.001"/)
  })
})
