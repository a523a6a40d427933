import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '@/lib/platform/env'

/**
 * The secret of a link, made of its id with a key of AUTH_SECRET: 256 bits that nobody can guess and nothing keeps. So a mail
 * can wait in the queue without it, and get it while it is sent.
 */
export function secretOf(invitationId: string): string {
  const key = hkdfSync('sha256', env().authSecret, '', 'etappi/invitation/1', 32)
  return createHmac('sha256', Buffer.from(key)).update(invitationId).digest('base64url')
}

/** Where a link leads. */
export const linkAddress = (secret: string): string => `${env().appUrl}/invitation?secret=${secret}`
