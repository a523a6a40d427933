import { z } from 'zod'
import { namedRoles, roleNameField } from '@/lib/access/county/model'
import type { RoleLabels } from '@/lib/access/model'
import { emailField } from '@/lib/access/schema'
import { factorRules } from '@/lib/access/second-factor/demand/model'
import { locales } from '@/lib/platform/locales'
import { readBusinessId } from '@/lib/values/business-id'

const version = z.coerce.number().int().positive()
const nothing = z
  .string()
  .trim()
  .length(0)
  .transform(() => null)

export const countySchema = z.object({
  version,
  contactEmail: z.union([nothing, emailField], 'access.error.email'),
  businessId: z.string().transform((text, context) => {
    const read = readBusinessId(text)
    if (text.trim() !== '' && read === null) context.addIssue({ code: 'custom', message: 'people.error.businessId' })
    return read
  }),
})

export const factorRuleSchema = z.object({ version, rule: z.enum(factorRules, 'people.error.factorRule') })

const name = z.string().trim().max(60, 'people.error.roleName')

/** The form of the names of roles; an empty field is the product's own name. */
export const roleNamesSchema = z
  .object({
    version,
    ...Object.fromEntries(namedRoles().flatMap((role) => locales.map((one) => [roleNameField(role, one), name]))),
  })
  .transform((given) => {
    const typed = given as Record<string, unknown>
    const labels: RoleLabels = {}
    for (const role of namedRoles()) {
      for (const locale of locales) {
        const text = typed[roleNameField(role, locale)]
        if (typeof text === 'string' && text !== '') labels[role] = { ...labels[role], [locale]: text }
      }
    }
    return { version: given.version, labels }
  })
