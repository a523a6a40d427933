/** Why signing in, linking or unlinking by the provider was refused. Each has one sentence in the catalogues. */
export const providerReasons = [
  'AWAY',
  'OVER',
  'CANCELLED',
  'INVALID',
  'NOT_FRESH',
  'TOO_WEAK',
  'UNKNOWN_PERSON',
  'DISABLED',
  'INVITATION_USED',
  'TAKEN',
  'ALREADY_LINKED',
  'HAS_FACTOR',
  'TOO_MANY_ATTEMPTS',
  'SIGN_IN_AGAIN',
  'NOT_ALLOWED',
  'NOT_LINKED',
  'NO_PASSWORD',
] as const
export type ProviderReason = (typeof providerReasons)[number]

/** A reason as it stands in an address; anything else is none. */
export const readProviderReason = (text: unknown): ProviderReason | null =>
  providerReasons.find((reason) => reason === text) ?? null

/** Where the viewer stands with the provider. */
export type OwnProvider = {
  /** What the provider is called */
  label: string
  linked: boolean
  /** Without one the provider is the only way in */
  hasPassword: boolean
  /** Whether the provider decides the roles of its people */
  decidesRoles: boolean
  /** Where linking begins; null: it asks for a sign-in of the last minutes first */
  linkHref: string | null
}

/**
 * The roles that a claim tells. Its name is looked for as a whole first, since names may hold dots, then as names with dots
 * between. Anything but texts counts as nothing.
 */
export function rolesInClaims(claims: Readonly<Record<string, unknown>>, path: string): string[] {
  const found = Object.hasOwn(claims, path) ? claims[path] : path.split('.').reduce(step, claims)
  const list = Array.isArray(found) ? found : [found]
  return list.filter((one) => typeof one === 'string')
}

function step(at: unknown, name: string): unknown {
  return typeof at === 'object' && at !== null && Object.hasOwn(at, name)
    ? (at as Record<string, unknown>)[name]
    : undefined
}

type Demanded = { demandedAcr: readonly string[]; demandedAmr: readonly string[] }

/** Whether a token tells that the person was recognised as strongly as the settings demand. What it does not tell was not so. */
export function isStrongEnough(
  claims: Readonly<Record<string, unknown>>,
  { demandedAcr, demandedAmr }: Demanded,
): boolean {
  const { acr, amr } = claims
  const methods = Array.isArray(amr) ? amr : []
  return (
    (demandedAcr.length === 0 || demandedAcr.some((one) => one === acr)) &&
    (demandedAmr.length === 0 || demandedAmr.some((one) => methods.includes(one)))
  )
}

/** When the provider last saw who the person is, by its `auth_time`; null: it did not say. */
export type Told = { authTime: Date | null }

/** Whether that is within so many seconds before a moment; never, when the provider did not say. */
export function isWithin({ authTime }: Told, at: Date, seconds: number): boolean {
  return authTime !== null && at.getTime() - authTime.getTime() <= seconds * 1000
}
