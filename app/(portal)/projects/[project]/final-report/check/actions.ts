'use server'

import { action } from '@/lib/access/action'
import { checkAddress } from '@/lib/final-report/addresses'
import { acceptFinding, withdrawAcceptance } from '@/lib/final-report/check/acceptances/commands'
import { acceptFindingSchema, withdrawAcceptanceSchema } from '@/lib/final-report/check/acceptances/schema'

/** Leaves a finding as it is, with a reason. */
export const accept = action(acceptFindingSchema, acceptFinding, (_done, { project }) => checkAddress(project))

/** Takes an acceptance back. */
export const withdraw = action(withdrawAcceptanceSchema, withdrawAcceptance, (_done, { project }) =>
  checkAddress(project),
)
