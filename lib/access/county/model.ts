import { type Role, type RoleLabels, roles } from '@/lib/access/model'
import type { FactorRule } from '@/lib/access/second-factor/demand/model'
import { type Locale, locales } from '@/lib/platform/locales'

/** Roles that a county may call by names of its own; those of the country are not its to name. */
export const namedRoles = (): Role[] => roles.filter((role) => role !== 'national')

/** Name of the field for what a role is called in a language. */
export const roleNameField = (role: Role, locale: Locale): string => `name-${role}-${locale}`

/** What a county says of itself, as its administrators have it. */
export type CountySettings = {
  version: number
  name: string
  contactEmail: string | null
  businessId: string | null
  roleLabels: RoleLabels
  factorRule: FactorRule
}

/** Names of roles as the database has them; whatever is no name of a known role is left out. */
export function readRoleLabels(stored: unknown): RoleLabels {
  const all = (stored ?? {}) as Record<string, Record<string, unknown> | null | undefined>
  const named = roles.flatMap((role): [Role, Partial<Record<Locale, string>>][] => {
    const names = locales.flatMap((locale): [Locale, string][] => {
      const name = all[role]?.[locale]
      return typeof name === 'string' && name !== '' ? [[locale, name]] : []
    })
    return names.length > 0 ? [[role, Object.fromEntries(names)]] : []
  })
  return Object.fromEntries(named)
}
