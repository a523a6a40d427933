'use server'

import { action } from '@/lib/access/action'
import { publishAddress } from '@/lib/rounds/addresses'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { publishSchema } from '@/lib/rounds/schema'

export const publish = action(publishSchema, publishPeriod, (_published, { project, periodKey }) =>
  publishAddress(project, periodKey),
)
