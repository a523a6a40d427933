import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { fingerprint } from '@/lib/access/fingerprint'
import { seal, unseal } from '@/lib/access/sealing'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

/** How long after the right password a code may be given. */
export const attemptSeconds = 5 * 60

const attemptSchema = z.object({ id: z.uuid(), userId: z.uuid(), until: z.number(), mark: z.string() })
export type Attempt = z.output<typeof attemptSchema>

/** What is read of the account that signs in. */
export const subject = {
  id: true,
  email: true,
  passwordHash: true,
  disabledAt: true,
  organisationId: true,
  secondFactor: { select: { secret: true, createdAt: true, confirmedAt: true } },
} as const

export type Subject = {
  id: string
  email: string
  passwordHash: string | null
  disabledAt: Date | null
  organisationId: string
  secondFactor: { secret: Uint8Array; createdAt: Date; confirmedAt: Date | null } | null
}

/**
 * A sign-in whose password was right, for its browser to keep until the code is given: it opens no page and says nothing to
 * anybody. It is worth nothing any more once the password or the authenticator is another one.
 */
export function beginAttempt(user: Subject): string {
  const until = now().getTime() + attemptSeconds * 1000
  const attempt: Attempt = { id: randomUUID(), userId: user.id, until, mark: markOf(user) }
  return Buffer.from(seal('sign-in.attempt', '', Buffer.from(JSON.stringify(attempt)))).toString('base64url')
}

function markOf({ passwordHash, secondFactor }: Subject): string {
  return fingerprint(JSON.stringify([passwordHash, secondFactor?.createdAt.getTime()]))
}

/** What a browser kept; null when it is none, was altered, or its five minutes are over. */
export function readAttempt(kept: string | undefined): Attempt | null {
  const opened = unseal('sign-in.attempt', '', Buffer.from(kept ?? '', 'base64url'))
  const attempt = opened && attemptSchema.safeParse(JSON.parse(opened.toString())).data
  return attempt && attempt.until > now().getTime() ? attempt : null
}

/** Whose attempt it is, while it still holds: the account may sign in, with the password and authenticator that it began with. */
export async function subjectOf(tx: Tx, attempt: Attempt): Promise<Subject | null> {
  const user = await tx.user.findUnique({ where: { id: attempt.userId }, select: subject })
  const holds = user?.disabledAt === null && user.secondFactor?.confirmedAt && markOf(user) === attempt.mark
  return holds ? user : null
}
