import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { securityAddress, signInAddress } from '@/lib/access/addresses'
import { attemptSeconds } from '@/lib/access/attempt'
import type { Viewer } from '@/lib/access/model'
import { openSession, sealSession, sessionCookie } from '@/lib/access/next-auth'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { senderOf } from '@/lib/access/senders'
import type { OpenSession } from '@/lib/access/sessions/ending/model'
import { endOfSession } from '@/lib/access/sessions/ending/queries'
import { isAskedBy } from '@/lib/platform/missing-answers'

/**
 * Who sends this request, or null when nobody may do anything yet: nobody is signed in, or a second factor is demanded and
 * missing. Programs and scripts are told the same in both cases, so that what was typed is kept until the person is back.
 */
export async function currentViewer(): Promise<Viewer | null> {
  const viewer = await viewerBeforeFactor()
  return viewer?.awaits ? null : viewer
}

/**
 * Who sends this request, a person whose second factor is missing too. For the way to the factor and out, and nothing else.
 * Read once per request.
 */
export const viewerBeforeFactor = cache(async (): Promise<Viewer | null> => {
  const sessionId = await openSession((await cookies()).get(sessionCookie().name)?.value)
  if (!sessionId) return null
  const id = await requestId()
  const viewer = await viewerOfSession(signInActor(), sessionId, id)
  if (viewer?.userId) isAskedBy(id, viewer.userId)
  return viewer
})

/** When the session of this request's browser ends and whose it is; null without one. Asking is no use of the session. */
export async function currentSessionEnd(): Promise<OpenSession | null> {
  const sessionId = await openSession((await cookies()).get(sessionCookie().name)?.value)
  return sessionId ? endOfSession(signInActor(), sessionId) : null
}

/**
 * The viewer of a page; somebody who is not signed in is sent to sign in and comes back afterwards, and whose second factor is
 * missing to where it is switched on.
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await requireViewerBeforeFactor()
  if (viewer.awaits) redirect(securityAddress)
  return viewer
}

/** The viewer of the few pages that are open before a demanded second factor is there. */
export async function requireViewerBeforeFactor(): Promise<Viewer> {
  const viewer = await viewerBeforeFactor()
  if (viewer) return viewer
  const here = (await headers()).get('x-path') ?? '/'
  redirect(signInAddress(here))
}

/** Gives the browser the cookie of a started session. */
export async function keepSession(sessionId: string): Promise<void> {
  const { name, secure, maxAge } = sessionCookie()
  const jar = await cookies()
  jar.set(name, await sealSession(sessionId), { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge })
}

export async function dropSession(): Promise<void> {
  const { name, secure } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 })
}

/** The id under which everything this request does stands in the audit log. */
export async function requestId(): Promise<string | null> {
  return (await headers()).get('x-request-id')
}

/** Where a request comes from, for limits and the session list, and the session that its browser has already. */
export type Origin = {
  address: string
  userAgent: string | null
  requestId?: string | null
  sessionId?: string | null
}

/** The origin of this request. */
export async function requestOrigin(): Promise<Origin> {
  const [list, jar] = await Promise.all([headers(), cookies()])
  const sessionId = await openSession(jar.get(sessionCookie().name)?.value)
  return { address: senderOf(list), userAgent: list.get('user-agent'), requestId: list.get('x-request-id'), sessionId }
}

/** Beside the session's cookie, never in its place: it opens no page. Other sites cannot make a browser send it. */
const attemptCookie = () => {
  const { name, secure } = sessionCookie()
  return { name: name.replace('session', 'attempt'), secure, httpOnly: true, sameSite: 'strict', path: '/' } as const
}

/** Gives the browser what it keeps of a sign-in whose code is still asked for. */
export async function keepAttempt(attempt: string): Promise<void> {
  ;(await cookies()).set({ ...attemptCookie(), value: attempt, maxAge: attemptSeconds })
}

/** What the browser keeps of a sign-in whose code is still asked for. */
export async function keptAttempt(): Promise<string | undefined> {
  return (await cookies()).get(attemptCookie().name)?.value
}

export async function dropAttempt(): Promise<void> {
  ;(await cookies()).set({ ...attemptCookie(), value: '', maxAge: 0 })
}
