'use server'

import { action } from '@/lib/access/action'
import { roundAddress, roundsAddress } from '@/lib/projects/addresses'
import { createQuarters } from '@/lib/rounds/calendar/commands'
import { quartersSchema } from '@/lib/rounds/calendar/schema'
import { createPeriod } from '@/lib/rounds/commands'
import { newPeriodFormSchema } from '@/lib/rounds/schema'

export const addPeriod = action(newPeriodFormSchema, createPeriod, (_made, { project, key }) =>
  roundAddress(project, key),
)

export const addQuarters = action(quartersSchema, createQuarters, (_made, { project }) => roundsAddress(project))
