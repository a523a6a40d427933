import {
  type BoundData,
  budgetLinesIn,
  cardOf,
  purchasesIn,
  scopeOf,
  toimintamallitIn,
} from '@/lib/final-report/bindings/model'
import type { Binding } from '@/lib/final-report/blocks/model'
import { type PartialSum, partialSum } from '@/lib/finance/model'
import { countedKey, isCalculated } from '@/lib/indicators/formulas/model'
import {
  type IndicatorRow,
  isMeasurement,
  type MeasurementRow,
  measurementsOf,
  type TargetRow,
} from '@/lib/indicators/model'
import { askedOf } from '@/lib/indicators/readings/model'
import type { Words } from '@/lib/platform/words'
import { scopeOf as scopeOfValue } from '@/lib/rounds/snapshot/indicators/judgements/model'
import { correctionText } from '@/lib/status-reports/corrections/model'
import { limitText } from '@/lib/steering/figure-texts/model'
import { formatAmount, formatNumber, formatTimeCode } from '@/lib/values/format'
import { formatTypedValue } from '@/lib/values/format-value'
import { unknownLabels } from '@/lib/values/labels'
import { makeValue } from '@/lib/values/make-value'
import type { TimeSpan, TypedValue } from '@/lib/values/typed-value'
import { isMoneyUnit, isPercentUnit, minutesInUnit } from '@/lib/values/units'

/** A number as the reader sees it, where it comes from, how it was corrected, if it was, and its card, if it is published. */
export type BoundNumber = { text: string; source: string; note: string | null; address: string | null }

/** How much of a number's unit stands in the text: all, none but per cent and euros, or none at all. */
export type NumberForm = 'full' | 'bare' | 'digits'

/** What a binding shows; null when its subject is not among the project's data any more. */
export function boundNumber(
  binding: Binding,
  data: BoundData,
  t: Words,
  form: NumberForm = 'full',
): BoundNumber | null {
  switch (binding.source) {
    case 'measurement':
    case 'latest_measurement':
      return measured(data, binding, t, form)
    case 'target':
      return aimed(data, binding.targetId, t, form)
    case 'budget_total':
    case 'purchase_total':
    case 'purchase_count':
    case 'toimintamalli_count':
      return counted(binding, data, t)
    case 'investment':
    case 'indicator':
    case 'work_package':
    case 'toimintamalli':
    case 'decision':
      return null
  }
}

/** The value that a binding means; null when it names none, or one that is gone. */
export function boundMeasurement(
  { source, measurementId, indicatorId, frozen }: Omit<Binding, 'sort'>,
  { indicators }: Pick<BoundData, 'indicators'>,
): { indicator: IndicatorRow; row: MeasurementRow } | null {
  const found = (indicator: IndicatorRow | undefined, row: MeasurementRow | null | undefined) =>
    indicator && row ? { indicator, row } : null
  if (source === 'latest_measurement') {
    const indicator = indicators.find(({ id }) => id === indicatorId)
    const counted = indicator?.measurements.filter(isCalculated).find((row) => countedKey(row) === frozen)
    return found(indicator, frozen === undefined ? indicator && latestActual(indicator) : counted)
  }
  if (source !== 'measurement') return null
  // A number bound before a correction means the row that has taken its place.
  const indicator = indicators.find((one) => one.measurements.some((row) => isMeasurement(row, measurementId)))
  return found(
    indicator,
    indicator?.measurements.find((row) => isMeasurement(row, measurementId)),
  )
}

/** The newest actual value: by the end of its time, else the last one stored. */
export function latestActual(indicator: Pick<IndicatorRow, 'measurements'>): MeasurementRow | null {
  const actuals = measurementsOf(indicator, 'actual')
  const dated = actuals.filter((row) => row.time.to !== null)
  const newest = dated.reduce<MeasurementRow | null>(
    (best, row) => (best === null || String(row.time.to) >= String(best.time.to) ? row : best),
    null,
  )
  return newest ?? actuals.at(-1) ?? null
}

/**
 * The newest actual value of each of its scopes, in the order in which those first appear; one value where nothing tells scopes
 * apart. "Hammaslääkärit" and "lääkärit" are two values, as on the published page.
 */
export function latestActuals(indicator: Pick<IndicatorRow, 'measurements'>): MeasurementRow[] {
  const byScope = Map.groupBy(measurementsOf(indicator, 'actual'), scopeOfValue)
  return [...byScope.values()].flatMap((measurements) => latestActual({ measurements }) ?? [])
}

/** Name of an indicator as one of its values is told by it: with the scope where it has several. */
export function nameOfValue(indicator: IndicatorRow, value: MeasurementRow): string {
  const scope = latestActuals(indicator).length > 1 ? scopeOfValue(value) : null
  return [indicatorName(indicator), scope].filter(Boolean).join(': ')
}

export function indicatorName(indicator: IndicatorRow): string {
  return indicator.current?.name ?? indicator.versions.at(-1)?.name ?? ''
}

function measured(data: BoundData, binding: Binding, t: Words, form: NumberForm): BoundNumber | null {
  const bound = boundMeasurement(binding, data)
  if (!bound) return null
  const { indicator, row } = bound
  const origin = row.value.source ?? indicator.source
  return {
    text: measurementText({ value: inForm(row.value, form) }, t),
    source: [nameOfValue(indicator, row), timeText(row.time, t), origin].filter(Boolean).join(', '),
    note: correctionNotes(indicator, row, t).join(' ') || null,
    address: cardOf(data, { kind: 'measurement', id: row.id }),
  }
}

/** How a value was corrected, the newest first, one sentence or two each. */
export function correctionNotes(indicator: IndicatorRow, { corrections }: MeasurementRow, t: Words): string[] {
  const asked = askedOf(indicator.current)
  return corrections.map((correction) => correctionText(t, correction, asked))
}

/** Per cent and euros are part of the figure itself and stay, unless only the digits are asked for. */
function inForm(value: TypedValue, form: NumberForm): TypedValue {
  if (form === 'full' || value.unit === null) return value
  // A length of time is kept in minutes: the number that stands before "vuorokautta" is the one in that unit.
  const time = value.kind === 'duration' && value.number !== null ? minutesInUnit(value.number, value.unit) : null
  if (time !== null) return { ...value, kind: 'number', number: time, unit: null }
  const stays = form === 'bare' && (isPercentUnit(value.unit) || isMoneyUnit(value.unit))
  return stays ? value : { ...value, unit: null }
}

/** The value in the reader's notation; the word for its absence when it is unknown. */
export function measurementText({ value }: Pick<MeasurementRow, 'value'>, t: Words): string {
  return formatTypedValue(value, t.locale) ?? t(unknownLabels[value.unknown ?? 'unknown'])
}

/** `7/2025`; the source's own words when they were not understood; null when no time was given. */
export function timeText(time: TimeSpan, t: Words): string | null {
  return time.code === null ? time.asWritten : formatTimeCode(time.code, t.locale)
}

function aimed(data: BoundData, targetId: string | null, t: Words, form: NumberForm): BoundNumber | null {
  const indicator = data.indicators.find((row) => row.targets.some(({ id }) => id === targetId))
  const target = indicator?.targets.find(({ id }) => id === targetId)
  if (!indicator || !target) return null
  const kind = t(target.role === 'interim' ? 'finalReport.target.interim' : 'finalReport.target.final')
  return {
    text: targetText(target, indicator, t, form),
    source: [indicatorName(indicator), kind.toLocaleLowerCase(t.locale), timeText(target.time, t)]
      .filter(Boolean)
      .join(', '),
    note: null,
    address: cardOf(data, { kind: 'target', id: target.id }),
  }
}

/** The level aimed at: the number with its unit when there is one, else the source's words. */
export function targetText(
  target: TargetRow,
  indicator: Pick<IndicatorRow, 'current'>,
  t: Words,
  form: NumberForm = 'full',
): string {
  if (target.number === null) return target.text ?? target.asWritten ?? t('finalReport.unknown')
  const value = makeValue('number', { number: target.number, unit: target.unit ?? indicator.current?.unit ?? null })
  return formatTypedValue(inForm(value, form), t.locale) ?? t('finalReport.unknown')
}

/** A level as a row of a table tells it, with the word that belongs to it, as on the published page: `yli 5 %`. */
export function levelText(target: TargetRow, indicator: Pick<IndicatorRow, 'current'>, t: Words): string {
  if (target.number === null) return targetText(target, indicator, t)
  return limitText(t, { ...target, unit: target.unit ?? indicator.current?.unit ?? null })
}

function counted(binding: Binding, data: BoundData, t: Words): BoundNumber | null {
  const scope = scopeOf(data, binding.investmentId)
  if (!scope) return null
  const where = scope.investment?.title ?? t('finalReport.wholeProject')
  const sumOf = (name: string) =>
    scope.investment && cardOf(data, { kind: 'computed', id: `${name}.${scope.investment.id}` })
  if (binding.source === 'budget_total') {
    const lines = budgetLinesIn(data, scope).filter((line) => !line.notInProject)
    return {
      text: sumText(partialSum(lines.map((line) => line.amount)), t),
      source: `${t('finalReport.source.budget')}, ${where}`,
      note: null,
      // A card counts one table: with several of them it would tell another sum.
      address: data.budgets.length === 1 ? sumOf('investment-budget') : null,
    }
  }
  if (binding.source === 'toimintamalli_count') {
    const count = toimintamallitIn(data, scope).length
    const source = `${t('finalReport.source.toimintamallit')}, ${where}`
    return { text: formatNumber(count, t.locale), source, note: null, address: sumOf('toimintamallit') }
  }
  const purchases = purchasesIn(data, scope)
  const text =
    binding.source === 'purchase_count'
      ? formatNumber(purchases.length, t.locale)
      : sumText(partialSum(purchases.map((purchase) => purchase.amount)), t)
  return {
    text,
    source: `${t('finalReport.source.purchases')}, ${where}`,
    note: null,
    address: sumOf('purchases'),
  }
}

/** A sum; what it does not know is told with it. */
export function sumText({ total, unknown }: PartialSum, t: Words): string {
  if (total === null) return t('finalReport.unknown')
  const amount = formatAmount(total, t.locale)
  return unknown === 0 ? amount : `${amount} ${t('finalReport.withUnknown', { count: unknown })}`
}
