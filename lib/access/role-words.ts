import { type RoleLabels, roles } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'

/** The same texts with the roles called as the county calls them; a role without a name of its own keeps the product's. */
export function withRoleLabels(t: Words, labels: RoleLabels | undefined): Words {
  const own = new Map(
    roles.flatMap((role): [string, string][] => {
      const name = labels?.[role]?.[t.locale]
      return name ? [[`access.role.${role}`, name]] : []
    }),
  )
  if (own.size === 0) return t
  const mark = JSON.stringify([...own])
  return Object.assign((key: string, values?: Parameters<Words>[1]) => own.get(key) ?? t(key, values), {
    has: t.has,
    locale: t.locale,
    mark,
  })
}
