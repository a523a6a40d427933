import { type HeldRole, isRole, type Role, roles } from '@/lib/access/model'
import type { Locale } from '@/lib/platform/locales'

/** How far a person has come: with a link that still opens, with none and no account yet, able to sign in, put out of use. */
export const personStates = ['invited', 'waiting', 'active', 'disabled'] as const
export type PersonState = (typeof personStates)[number]

/** How long a link works. */
export const linkDays = 7

/** What is known of an account for telling its state; `until`: when its open link ends. */
export type Standing = { canSignIn: boolean; disabled: boolean; until: string | null }

/** The state of a person. Somebody who can sign in stays active while a new link is open. */
export function stateOf({ canSignIn, disabled, until }: Standing): PersonState {
  if (disabled) return 'disabled'
  if (canSignIn) return 'active'
  return until === null ? 'waiting' : 'invited'
}

/** A project as far as roles are held in it. */
export type ProjectOfRoles = { id: string; name: string }

/** A reporting unit that somebody may write for; the titles as the units have them. */
export type UnitOfPerson = {
  id: string
  project: string
  titleReview: string | null
  titlePlan: string | null
  code: string | null
  sourceId: string
}

/** What may be chosen for people of a county. */
export type PeopleChoices = { roles: Role[]; projects: ProjectOfRoles[] }

/** A person as the forms of administrators have them. */
export type PersonSettings = {
  id: string
  version: number
  name: string
  email: string
  locale: Locale
  held: HeldRole[]
  state: PersonState
  until: string | null
  /** Units of the projects that the person coordinates, and those they write for */
  units: UnitOfPerson[]
  chosenUnits: string[]
  choices: PeopleChoices
}

/** Roles that cover the whole county; every other one is held in a project. */
export const coversCounty = (role: Role): boolean => role === 'admin' || role === 'national'

/** Roles that are held in a project, in their order. */
export const projectRoles = (): Role[] => roles.filter((role) => !coversCounty(role))

/** A held role as forms send it: "admin", "director@<id of the project>". */
export const roleKey = ({ role, projectId }: HeldRole): string => (projectId === null ? role : `${role}@${projectId}`)

/** Reads roles as forms send them, with commas between; null when one is none, or stands without its project or with one too many. */
export function readRoles(text: string): HeldRole[] | null {
  const keys = [...new Set(text.split(',').filter((one) => one !== ''))]
  const read = keys.map((key): HeldRole | null => {
    const [role = '', projectId = null] = key.split('@')
    return isRole(role) && coversCounty(role) === (projectId === null) ? { role, projectId } : null
  })
  return read.every((one) => one !== null) ? read : null
}

/** What has to be given and taken so that somebody who holds `before` holds `after`. */
export function roleChanges(
  before: readonly HeldRole[],
  after: readonly HeldRole[],
): { given: HeldRole[]; taken: HeldRole[] } {
  const without = (some: readonly HeldRole[], others: readonly HeldRole[]) => {
    const keys = new Set(others.map(roleKey))
    return some.filter((one) => !keys.has(roleKey(one)))
  }
  return { given: without(after, before), taken: without(before, after) }
}

/** Stands in a kept mail for its link, which is put in while the mail is sent: nobody reads it in the queue or in a backup. */
export const linkMark = (invitationId: string): string => `etappi:link:${invitationId}`
export const linkMarks = /etappi:link:([0-9a-f-]{36})/g

/** What a mail with a link is about. */
export type LetterOfLink = {
  invitationId: string
  county: string
  email: string
  roles: readonly { role: Role; project: string | null }[]
  until: Date
  /** The account could be used before: the link makes a new password */
  known: boolean
}

/** A link that still opens, for the page that it leads to. */
export type OpenLink = {
  county: string
  email: string
  roles: { role: Role; project: string | null }[]
  /** The account could be used before: the link makes a new password */
  known: boolean
}

/** Why the own password could not be changed. */
export type PasswordReason = 'NOT_ALLOWED' | 'TOO_MANY_ATTEMPTS' | 'WRONG_PASSWORD' | 'SAME_PASSWORD' | 'EASY_PASSWORD'

/** Why an act on a person was refused. */
export type PeopleReason =
  | 'NOT_ALLOWED'
  | 'SIGN_IN_AGAIN'
  | 'NOT_FOUND'
  | 'STALE'
  | 'TOO_MANY_ATTEMPTS'
  | 'EMAIL_KNOWN'
  | 'EMAIL_REFUSED'
  | 'LAST_ADMIN'
  | 'NO_LINK'
  | 'DISABLED'

/** How many people need a look by an administrator, by what of. */
export type Attention = { ending: number; waiting: number; noFactor: number }

const soonDays = 2

/** Invitations that end soon, people who cannot come in, and accounts that a password alone opens. */
export function attentionOf(
  people: readonly { state: PersonState; until: string | null; secondFactor: boolean; byProvider: boolean }[],
  at: Date,
): Attention {
  const soon = new Date(at.getTime() + soonDays * 86_400_000).toISOString()
  const count = (is: (person: (typeof people)[number]) => boolean) => people.filter(is).length
  return {
    ending: count(({ state, until }) => state === 'invited' && until !== null && until <= soon),
    waiting: count(({ state }) => state === 'waiting'),
    noFactor: count(({ state, secondFactor, byProvider }) => state === 'active' && !secondFactor && !byProvider),
  }
}
