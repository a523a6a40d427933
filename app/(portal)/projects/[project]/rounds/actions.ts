'use server'

import { action } from '@/lib/access/action'
import { roundAddress } from '@/lib/projects/addresses'
import { createPeriod } from '@/lib/rounds/commands'
import { newPeriodFormSchema } from '@/lib/rounds/schema'

export const addPeriod = action(newPeriodFormSchema, createPeriod, (_made, { project, key }) =>
  roundAddress(project, key),
)
