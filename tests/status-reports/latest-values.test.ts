import { expect, it } from 'vitest'
import type { MeasurementRow } from '@/lib/indicators/model'
import { latestValues } from '@/lib/status-reports/views/model'
import { makeValue } from '@/lib/values/make-value'

const report = { id: 'own', period: { to: '2025-09-30' } }

const measured = (id: string, from: string | null, to: string | null, more: Partial<MeasurementRow> = {}) =>
  ({
    id,
    reportId: null,
    role: 'actual',
    value: makeValue('number', { number: '5', asWritten: '5' }),
    time: { from, to },
    area: null,
    change: null,
    meetsTarget: null,
    corrections: [],
    replaces: [],
    ...more,
  }) as MeasurementRow

const baseline = measured('baseline', '2022-01-01', '2022-12-31', { role: 'baseline' })
const before = measured('Q2', '2025-04-01', '2025-06-30')
const within = measured('Q3', '2025-07-01', '2025-09-30')
const later = measured('Q4', '2025-10-01', '2025-12-31')
const year = measured('2025', '2025-01-01', '2025-12-31')

const ids = (...measurements: MeasurementRow[]) => latestValues({ measurements }, report).map(({ id }) => id)

it('shows the newest value that is not of a later time than the report', () => {
  expect(ids(baseline, before, later)).toEqual(['Q2'])
  expect(ids(baseline, before, within, later)).toEqual(['Q3'])
  // A year that the period lies in has begun before its end.
  expect(ids(before, year)).toEqual(['2025'])
})

it('shows the baseline where only later values or its own are there, and nothing where nothing is known', () => {
  expect(ids(baseline, later, { ...within, reportId: 'own' })).toEqual(['baseline'])
  expect(ids(later)).toEqual([])
})

it('takes a value whose time is not known for an earlier one', () => {
  expect(ids(baseline, measured('unknown', null, null), later)).toEqual(['unknown'])
})
