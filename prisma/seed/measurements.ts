import { randomUUIDv7 } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Kkk2 } from './facts/kkk2.ts'
import type { Syli } from './facts/syli.ts'
import type { Place } from './ids.ts'
import { nationalIndicators } from './indicators.ts'
import type { Rows } from './rows.ts'
import {
  type ReadMeasurement,
  readMetricBaseline,
  readMetricMeasurement,
  readNationalActual,
  readNationalBaseline,
  readSyliBaseline,
  readSyliMeasurement,
} from './values.ts'

type Hung = { indicator: string; reportId: string | null; read: ReadMeasurement[] }

/**
 * Measurements of the demo project. What a unit measured hangs on the report in which it told it; baselines and national
 * figures come from elsewhere and hang on none.
 */
export function kkk2MeasurementRows(facts: Kkk2, place: Place, reportOf: (unit: string) => string): Rows {
  const national = nationalIndicators(facts).map(({ key, fact }) => ({
    indicator: key,
    reportId: null,
    read: [
      ...(fact.baseline ? [readNationalBaseline(fact, fact.baseline)] : []),
      ...fact.actuals.map((actual) => readNationalActual(fact, actual)),
    ],
  }))
  const local = facts.workpackages.flatMap((unit) =>
    unit.metrics.flatMap((metric): Hung[] => [
      {
        indicator: metric.id,
        reportId: null,
        read: metric.baseline ? readMetricBaseline(metric, metric.baseline) : [],
      },
      {
        indicator: metric.id,
        reportId: metric.measurements.length > 0 ? reportOf(unit.id) : null,
        read: metric.measurements.map((fact) => readMetricMeasurement(metric, fact)),
      },
    ]),
  )
  return measurementRows([...national, ...local], place)
}

export function syliMeasurementRows(facts: Syli, place: Place): Rows {
  const read = facts.indicators.map((fact) => ({
    indicator: fact.id,
    reportId: null,
    read: [
      ...(fact.baseline ? [readSyliBaseline(fact, fact.baseline)] : []),
      ...fact.measurements.map((measurement) => readSyliMeasurement(fact, measurement)),
    ],
  }))
  return measurementRows(read, place)
}

function measurementRows(hung: Hung[], place: Place): Rows {
  const rows: Required<Pick<Rows, 'measurement' | 'measurementCell'>> = { measurement: [], measurementCell: [] }
  for (const { indicator, reportId, read } of hung) {
    for (const [sort, one] of read.entries()) {
      const id = randomUUIDv7() as string
      rows.measurement.push({
        ...measurementColumns(one),
        id,
        organisationId: place.organisationId,
        indicatorId: place.ids('indicator', indicator),
        reportId,
        sort,
      })
      rows.measurementCell.push(
        ...one.value.cells.map((cell, cellSort) => ({
          ...cell,
          organisationId: place.organisationId,
          measurementId: id,
          sort: cellSort,
        })),
      )
    }
  }
  return rows
}

type Columns = Omit<Prisma.MeasurementCreateManyInput, 'organisationId' | 'indicatorId' | 'sort'>

function measurementColumns({ role, value, time, area, change, meetsTarget }: ReadMeasurement): Columns {
  const { cells: _cells, ...columns } = value
  return {
    role,
    ...columns,
    area,
    timeAsWritten: time.asWritten,
    timeCode: time.code,
    timeFrom: time.from === null ? null : new Date(time.from),
    timeTo: time.to === null ? null : new Date(time.to),
    timeBasis: time.basis,
    changeNumber: change?.number ?? null,
    changeUnit: change?.unit ?? null,
    changeBase: change?.base ?? null,
    changeNote: change?.note ?? null,
    meetsTarget,
  }
}
