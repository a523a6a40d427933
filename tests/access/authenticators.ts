// Authenticators as people have them: the codes of a key, at the time of the clock.
import { Secret, TOTP } from 'otpauth'
import { signIn, startSession } from '@/lib/access/commands'
import type { Viewer } from '@/lib/access/model'
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { beginFactor, confirmFactor } from '@/lib/access/second-factor/commands'
import { findBegunFactor } from '@/lib/access/second-factor/queries'
import { asViewer } from '@/lib/access/viewer'
import { now, setClock } from '@/lib/platform/clock'
import { type Account, password } from '../support/builders/accounts.ts'

export const from = { address: '198.51.100.7', userAgent: 'Selain' }

/** What the app shows for a key; `steps` half minutes later. */
export function codeOf(key: string, steps = 0): string {
  const timestamp = now().getTime() + steps * 30_000
  return new TOTP({ secret: Secret.fromBase32(key), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp })
}

/** The clock goes on. */
export const wait = (seconds: number) => setClock(new Date(now().getTime() + seconds * 1000))

/** Six digits that are no code of the key about now. */
export function wrongCode(key: string): string {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(key, steps))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code)) ?? ''
}

/** Somebody who has just signed in. */
export async function signedIn(who: Account): Promise<Viewer> {
  const { sessionId } = await asViewer(signInActor(), (tx) => startSession(tx, who.id, { userAgent: 'Selain' }))
  const viewer = await viewerOfSession(signInActor(), sessionId, 'request-1')
  if (!viewer) throw new Error('no session')
  return viewer
}

/** Switches the authenticator of an account on, and waits for the next code. */
export async function withFactor(who: Account): Promise<{ viewer: Viewer; key: string; codes: string[] }> {
  const viewer = await signedIn(who)
  const begun = await beginFactor(viewer, { password })
  if (!begun.ok) throw new Error(begun.reason)
  const key = (await findBegunFactor(viewer))?.key ?? ''
  const confirmed = await confirmFactor(viewer, { code: codeOf(key) })
  if (!confirmed.ok) throw new Error(confirmed.reason)
  wait(30)
  return { viewer, key, codes: confirmed.value.codes }
}

/** The first step, with the right password: what the browser keeps until the code is given. */
export async function attemptOf(who: Account, origin: typeof from = from): Promise<string> {
  const done = await signIn(signInActor(), { email: who.email, password }, origin)
  if (!done.ok || done.value.kind !== 'code') throw new Error(`no code is asked for: ${JSON.stringify(done)}`)
  return done.value.attempt
}
