import { describe, expect, it } from 'vitest'
import { numberChoices } from '@/lib/final-report/choices/model'
import { indicatorTable } from '@/lib/final-report/tables/indicators/model'
import type { MeasurementRow } from '@/lib/indicators/model'
import { words } from '@/lib/platform/words'
import { timeSpanFromCode } from '@/lib/values/time'
import { boundData } from '@/tests/support/builders/bound-data'

const t = words('fi')
const whole = { investment: null, covers: () => true }

describe('an indicator with values of several scopes', () => {
  it('tells the newest value of each scope of an indicator, in the table and where numbers are chosen', () => {
    const data = boundData()
    const [share, ...others] = data.indicators
    const [value] = share?.measurements ?? []
    if (!share || !value) throw new Error('no indicator')
    const of = (id: string, scope: string, code: string, number: string): MeasurementRow => {
      const time = timeSpanFromCode(code)
      if (!time.ok) throw new Error(code)
      return { ...value, id, time: time.value, value: { ...value.value, number, scope } }
    }
    const measurements = [
      of('m1', 'lääkärit', '2024-Q4', '3'),
      of('m2', 'hammaslääkärit', '2025-Q2', '1'),
      of('m3', 'lääkärit', '2025-Q1', '2'),
    ]
    const two = { ...data, indicators: [{ ...share, measurements }, ...others] }
    const table = indicatorTable(two, whole, { pick: 'national', bindings: [] }, t)
    const shown = table.rows.map((cells) => [cells[0]?.text, cells[2]?.text, cells[3]?.text])
    expect(shown.slice(0, 2)).toEqual([
      ['Hoitoon pääsy: lääkärit', '2\u00a0%', 'Q1/2025'],
      ['Hoitoon pääsy: hammaslääkärit', '1\u00a0%', 'Q2/2025'],
    ])
    const options = numberChoices(two, t).flatMap((group) => group.options)
    expect(options.filter((option) => option.value.startsWith('measurement:m')).map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        '2\u00a0%, Q1/2025 – Hoitoon pääsy: lääkärit',
        '1\u00a0%, Q2/2025 – Hoitoon pääsy: hammaslääkärit',
      ]),
    )
  })
})
