'use server'

import { action } from '@/lib/access/action'
import { looksAddress } from '@/lib/projects/addresses'
import { removeLogo, setColours } from '@/lib/projects/looks/commands'
import { coloursSchema, removeLogoSchema } from '@/lib/projects/looks/schema'

// Without a place on the page: leading to another place of the same page would not draw it anew.
export const saveColours = action(coloursSchema, setColours, () => looksAddress)
export const takeLogo = action(removeLogoSchema, removeLogo, () => looksAddress)
