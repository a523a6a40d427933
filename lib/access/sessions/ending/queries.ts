import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type OpenSession, secondsLeft, warnSeconds } from '@/lib/access/sessions/ending/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

/** When a session ends and whose it is; null when it has ended. Asking is no use of it: a page that lies open keeps nobody signed in. */
export async function endOfSession(actor: Viewer, sessionId: string): Promise<OpenSession | null> {
  const row = await asViewer(actor, (tx) =>
    tx.loginSession.findFirst({
      where: { id: sessionId, revokedAt: null, user: { disabledAt: null } },
      select: { userId: true, lastSeenAt: true, expiresAt: true },
    }),
  )
  const end = row && secondsLeft({ ...row, idleMinutes: env().sessionIdleMinutes, at: now() })
  return end && { ...end, userId: row.userId }
}

/** Seconds until a page that is opened now may have to tell of the end. */
export function secondsUntilWarning({ sessionEndsAt }: Viewer): number {
  const idleMinutes = env().sessionIdleMinutes
  const at = now()
  const end = sessionEndsAt && secondsLeft({ lastSeenAt: at, expiresAt: sessionEndsAt, idleMinutes, at })
  return Math.max(0, (end?.seconds ?? 0) - warnSeconds(idleMinutes))
}
