import type { FormulaReason } from '@/lib/indicators/formulas/model'

/** Why a formula cannot be counted, told at its field. */
export const formulaReasonLabels: Record<FormulaReason, string> = {
  SYNTAX: 'indicators.error.formula.SYNTAX',
  TOO_LONG: 'indicators.error.formula.TOO_LONG',
  NO_INDICATOR: 'indicators.error.formula.NO_INDICATOR',
  UNKNOWN_INDICATOR: 'indicators.error.formula.UNKNOWN_INDICATOR',
  CYCLE: 'indicators.error.formula.CYCLE',
}
