'use server'

import { publicAction } from '@/lib/access/action'
import { acceptFirstAdministrator } from '@/lib/access/invitations'
import { signInActor } from '@/lib/access/queries'
import { newAccountSchema } from '@/lib/access/schema'
import { keepSession, requestId, requestOrigin } from '@/lib/access/session'

export const becomeFirstAdministrator = publicAction(
  newAccountSchema,
  async (input) => {
    const started = await acceptFirstAdministrator(signInActor(await requestId()), input, await requestOrigin())
    if (started.ok) await keepSession(started.value.sessionId)
    return started
  },
  () => '/',
)
