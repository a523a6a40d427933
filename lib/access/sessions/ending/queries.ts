import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type SessionEnd, secondsLeft, warnSeconds } from '@/lib/access/sessions/ending/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

/** When a session ends; null when it has ended. Asking is no use of it: a page that lies open keeps nobody signed in. */
export async function endOfSession(actor: Viewer, sessionId: string): Promise<SessionEnd | null> {
  const row = await asViewer(actor, (tx) =>
    tx.loginSession.findFirst({
      where: { id: sessionId, revokedAt: null, user: { disabledAt: null } },
      select: { lastSeenAt: true, expiresAt: true },
    }),
  )
  return row && secondsLeft({ ...row, idleMinutes: env().sessionIdleMinutes, at: now() })
}

/** Seconds until a page that is opened now may have to tell of the end. */
export function secondsUntilWarning({ sessionEndsAt }: Viewer): number {
  const idleMinutes = env().sessionIdleMinutes
  const at = now()
  const end = sessionEndsAt && secondsLeft({ lastSeenAt: at, expiresAt: sessionEndsAt, idleMinutes, at })
  return Math.max(0, (end?.seconds ?? 0) - warnSeconds(idleMinutes))
}
