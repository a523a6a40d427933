'use server'

import { action } from '@/lib/access/action'
import { changeFunding } from '@/lib/finance/shares/commands'
import { fundingSchema } from '@/lib/finance/shares/schema'
import { financeAddress } from '@/lib/projects/addresses'

export const change = action(
  fundingSchema,
  changeFunding,
  (_changed, { project }) => `${financeAddress(project)}#funding`,
)
