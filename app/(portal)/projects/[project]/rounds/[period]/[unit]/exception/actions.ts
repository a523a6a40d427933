'use server'

import { action } from '@/lib/access/action'
import { roundAddress } from '@/lib/projects/addresses'
import { grantException, withdrawException } from '@/lib/rounds/exceptions/commands'
import { grantSchema, withdrawSchema } from '@/lib/rounds/exceptions/schema'

type Place = { project: string; period: string; unitId: string }
const back = (_done: unknown, { project, period, unitId }: Place) => `${roundAddress(project, period)}#unit-${unitId}`

export const grant = action(grantSchema, grantException, back)
export const withdraw = action(withdrawSchema, withdrawException, back)
