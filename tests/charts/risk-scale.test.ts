import { describe, expect, it } from 'vitest'
import { printPalette } from '@/lib/charts/palette'
import { drawRisks, layoutRisks } from '@/lib/charts/risk-matrix'
import { riskTable } from '@/lib/exports/pptx/risks'
import { risks } from './examples'

describe('a matrix of another scale', () => {
  const options = { width: 640, palette: printPalette, prefix: 'r', locale: 'fi' as const }
  it.each([3, 5, 10])('of %i has that many rows and columns, and every score its place within', (highest) => {
    const risk = { mark: '1', name: 'R', score: { probability: highest, impact: highest } }
    const model = { ...risks, highest, risks: [risk] }
    const at = layoutRisks(model, options)
    const [placed] = at.placed
    expect(placed?.x).toBeLessThanOrEqual(640)
    expect(placed?.y).toBeGreaterThan(0)
    expect(drawRisks(model, options).body.match(/<rect /g)?.length).toBeGreaterThanOrEqual(highest ** 2)
    const { rows, columns } = riskTable(model)
    expect([rows.length, columns.length]).toEqual([highest, highest + 1])
    expect(rows[0]?.at(-1)).toEqual([{ text: '1' }])
  })
})
