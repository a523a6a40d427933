'use server'

import { action } from '@/lib/access/action'
import { bringGuidesBack, putGuideAway } from '@/lib/access/guides/commands'
import { guidePage } from '@/lib/access/guides/model'
import { bringGuidesBackSchema, putGuideAwaySchema } from '@/lib/access/guides/schema'
import { saveChoices } from '@/lib/notifications/choices/commands'
import { choicesSchema } from '@/lib/notifications/choices/schema'

export const keepChoices = action(choicesSchema, saveChoices)
export const putAway = action(putGuideAwaySchema, putGuideAway, (_, { guide }) => guidePage(guide))
export const bringBack = action(bringGuidesBackSchema, bringGuidesBack, () => '/')
