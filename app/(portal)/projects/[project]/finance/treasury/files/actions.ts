'use server'

import { action } from '@/lib/access/action'
import { filesAddress } from '@/lib/finance/treasury/addresses'
import { makeFile } from '@/lib/finance/treasury/files/commands'
import { makeFileSchema } from '@/lib/finance/treasury/files/schema'

// No place on the page is named: the answer to one page would be taken for a jump within it.
export const make = action(makeFileSchema, makeFile, (_made, { project, month }) => filesAddress(project, month))
