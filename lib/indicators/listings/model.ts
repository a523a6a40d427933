import {
  directionLabels,
  measurementRoleLabels,
  scopeLabels,
  targetOperatorLabels,
  targetRoleLabels,
} from '@/lib/indicators/labels'
import type { IndicatorRow, MeasurementRow, TargetRow } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { dateInHelsinki } from '@/lib/values/calendar'
import { formatTypedValue } from '@/lib/values/format-value'
import { qualifierLabels, unknownLabels, valueKindLabels } from '@/lib/values/labels'
import { type Listing, type ListingField, lines, listingOf } from '@/lib/values/listing'
import type { TimeSpan, ValueCell } from '@/lib/values/typed-value'
import { inOwnUnit } from '@/lib/values/units'

/** Where an indicator belongs, by the ids of the places. */
export type IndicatorNames = { investments: ReadonlyMap<string, string>; units: ReadonlyMap<string, string> }

const named = (names: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : (names.get(id) ?? null))

/** Every indicator as its definition in force says it. */
export function indicatorListing(
  t: Words,
  title: string,
  rows: readonly IndicatorRow[],
  { investments, units }: IndicatorNames,
): Listing {
  return listingOf({ name: 'indicators', title }, rows, [
    ...identity(t, (row: IndicatorRow) => row),
    [t('listings.column.scopeKind'), 'text', (row) => t(scopeLabels[row.scope])],
    [t('finance.field.package'), 'text', (row) => named(units, row.workPackageId)],
    [t('finance.field.investment'), 'text', (row) => named(investments, row.investmentId)],
    [t('listings.column.unitOfMeasure'), 'text', (row) => row.current?.unit],
    [
      t('listings.column.direction'),
      'text',
      ({ current }) => current?.direction && t(directionLabels[current.direction]),
    ],
    [t('listings.column.definition'), 'text', (row) => row.current?.definition],
    [t('listings.column.dimensions'), 'text', (row) => lines(row.dimensions)],
    [t('listings.column.source'), 'text', (row) => row.source],
    [t('listings.column.note'), 'text', (row) => row.note],
    [t('listings.column.measurements'), 'count', (row) => row.measurements.length],
  ])
}

/** Every target, those no longer in force too, with the day and the reason. */
export function targetListing(t: Words, title: string, indicators: readonly IndicatorRow[]): Listing {
  const rows = indicators.flatMap((indicator) => indicator.targets.map((target) => ({ indicator, target })))
  type Row = { indicator: IndicatorRow; target: TargetRow }
  return listingOf<Row>({ name: 'targets', title }, rows, [
    ...identity(t, ({ indicator }: Row) => indicator),
    [t('listings.column.targetRole'), 'text', ({ target }) => t(targetRoleLabels[target.role])],
    [t('listings.column.asWritten'), 'text', ({ target }) => target.asWritten ?? target.text],
    [
      t('listings.column.operator'),
      'text',
      ({ target }) => target.operator && t(targetOperatorLabels[target.operator]),
    ],
    [t('listings.column.number'), 'number', ({ target }) => target.number],
    [t('listings.column.unitOfMeasure'), 'text', ({ target }) => target.unit],
    ...times(t, ({ target }: Row) => target.time),
    [t('listings.column.source'), 'text', ({ target }) => target.source],
    [t('listings.column.supersededOn'), 'text', ({ target }) => target.superseded?.on ?? target.superseded?.at],
    [t('listings.column.supersededReason'), 'text', ({ target }) => target.superseded?.reason],
    [t('listings.column.reachedOn'), 'day', ({ target }) => target.reached?.on],
  ])
}

type Measured = { indicator: IndicatorRow; measurement: MeasurementRow }

const measured = (indicators: readonly IndicatorRow[]): Measured[] =>
  indicators.flatMap((indicator) => indicator.measurements.map((measurement) => ({ indicator, measurement })))

/** Every value as written and as understood; why there is none stands in its own column. */
export function measurementListing(t: Words, title: string, indicators: readonly IndicatorRow[]): Listing {
  return listingOf({ name: 'measurements', title }, measured(indicators), [
    ...identity(t, ({ indicator }: Measured) => indicator),
    [t('listings.column.measurementRole'), 'text', ({ measurement }) => t(measurementRoleLabels[measurement.role])],
    [t('listings.column.value'), 'text', ({ measurement }) => formatTypedValue(measurement.value, t.locale)],
    [t('listings.column.asWritten'), 'text', ({ measurement }) => measurement.value.asWritten],
    [t('listings.column.valueKind'), 'text', ({ measurement }) => t(valueKindLabels[measurement.value.kind])],
    [t('listings.column.qualifier'), 'text', ({ measurement: { value } }) => qualifierText(t, value)],
    [t('listings.column.number'), 'number', ({ measurement }) => inOwnUnit(measurement.value).number],
    [t('listings.column.numberTo'), 'number', ({ measurement }) => inOwnUnit(measurement.value).numberTo],
    [t('listings.column.unitOfMeasure'), 'text', ({ measurement }) => inOwnUnit(measurement.value).unit],
    [t('listings.column.n'), 'count', ({ measurement }) => measurement.value.n],
    [t('listings.column.scope'), 'text', ({ measurement }) => measurement.value.scope],
    [
      t('listings.column.missing'),
      'text',
      ({ measurement: { value } }) => value.unknown && t(unknownLabels[value.unknown]),
    ],
    ...times(t, ({ measurement }: Measured) => measurement.time),
    [t('listings.column.area'), 'text', ({ measurement }) => measurement.area],
    [t('listings.column.source'), 'text', ({ measurement }) => measurement.value.source],
    [t('listings.column.note'), 'text', ({ measurement }) => measurement.value.note],
    [t('listings.column.correctedOn'), 'day', ({ measurement: { corrections } }) => correctedOn(corrections)],
  ])
}

function correctedOn([newest]: MeasurementRow['corrections']): string | null {
  return newest ? dateInHelsinki(new Date(newest.at)) : null
}

function qualifierText(t: Words, { qualifier, number }: MeasurementRow['value']): string | null {
  return number === null || qualifier === 'exact' ? null : t(qualifierLabels[qualifier])
}

/** Parts of the values that have some: a row for each cell, with its dimensions as text. */
export function breakdownListing(t: Words, title: string, indicators: readonly IndicatorRow[]): Listing {
  type Row = Measured & { cell: ValueCell }
  const rows = measured(indicators).flatMap((row) => row.measurement.value.cells.map((cell): Row => ({ ...row, cell })))
  return listingOf<Row>({ name: 'breakdowns', title }, rows, [
    ...identity(t, ({ indicator }: Row) => indicator),
    [t('listings.column.measurementRole'), 'text', ({ measurement }) => t(measurementRoleLabels[measurement.role])],
    ...times(t, ({ measurement }: Row) => measurement.time),
    [t('listings.column.part'), 'text', ({ cell }) => cell.label],
    [t('listings.column.dimensions'), 'text', ({ cell }) => dimensionText(cell)],
    [t('listings.column.asWritten'), 'text', ({ cell }) => cell.asWritten],
    [t('listings.column.number'), 'number', ({ cell }) => cell.number],
    [t('listings.column.unitOfMeasure'), 'text', ({ cell, measurement }) => cell.unit ?? measurement.value.unit],
    [t('listings.column.missing'), 'text', ({ cell }) => cell.unknown && t(unknownLabels[cell.unknown])],
  ])
}

const dimensionText = ({ dimensions }: ValueCell) =>
  lines(Object.entries(dimensions).map(([name, value]) => `${name}: ${value}`))

/** Which indicator a row is of. */
function identity<Row>(t: Words, of: (row: Row) => IndicatorRow): ListingField<Row>[] {
  return [
    [t('listings.column.indicatorCode'), 'text', (row) => of(row).sourceId],
    [t('listings.column.indicator'), 'text', (row) => of(row).current?.name ?? of(row).versions.at(-1)?.name],
  ]
}

/** A time as written and as days. */
function times<Row>(t: Words, of: (row: Row) => TimeSpan): ListingField<Row>[] {
  return [
    [t('listings.column.timeAsWritten'), 'text', (row) => of(row).asWritten ?? of(row).code],
    [t('listings.column.from'), 'day', (row) => of(row).from],
    [t('listings.column.to'), 'day', (row) => of(row).to],
  ]
}
