'use server'

import { action, secretAction } from '@/lib/access/action'
import { keysAddress } from '@/lib/reporting-api/addresses'
import { createKey, revokeKey } from '@/lib/reporting-api/keys/commands'
import { newKeySchema, revokeKeySchema } from '@/lib/reporting-api/keys/schema'

export const makeKey = secretAction(newKeySchema, createKey, ({ secret }) => secret)
export const endKey = action(revokeKeySchema, revokeKey, () => keysAddress)
