import 'server-only'
import { fingerprint } from '@/lib/access/fingerprint'
import { forgetAttempts, withinLimit } from '@/lib/access/rate-limit'
import { now } from '@/lib/platform/clock'

/** Links that open nothing, by where they were tried from. */
const tries = { attempts: 60, seconds: 15 * 60 }
const counter = (address: string): string => `invitation:address:${address}`

/** Where clause: a link that opens an account that may be used. */
export const openWith = (secret: string) => ({
  secretHash: fingerprint(secret),
  usedAt: null,
  expiresAt: { gt: now() },
  user: { disabledAt: null },
})

/** Counts a try to open a link from an address: only what opens nothing uses the limit up. */
export const mayTryLink = (address: string): Promise<boolean> => withinLimit(counter(address), tries)
/** Takes a try back. */
export const wasOpen = (address: string): Promise<void> => forgetAttempts(counter(address), 'last')
