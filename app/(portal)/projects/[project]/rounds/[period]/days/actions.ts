'use server'

import { action } from '@/lib/access/action'
import { roundAddress } from '@/lib/projects/addresses'
import { changePeriod } from '@/lib/rounds/calendar/commands'
import { changePeriodSchema } from '@/lib/rounds/calendar/schema'

export const change = action(changePeriodSchema, changePeriod, (_changed, { project, period }) =>
  roundAddress(project, period),
)
