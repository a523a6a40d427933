'use server'

import { actionBeforeFactor, publicAction } from '@/lib/access/action'
import { codeAddress, safePath } from '@/lib/access/addresses'
import { signIn, signOut } from '@/lib/access/commands'
import { cameByProvider } from '@/lib/access/oidc/answer'
import { signInActor } from '@/lib/access/queries'
import { codeFormSchema, signInFormSchema, signOutSchema } from '@/lib/access/schema'
import { giveCode } from '@/lib/access/second-step'
import {
  dropAttempt,
  dropSession,
  keepAttempt,
  keepSession,
  keptAttempt,
  requestId,
  requestOrigin,
} from '@/lib/access/session'
import { ok } from '@/lib/values/result'

export const enter = publicAction(
  signInFormSchema,
  async (input) => {
    const done = await signIn(signInActor(await requestId()), input, await requestOrigin())
    if (done.ok && done.value.kind === 'session') await keepSession(done.value.sessionId)
    if (done.ok && done.value.kind === 'code') await keepAttempt(done.value.attempt)
    return done
  },
  ({ kind }, input) => (kind === 'code' ? codeAddress : safePath)(safePath(input.next)),
)

export const enterCode = publicAction(
  codeFormSchema,
  async (input) => {
    const started = await giveCode(signInActor(await requestId()), input, await keptAttempt(), await requestOrigin())
    if (started.ok) {
      await keepSession(started.value.sessionId)
      await dropAttempt()
    }
    return started
  },
  (_started, input) => safePath(input.next),
)

export const leave = actionBeforeFactor(
  signOutSchema,
  async (viewer) => {
    await signOut(viewer)
    await dropSession()
    return ok({ byProvider: await cameByProvider(viewer) })
  },
  ({ byProvider }) => (byProvider ? '/sign-in?out=1' : '/sign-in?left=1'),
)
