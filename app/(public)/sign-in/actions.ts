'use server'

import { action, publicAction } from '@/lib/access/action'
import { safePath } from '@/lib/access/addresses'
import { signIn, signOut } from '@/lib/access/commands'
import { signInActor } from '@/lib/access/queries'
import { signInFormSchema, signOutSchema } from '@/lib/access/schema'
import { dropSession, keepSession, requestOrigin } from '@/lib/access/session'
import { ok } from '@/lib/values/result'

export const enter = publicAction(
  signInFormSchema,
  async (input) => {
    const started = await signIn(signInActor(), input, await requestOrigin())
    if (started.ok) await keepSession(started.value.sessionId)
    return started
  },
  (_started, input) => safePath(input.next),
)

export const leave = action(
  signOutSchema,
  async (viewer) => {
    await signOut(viewer)
    await dropSession()
    return ok(null)
  },
  () => '/sign-in',
)
