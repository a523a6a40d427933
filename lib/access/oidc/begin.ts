import 'server-only'
import { safePath } from '@/lib/access/addresses'
import { signedInRecently, type Viewer } from '@/lib/access/model'
import { findProvider } from '@/lib/access/oidc/discovery'
import { refusalAddress } from '@/lib/access/oidc/finish'
import { authorizationAddress, beginFlow, type Entered, openLink, type Purpose, sealFlow } from '@/lib/access/oidc/flow'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import type { ProviderSettings } from '@/lib/platform/provider-settings'

/** Sends a person to the provider; `keep` is what their browser keeps until they come back, null when they cannot go. */
export async function startFlow(
  settings: ProviderSettings,
  query: URLSearchParams,
  viewer: Viewer | null,
): Promise<{ to: string; keep: string | null }> {
  const next = safePath(query.get('next') ?? undefined)
  const purpose = purposeOf(query, viewer)
  if (!purpose)
    return { to: refusalAddress({ purpose: { kind: 'link', sessionId: '' }, next }, 'SIGN_IN_AGAIN'), keep: null }
  const found = await findProvider(settings)
  if (!found.ok) return { to: refusalAddress({ purpose, next }, found.reason), keep: null }
  const flow = beginFlow(settings, purpose, next)
  return { to: authorizationAddress(settings, found.value, flow), keep: sealFlow(flow) }
}

/** What somebody comes for; null for a link that was not made for this session of the last minutes. */
function purposeOf(query: URLSearchParams, viewer: Viewer | null): Purpose | null {
  const [invitation, link] = [query.get('invitation'), query.get('link')]
  if (invitation) return { kind: 'invitation', secret: invitation.slice(0, 200) }
  if (link === null) return { kind: query.has('again') ? 'again' : 'sign-in' }
  const sessionId = openLink(link)
  const own = sessionId !== null && viewer?.sessionId === sessionId && signedInRecently(viewer, now())
  return own ? { kind: 'link', sessionId } : null
}

/** Where the session at the provider is ended, too; null when it offers no such place. */
export async function endAddress(settings: ProviderSettings, { idToken }: Entered): Promise<string | null> {
  const found = await findProvider(settings)
  if (!found.ok || !found.value.end_session_endpoint) return null
  const url = new URL(found.value.end_session_endpoint)
  url.searchParams.set('client_id', settings.clientId)
  url.searchParams.set('post_logout_redirect_uri', `${env().appUrl}/sign-in`)
  if (idToken) url.searchParams.set('id_token_hint', idToken)
  return url.href
}
