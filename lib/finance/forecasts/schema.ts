import { z } from 'zod'
import { type ActualInput, statedAmountField } from '@/lib/finance/actuals/schema'
import { day, longText, placeFields } from '@/lib/finance/schema'
import { projectPlace } from '@/lib/projects/schema'
import { optionalIdField } from '@/lib/values/form-fields'

/** ennuste: what is expected to be spent, and when that was thought; `replaces` is the forecast the person saw in force. */
export type ForecastInput = Omit<ActualInput, 'asOf'> & { asOf: string; replaces: string | null }

export const forecastSchema = z
  .object({
    ...projectPlace,
    ...placeFields,
    periodId: optionalIdField,
    amount: statedAmountField,
    asOf: day,
    note: longText,
    replaces: optionalIdField,
  })
  .transform(({ amount, ...typed }): ForecastInput & { project: string } => ({ ...typed, ...amount }))
