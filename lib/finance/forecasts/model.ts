import type { MoneyRow } from '@/lib/finance/model'

type Key = Pick<MoneyRow, 'periodId' | 'investmentId' | 'workPackageId' | 'costType' | 'fundingSource'>

/** What a forecast is about; two of the same are one forecast made anew. */
export function forecastKey(row: Key): string {
  const costType = row.costType?.trim().toLowerCase() ?? ''
  return [row.periodId ?? '', row.investmentId ?? '', row.workPackageId ?? '', costType, row.fundingSource ?? ''].join(
    '|',
  )
}

/** A forecast in force with those it replaced, newest first. */
export type ForecastLine = { current: MoneyRow; replaced: MoneyRow[] }

/**
 * Forecasts by what they are about, in the order in which each was first made. Of two about the same the one written down
 * later is in force; nothing that was forecast is ever taken away.
 */
export function forecastLines(rows: readonly MoneyRow[]): ForecastLine[] {
  const lines = new Map<string, ForecastLine>()
  for (const row of rows) {
    const key = forecastKey(row)
    const before = lines.get(key)
    lines.set(key, { current: row, replaced: before ? [before.current, ...before.replaced] : [] })
  }
  return [...lines.values()]
}

/** The forecasts in force. */
export const forecastsInForce = (rows: readonly MoneyRow[]): MoneyRow[] =>
  forecastLines(rows).map(({ current }) => current)
