import type { HeldRole, Role } from '@/lib/access/model'

/** Roles whose guide stands on the page of one's own work; the others begin from the list of projects. */
const atWork: readonly Role[] = ['coordinator', 'director']

/** Where guides stand. */
export type GuidePage = '/my-work' | '/projects'

/** The page on which the guide of a role is shown: where its holders begin. */
export function guidePage(role: Role): GuidePage {
  return atWork.includes(role) ? '/my-work' : '/projects'
}

/** Guides to be shown on a page: of the person's own roles, without those that were put away. */
export function guidesFor(held: readonly HeldRole[], seen: readonly string[], page: GuidePage): Role[] {
  const own = new Set(held.map(({ role }) => role))
  return [...own].filter((role) => guidePage(role) === page && !seen.includes(role))
}
