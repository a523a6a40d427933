// A browser that goes to the stand-in provider and comes back, without a browser.
import type { Viewer } from '@/lib/access/model'
import { startFlow } from '@/lib/access/oidc/begin'
import { type Finished, finishFlow, type Returned } from '@/lib/access/oidc/finish'
import { signInActor } from '@/lib/access/queries'
import { env } from '@/lib/platform/env'
import type { ProviderSettings } from '@/lib/platform/provider-settings'
import type { StandInProvider } from '../support/stand-in-provider'
import { from } from './authenticators'

export const settingsOf = (provider: StandInProvider, more: Partial<ProviderSettings> = {}): ProviderSettings => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  label: 'Testipalvelu',
  roleClaim: 'roles',
  roles: [],
  ...{ askedAcr: [], demandedAcr: [], demandedAmr: [], rsaBits: 2048 },
  ...more,
})

export const returnsTo = (): string => `${env().appUrl}/sign-in/provider/return`

export type Begun = { settings: ProviderSettings; kept: string; to: URL }

/** Begins and stands at the provider's door. */
export async function begin(
  settings: ProviderSettings,
  query: Record<string, string> = {},
  viewer: Viewer | null = null,
): Promise<Begun> {
  const { to, keep } = await startFlow(settings, new URLSearchParams(query), viewer)
  if (keep === null) throw new Error(`not sent to the provider but to ${to}`)
  return { settings, kept: keep, to: new URL(to) }
}

/** Is recognised at the provider and sent back. */
export async function recognisedAt({ to }: Begun): Promise<URLSearchParams> {
  const answer = await fetch(to, { redirect: 'manual' })
  const back = answer.headers.get('location')
  if (!back) throw new Error(`the provider refused: ${answer.status} ${await answer.text()}`)
  return new URL(back).searchParams
}

export function comeBack(
  { settings, kept }: Pick<Begun, 'settings' | 'kept'>,
  query: URLSearchParams,
  more: Partial<Returned> = {},
): Promise<Finished> {
  return finishFlow(settings, { query, kept, from, actor: signInActor(), viewer: null, ...more })
}

/** The whole way. */
export async function go(
  settings: ProviderSettings,
  query: Record<string, string> = {},
  more: Partial<Returned> = {},
): Promise<Finished> {
  const begun = await begin(settings, query, more.viewer ?? null)
  return comeBack(begun, await recognisedAt(begun), more)
}

/** The reason that the page afterwards tells. */
export const reasonOf = ({ to }: Pick<Finished, 'to'>): string | null =>
  new URL(to, 'http://etappi.invalid').searchParams.get('provider')
