import type { BoundData } from '@/lib/final-report/bindings/model'
import type { CheckedMeasure, CheckedModel } from '@/lib/final-report/check/model'
import { indicatorName, timeText } from '@/lib/final-report/numbers/model'
import type { IndicatorRow, TargetOperator, TargetRow } from '@/lib/indicators/model'
import type { InvestmentRow } from '@/lib/investments/model'
import type { Words } from '@/lib/platform/words'
import { useStateLabels } from '@/lib/toimintamallit/labels'
import { type ToimintamalliRow, tagOf, type UseState } from '@/lib/toimintamallit/model'
import { makeUnknown, makeValue } from '@/lib/values/make-value'
import type { Qualifier, TypedValue } from '@/lib/values/typed-value'

/** An indicator as the check reads it. */
export function measureOf(indicator: IndicatorRow, t: Words): CheckedMeasure {
  const unit = indicator.current?.unit ?? null
  return {
    id: indicator.id,
    name: indicatorName(indicator),
    unit,
    measurements: indicator.measurements.map(({ id, value, time }) => ({
      id,
      value,
      time: timeText(time, t),
      n: value.n === null ? null : String(value.n),
    })),
    targets: indicator.targets.map((target) => ({
      id: target.id,
      value: targetValue(target, unit),
      time: timeText(target.time, t),
      role: target.role,
      superseded: target.superseded !== null,
    })),
  }
}

const qualifiers: Partial<Record<TargetOperator, Qualifier>> = {
  lt: 'under',
  lte: 'at_most',
  gt: 'over',
  gte: 'at_least',
}

function targetValue({ number, text, asWritten, unit, operator }: TargetRow, measured: string | null): TypedValue {
  const known = { asWritten, text: text ?? asWritten, unit: unit ?? measured }
  if (number === null) return known.text ? makeValue('state', known) : makeUnknown('number', 'unknown', known)
  return makeValue('number', { ...known, number, qualifier: (operator && qualifiers[operator]) ?? 'exact' })
}

/** A toimintamalli as the register knows it. */
export function modelOf(
  row: ToimintamalliRow,
  { investments }: Pick<BoundData, 'investments'>,
  t: Words,
): CheckedModel {
  const addresses = [row.innokylaUrl, ...row.addresses.map(({ url }) => url)].filter((url) => url !== null)
  const marks = row.investmentIds.map((id) => markOf(id, investments))
  return {
    id: row.id,
    name: row.name,
    addresses: [...new Set(addresses)],
    titleTag: tagOf(row),
    // Told only when all of them are known: a tag is compared with the whole.
    investments: marks.includes(null) ? [] : [...new Set(marks.filter((mark) => mark !== null))],
    piloted: shownUse(row.piloted, t),
    stayedInUse: shownUse(row.stayedInUse, t),
  }
}

export function shownUse(use: UseState | null, t: Words): string | null {
  return use && t(useStateLabels[use])
}

/** "I1" of "Investointi 1" or "I1", or of the investment that a sub-area belongs to. */
function markOf(id: string, investments: readonly InvestmentRow[]): string | null {
  const row = investments.find((one) => one.id === id)
  if (!row) return null
  const number = /^(?:investointi|investering|investment|i)\s*(\d)$/i.exec(row.code?.trim() ?? '')?.[1]
  if (number !== undefined) return `I${number}`
  return row.parentId === null ? null : markOf(row.parentId, investments)
}
