import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { signInAddress } from '@/lib/access/addresses'
import type { Viewer } from '@/lib/access/model'
import { openSession, sealSession, sessionCookie } from '@/lib/access/next-auth'
import { signInActor, viewerOfSession } from '@/lib/access/queries'

/** Who sends this request, or null when nobody is signed in. Read once per request. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await openSession((await cookies()).get(sessionCookie().name)?.value)
  if (!sessionId) return null
  return viewerOfSession(signInActor(), sessionId, (await headers()).get('x-request-id'))
})

/** The viewer of a page; somebody who is not signed in is sent to sign in and comes back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
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

/** Where a request comes from, for limits and the session list. Behind a proxy the first forwarded address counts. */
export async function requestOrigin(): Promise<{ address: string; userAgent: string | null }> {
  const list = await headers()
  const address = list.get('x-forwarded-for')?.split(',')[0]?.trim() || 'local'
  return { address, userAgent: list.get('user-agent') }
}
