'use server'

import { publicAction } from '@/lib/access/action'
import { codeAddress } from '@/lib/access/addresses'
import { acceptLink } from '@/lib/access/people/accepting/commands'
import { acceptSchema } from '@/lib/access/people/schema'
import { signInActor } from '@/lib/access/queries'
import { keepAttempt, keepSession, requestId, requestOrigin } from '@/lib/access/session'

export const accept = publicAction(
  acceptSchema,
  async (input) => {
    const done = await acceptLink(signInActor(await requestId()), input, await requestOrigin())
    if (done.ok && done.value.kind === 'session') await keepSession(done.value.sessionId)
    if (done.ok && done.value.kind === 'code') await keepAttempt(done.value.attempt)
    return done
  },
  ({ kind }) => (kind === 'code' ? codeAddress('/') : '/'),
)
