import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { openingSecrets } from '@/lib/access/sealing'
import { env } from '@/lib/platform/env'

/**
 * The secret of a link, made of its id with a key of AUTH_SECRET: 256 bits that nobody can guess and nothing keeps. So a mail
 * can wait in the queue without it, and get it while it is sent.
 */
export function secretOf(invitationId: string): string {
  return secretBy(env().authSecret, invitationId)
}

/** The same, and that of the AUTH_SECRET of before while there is one: a mail may have waited since then. */
export function secretsOf(invitationId: string): string[] {
  return openingSecrets().map((secret) => secretBy(secret, invitationId))
}

function secretBy(authSecret: string, invitationId: string): string {
  const key = hkdfSync('sha256', authSecret, '', 'etappi/invitation/1', 32)
  return createHmac('sha256', Buffer.from(key)).update(invitationId).digest('base64url')
}

/** Where a link leads. */
export const linkAddress = (secret: string): string => `${env().appUrl}/invitation?secret=${secret}`
