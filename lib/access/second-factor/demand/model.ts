import { type Awaited, type HeldRole, writes } from '@/lib/access/model'

/** Of whom a county demands a second factor. */
export const factorRules = ['nobody', 'writers', 'everybody'] as const
export type FactorRule = (typeof factorRules)[number]

/** Of whom the installation demands one, whatever a county says. */
export const installationRules = ['nobody', 'administrators', 'writers', 'everybody'] as const
export type InstallationRule = (typeof installationRules)[number]

type Asked = { held: readonly HeldRole[]; hasPassword: boolean }

/**
 * Whether a second factor is demanded of somebody. Who has no password here signs in by a provider only, which has a second
 * factor of its own: nobody could give a code to us.
 */
export function isDemanded({ held, hasPassword }: Asked, rules: readonly (FactorRule | InstallationRule)[]): boolean {
  return hasPassword && rules.some((rule) => fits[rule](held))
}

const fits: Readonly<Record<FactorRule | InstallationRule, (held: readonly HeldRole[]) => boolean>> = {
  nobody: () => false,
  administrators: (held) => held.some(({ role }) => role === 'admin'),
  writers: (held) => held.some(({ role }) => writes(role)),
  everybody: () => true,
}

type Session = Asked & { factorRule: FactorRule; factorSince: Date | null; codeGiven: boolean; authenticatedAt: Date }

/**
 * What a session has to wait for. With a factor it must have begun with its code, or after it was switched on: then only the
 * provider can have begun it without one. One that somebody else began by the password alone, before, opens nothing.
 */
export function awaitedOf(session: Session, installation: InstallationRule): Awaited | null {
  if (!isDemanded(session, [session.factorRule, installation])) return null
  const { factorSince, codeGiven, authenticatedAt } = session
  if (factorSince === null) return 'factor'
  return codeGiven || authenticatedAt > factorSince ? null : 'code'
}

/** How many people a rule asks, and how many of these have no second factor yet. */
export type Touched = { asked: number; without: number }
