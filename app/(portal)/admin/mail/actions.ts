'use server'

import { action } from '@/lib/access/action'
import { mailAddress } from '@/lib/notifications/addresses'
import { retryMail } from '@/lib/notifications/mails/commands'
import { retrySchema } from '@/lib/notifications/mails/schema'

export const sendAgain = action(retrySchema, retryMail, (_done, { mailId }) => mailAddress(mailId))
