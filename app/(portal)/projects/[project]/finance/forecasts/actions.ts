'use server'

import { action } from '@/lib/access/action'
import { forecastsAddress } from '@/lib/finance/addresses'
import { addForecast } from '@/lib/finance/forecasts/commands'
import { forecastSchema } from '@/lib/finance/forecasts/schema'

export const add = action(
  forecastSchema,
  (viewer, { project: _, ...input }) => addForecast(viewer, input),
  (_added, { project }) => forecastsAddress(project),
)
