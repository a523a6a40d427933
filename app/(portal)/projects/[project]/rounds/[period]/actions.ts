'use server'

import { action } from '@/lib/access/action'
import { roundAddress } from '@/lib/projects/addresses'
import { openPeriod } from '@/lib/rounds/commands'
import { openPeriodSchema } from '@/lib/rounds/schema'

export const open = action(
  openPeriodSchema,
  (viewer, input) => openPeriod(viewer, input.periodId),
  (_opened, { project, period }) => roundAddress(project, period),
)
