import { z } from 'zod'
import { type ActualInput, statedAmountField } from '@/lib/finance/actuals/schema'
import { day, longText, optionalId, placeFields, projectFields } from '@/lib/finance/schema'

/** ennuste: what is expected to be spent, and when that was thought; `replaces` is the forecast the person saw in force. */
export type ForecastInput = Omit<ActualInput, 'asOf'> & { asOf: string; replaces: string | null }

export const forecastSchema = z
  .object({
    ...projectFields,
    ...placeFields,
    periodId: optionalId,
    amount: statedAmountField,
    asOf: day,
    note: longText,
    replaces: optionalId,
  })
  .transform(({ amount, ...typed }): ForecastInput & { project: string } => ({ ...typed, ...amount }))
