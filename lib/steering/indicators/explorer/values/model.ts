import { measurementRoleLabels } from '@/lib/indicators/labels'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { measurementText } from '@/lib/steering/figure-texts/model'
import { daysOf, type ExplorerChoice, measuredBetween } from '@/lib/steering/indicators/explorer/model'
import { partsOf, partText } from '@/lib/steering/indicators/explorer/parts/model'
import { durationIn } from '@/lib/steering/indicators/explorer/series/model'
import { qualifierLabels, unknownLabels } from '@/lib/values/labels'
import { type Listing, type ListingField, listingOf } from '@/lib/values/listing'
import type { Qualifier, UnknownKind } from '@/lib/values/typed-value'
import { minutesPerUnit } from '@/lib/values/units'

/** A value of the choice, or one part of it. */
export type ValueRow = {
  indicator: SnapshotIndicator
  measurement: SnapshotMeasurement
  /** Name of the part; null for the whole value */
  part: string | null
  text: string
  asWritten: string | null
  number: string | null
  numberTo: string | null
  qualifier: Qualifier
  unit: string | null
  unknown: UnknownKind | null
}

/** Every value of the choice, oldest first within its indicator. The comparisons are among them: they are only not drawn. */
export function valueRows(t: Words, chosen: readonly SnapshotIndicator[], choice: ExplorerChoice): ValueRow[] {
  const days = daysOf(choice)
  return chosen.flatMap((indicator) =>
    measuredBetween(indicator, days)
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
      .flatMap((measurement) =>
        choice.part === '' ? [wholeRow(t, indicator, measurement)] : partRows(t, indicator, measurement, choice.part),
      ),
  )
}

const dayOf = ({ time }: SnapshotMeasurement): string => time.from ?? time.to ?? ''

function wholeRow(t: Words, indicator: SnapshotIndicator, measurement: SnapshotMeasurement): ValueRow {
  const { asWritten, kind, numberTo, qualifier, unknown } = measurement.value
  const told = measurement.value.unit ?? indicator.unit
  const isDuration = kind === 'duration'
  // Durations are kept in minutes: the number goes with the unit beside it.
  const unit = isDuration && minutesPerUnit(told) === null ? 'min' : told
  const number =
    measurement.value.number && isDuration ? durationIn(measurement.value.number, unit) : measurement.value.number
  const value = { asWritten, number, numberTo, qualifier, unit, unknown }
  return { indicator, measurement, part: null, text: measurementText(t, measurement), ...value }
}

function partRows(t: Words, indicator: SnapshotIndicator, measurement: SnapshotMeasurement, part: string): ValueRow[] {
  return partsOf(measurement, part).map((one) => ({
    indicator,
    measurement,
    part: one.name,
    text: partText(t, one),
    asWritten: one.cell.asWritten,
    number: one.cell.number,
    numberTo: null,
    qualifier: one.cell.qualifier,
    unit: one.cell.unit ?? measurement.value.unit ?? indicator.unit,
    unknown: one.cell.unknown,
  }))
}

type ListingNames = {
  units: ReadonlyMap<string, string>
  /** Full address of the card of a value; null where it has none */
  cardOf: (id: string) => string | null
}

/** The same rows as a list for spreadsheets: exact numbers in columns of their own, and why there is none in another. */
export function valueListing(t: Words, rows: readonly ValueRow[], { units, cardOf }: ListingNames): Listing {
  const parts = rows.some(({ part }) => part !== null)
  const partField: ListingField<ValueRow>[] = parts ? [[t('listings.column.part'), 'text', ({ part }) => part]] : []
  return listingOf<ValueRow>({ name: 'explorer', title: t('explorer.listing') }, rows, [
    [t('listings.column.indicatorCode'), 'text', ({ indicator }) => indicator.sourceId],
    [t('listings.column.indicator'), 'text', ({ indicator }) => indicator.name],
    [t('finance.field.package'), 'text', ({ indicator }) => units.get(indicator.workPackageId ?? '')],
    [t('listings.column.measurementRole'), 'text', ({ measurement }) => t(measurementRoleLabels[measurement.role])],
    [t('listings.column.scope'), 'text', ({ measurement }) => measurement.value.scope],
    [t('listings.column.area'), 'text', ({ measurement }) => measurement.area],
    ...partField,
    [t('listings.column.timeAsWritten'), 'text', ({ measurement: { time } }) => time.asWritten ?? time.code],
    [t('listings.column.from'), 'day', ({ measurement }) => measurement.time.from],
    [t('listings.column.to'), 'day', ({ measurement }) => measurement.time.to],
    [t('listings.column.value'), 'text', ({ text, unknown }) => (unknown === null ? text : null)],
    [t('listings.column.asWritten'), 'text', ({ asWritten }) => asWritten],
    [t('listings.column.qualifier'), 'text', ({ qualifier, number }) => qualifierText(t, qualifier, number)],
    [t('listings.column.number'), 'number', ({ number, unknown }) => (unknown === null ? number : null)],
    [t('listings.column.numberTo'), 'number', ({ numberTo, unknown }) => (unknown === null ? numberTo : null)],
    [t('listings.column.unitOfMeasure'), 'text', ({ unit }) => unit],
    [t('listings.column.n'), 'count', ({ measurement }) => measurement.value.n],
    [t('listings.column.missing'), 'text', ({ unknown }) => unknown && t(unknownLabels[unknown])],
    [t('listings.column.source'), 'text', ({ measurement }) => measurement.value.source],
    [t('listings.column.note'), 'text', ({ measurement }) => measurement.value.note],
    [t('explorer.card'), 'text', ({ measurement }) => cardOf(measurement.id)],
  ])
}

function qualifierText(t: Words, qualifier: Qualifier, number: string | null): string | null {
  return number === null || qualifier === 'exact' ? null : t(qualifierLabels[qualifier])
}

/**
 * The cells of a list as they go to the clipboard, headings first: numbers in the reader's notation without gaps, days as ISO
 * text. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function clipboardRows({ columns, rows }: Listing, locale: Words['locale']): string[][] {
  const cell = (text: string | null, index: number) => {
    if (text === null) return ''
    const kind = columns[index]?.kind ?? 'text'
    if (kind === 'text') return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
    return kind === 'day' || locale === 'en' ? text : text.replace('.', ',')
  }
  return [columns.map(({ header }) => header), ...rows.map((row) => row.map(cell))]
}
