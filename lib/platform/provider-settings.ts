import { z } from 'zod'

const roles = ['coordinator', 'director', 'finance', 'steering', 'auditor', 'admin', 'national'] as const

/** What a role of the provider gives in Etappi; `admin` and `national` cover the organisation, the others one project. */
export type MappedRole = { given: string; role: (typeof roles)[number]; projectKey: string | null }

/** A provider that people may sign in with (OpenID Connect). */
export type ProviderSettings = {
  /** Exactly as the provider calls itself: part of the key of a person */
  issuer: string
  clientId: string
  clientSecret: string
  /** What it is called on buttons */
  label: string
  /** Where its roles stand in the ID token: names with dots between */
  roleClaim: string
  /** Empty: Etappi’s own roles hold */
  roles: readonly MappedRole[]
  /** How strongly it is asked to recognise people (`acr_values`); empty: as it does by itself */
  askedAcr: readonly string[]
  /** The token must tell one of these (`acr`, `amr`); empty: whatever it tells is taken */
  demandedAcr: readonly string[]
  demandedAmr: readonly string[]
  /** RSA keys with fewer bits sign nothing that is believed */
  rsaBits: number
}

/** Names as providers use them, with spaces between. */
export const namesOfStrength = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .refine((names) => names.every((name) => /^[\x21-\x7e]{1,200}$/.test(name)), 'must be names with spaces between')

const entry =
  /^(?<given>\S+)=(?:(?<role>coordinator|director|finance|steering|auditor):(?<project>[^\s:=]+)|(?<wide>admin|national))$/

function mappedRole(text: string): MappedRole | null {
  const { given, role, project, wide } = entry.exec(text)?.groups ?? {}
  const name = roles.find((one) => one === (role ?? wide))
  return given && name ? { given, role: name, projectKey: project ?? null } : null
}

/** `given=role:project`, and `given=admin` or `given=national`, with spaces or commas between. */
export const mappedRoles = z
  .string()
  .transform((text) =>
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(mappedRole),
  )
  .refine(
    (list) => !list.includes(null),
    'must be like etappi.director=director:kkk2 etappi.admin=admin, with spaces between',
  )
  .transform((list) => list.filter((one) => one !== null))

type Given = {
  OIDC_ISSUER?: string | undefined
  OIDC_CLIENT_ID?: string | undefined
  OIDC_CLIENT_SECRET?: string | undefined
  OIDC_LABEL?: string | undefined
  OIDC_ROLE_CLAIM: string
  OIDC_ROLES: readonly MappedRole[]
  OIDC_ASK_ACR: readonly string[]
  OIDC_REQUIRE_ACR: readonly string[]
  OIDC_REQUIRE_AMR: readonly string[]
  OIDC_RSA_BITS: number
}

/** The provider of the settings; null: none, people sign in with passwords only. A sentence when half of it is missing. */
export function providerOf(given: Given): ProviderSettings | null | { problem: string } {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  if (!issuer) return null
  if (!clientId || !clientSecret)
    return { problem: 'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be given together with OIDC_ISSUER.' }
  const label = given.OIDC_LABEL ?? new URL(issuer).host
  return {
    ...{ issuer, clientId, clientSecret, label },
    roleClaim: given.OIDC_ROLE_CLAIM,
    roles: given.OIDC_ROLES,
    askedAcr: given.OIDC_ASK_ACR,
    demandedAcr: given.OIDC_REQUIRE_ACR,
    demandedAmr: given.OIDC_REQUIRE_AMR,
    rsaBits: given.OIDC_RSA_BITS,
  }
}
