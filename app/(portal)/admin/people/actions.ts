'use server'

import { action, secretAction } from '@/lib/access/action'
import { personAddress } from '@/lib/access/addresses'
import { addPerson, changeDetails } from '@/lib/access/people/commands'
import { sendLink, withdrawLink } from '@/lib/access/people/links/commands'
import { setRoles } from '@/lib/access/people/roles/commands'
import {
  addPersonSchema,
  detailsSchema,
  linkSchema,
  rolesSchema,
  unitsSchema,
  versionOfPersonSchema,
} from '@/lib/access/people/schema'
import { disablePerson, enablePerson } from '@/lib/access/people/standing/commands'
import { setUnits } from '@/lib/access/people/units/commands'
import { personSchema, personSessionSchema, resetSchema } from '@/lib/access/schema'
import { resetFactor } from '@/lib/access/second-factor/commands'
import { endSessionOf, endSessionsOf } from '@/lib/access/sessions/commands'

const back = (_done: unknown, { userId }: { userId: string }) => personAddress(userId)
/** Shown once; nothing where it went into a mail. */
const linkOf = ({ link }: { link: string | null }) => link ?? ''

export const endOneOf = action(personSessionSchema, endSessionOf, back)
export const endAllOf = action(personSchema, endSessionsOf, back)
export const reset = action(resetSchema, resetFactor, back)

export const add = secretAction(addPersonSchema, addPerson, linkOf)
export const makeLink = secretAction(linkSchema, sendLink, linkOf)
export const withdraw = action(versionOfPersonSchema, withdrawLink, back)
export const saveDetails = action(detailsSchema, changeDetails, back)
export const saveRoles = action(rolesSchema, setRoles, back)
export const saveUnits = action(unitsSchema, setUnits, back)
export const disable = action(versionOfPersonSchema, disablePerson, back)
export const enable = action(versionOfPersonSchema, enablePerson, back)
