'use server'

import { action } from '@/lib/access/action'
import { saveChoices } from '@/lib/notifications/choices/commands'
import { choicesSchema } from '@/lib/notifications/choices/schema'

export const keepChoices = action(choicesSchema, saveChoices)
