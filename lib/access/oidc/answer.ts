import 'server-only'
import { cookies } from 'next/headers'
import { safePath, signInAddress } from '@/lib/access/addresses'
import type { Viewer } from '@/lib/access/model'
import { sessionCookie } from '@/lib/access/next-auth'
import { endAddress, startFlow } from '@/lib/access/oidc/begin'
import { finishFlow, refusalAddress } from '@/lib/access/oidc/finish'
import { flowSeconds, openEntered, sealEntered } from '@/lib/access/oidc/flow'
import { signInActor } from '@/lib/access/queries'
import { withinLimit } from '@/lib/access/rate-limit'
import { currentViewer, keepSession, requestId, requestOrigin } from '@/lib/access/session'
import { env } from '@/lib/platform/env'

/** Both are opened by the server alone. The provider sends people back from another site: `strict` would keep them away. */
const cookieOf = (kind: 'flow' | 'provider') => {
  const { name, secure } = sessionCookie()
  return { name: name.replace('session', kind), secure, httpOnly: true, sameSite: 'lax', path: '/' } as const
}
const keep = async (kind: 'flow' | 'provider', value: string, maxAge: number): Promise<void> => {
  ;(await cookies()).set({ ...cookieOf(kind), value, maxAge })
}
const kept = async (kind: 'flow' | 'provider') => (await cookies()).get(cookieOf(kind).name)?.value

const goTo = (address: string): Response => new Response(null, { status: 303, headers: { Location: address } })
const missing = (): Response => new Response(null, { status: 404 })

// Each of them may wait for the provider.
const begunAtMost = { attempts: 60, seconds: 60 }

/** Another site must not make a browser sign in or out without its person: from there the way begins at our own page. */
const fromElsewhere = ({ headers }: Request): boolean =>
  ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '')

/** Sends the browser to the provider (`/sign-in/provider`). */
export async function beginAtProvider(request: Request): Promise<Response> {
  const { provider } = env()
  if (!provider) return missing()
  const query = new URL(request.url).searchParams
  const next = safePath(query.get('next') ?? undefined)
  if (fromElsewhere(request)) return goTo(signInAddress(next))
  const { address } = await requestOrigin()
  if (!(await withinLimit(`sign-in:provider:${address}`, begunAtMost)))
    return goTo(refusalAddress({ purpose: { kind: 'sign-in' }, next }, 'TOO_MANY_ATTEMPTS'))
  const begun = await startFlow(provider, query, await currentViewer())
  if (begun.keep) await keep('flow', begun.keep, flowSeconds)
  return goTo(begun.to)
}

/** Takes the browser back from the provider (`/sign-in/provider/return`). */
export async function returnFromProvider(request: Request): Promise<Response> {
  const { provider } = env()
  if (!provider) return missing()
  const { to, entered, over } = await finishFlow(provider, {
    query: new URL(request.url).searchParams,
    kept: await kept('flow'),
    from: await requestOrigin(),
    actor: signInActor(await requestId()),
    viewer: await currentViewer(),
  })
  if (over) await keep('flow', '', 0)
  if (entered) {
    await keepSession(entered.sessionId)
    await keep('provider', sealEntered(entered), sessionCookie().maxAge)
  }
  return goTo(to)
}

/** Ends the session at the provider after the one here (`/sign-in/provider/out`). */
export async function leaveProvider(request: Request): Promise<Response> {
  const { provider } = env()
  if (fromElsewhere(request)) return goTo('/sign-in')
  const entered = openEntered(await kept('provider'))
  if (!provider || !entered) return goTo('/sign-in')
  await keep('provider', '', 0)
  return goTo((await endAddress(provider, entered)) ?? '/sign-in')
}

/** Whether the viewer's session began at the provider, so that there may be one to end there, too. */
export async function cameByProvider({ sessionId }: Viewer): Promise<boolean> {
  const entered = openEntered(await kept('provider'))
  return env().provider !== null && entered !== null && entered.sessionId === sessionId
}
