'use server'

import { action } from '@/lib/access/action'
import { checkAddress } from '@/lib/final-report/addresses'
import { acceptFinding, withdrawAcceptance } from '@/lib/final-report/check/acceptances/commands'
import { acceptFindingSchema, withdrawAcceptanceSchema } from '@/lib/final-report/check/acceptances/schema'

/** Leaves a finding as it is, with a reason. The editor of a section stays open and asks for its findings itself. */
export const accept = action(acceptFindingSchema, acceptFinding, (_done, { project: key, kind, answer }) =>
  answer === 'stay' ? null : checkAddress({ key, kind }),
)

/** Takes an acceptance back. */
export const withdraw = action(withdrawAcceptanceSchema, withdrawAcceptance, (_done, { project: key, kind }) =>
  checkAddress({ key, kind }),
)
