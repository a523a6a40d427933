/** `seconds` until a session ends; `renewable`: using the service puts that off. */
export type SessionEnd = { seconds: number; renewable: boolean }
export type OpenSession = SessionEnd & { userId: string }

type Times = { lastSeenAt: Date; expiresAt: Date; idleMinutes: number; at: Date }

/** What ends first: the time without use, or the session as a whole, which no use puts off. Null when it has ended. */
export function secondsLeft({ lastSeenAt, expiresAt, idleMinutes, at }: Times): SessionEnd | null {
  const idle = lastSeenAt.getTime() + idleMinutes * 60_000
  const whole = expiresAt.getTime()
  const seconds = Math.floor((Math.min(idle, whole) - at.getTime()) / 1000)
  return seconds > 0 ? { seconds, renewable: idle < whole } : null
}

/** How long before the end people are told; at least two minutes wherever a session lasts four (WCAG 2.2.1). */
export function warnSeconds(idleMinutes: number): number {
  return Math.min(180, idleMinutes * 30)
}
