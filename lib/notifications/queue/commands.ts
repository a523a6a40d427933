import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { withLinks } from '@/lib/access/people/links/queries'
import { asViewer } from '@/lib/access/viewer'
import { isStale, type MailFault, nextAttempt } from '@/lib/notifications/mails/model'
import { now } from '@/lib/platform/clock'
import { type Sql, sql } from '@/lib/platform/db'
import { isLocale } from '@/lib/platform/locales'
import { deliver, sendsMail } from '@/lib/platform/mail'

/** Longer than handing a mail over may take, so that a mail being sent is never taken up by somebody else. */
const leaseMinutes = 5
/** A run ends after so many; the next one goes on. */
const atMost = 200

type Claimed = {
  id: string
  subject: string
  text: string
  locale: string
  attempts: number
  nextAttemptAt: Date
  email: string
  disabledAt: Date | null
}

export type Sent = { sent: number; failed: number; retrying: number }

/**
 * Sends the mails whose time has come, one after the other, until none is left or `stopped` says so. Any number of these may
 * run at once, in one server or several: each mail is taken by one of them. Does nothing without a mail server.
 */
export async function sendDueMails(viewer: Viewer, stopped: () => boolean = () => false): Promise<Sent> {
  const done: Sent = { sent: 0, failed: 0, retrying: 0 }
  if (!sendsMail()) return done
  for (let count = 0; count < atMost && !stopped(); count += 1) {
    const mail = await claim(viewer)
    if (!mail) break
    done[await send(viewer, mail)] += 1
  }
  return done
}

/** How many mails of the viewer's organisations are in the queue. */
export function countWaiting(viewer: Viewer): Promise<number> {
  return asViewer(viewer, (tx) =>
    tx.mail.count({ where: { ...within(viewer), state: { in: ['waiting', 'sending'] } } }),
  )
}

const within = ({ organisationId }: Viewer) => (organisationId === null ? {} : { organisationId })

/**
 * Takes one mail for some minutes. Rows that another sender is just taking are stepped over, not waited for. A mail whose
 * sender has died is free again when its minutes are over.
 */
async function claim(viewer: Viewer): Promise<Claimed | null> {
  const at = now().toISOString()
  const until = new Date(Date.parse(at) + leaseMinutes * 60_000).toISOString()
  const own: Sql = viewer.organisationId === null ? sql`true` : sql`m."organisationId" = ${viewer.organisationId}::uuid`
  const [claimed] = await asViewer(viewer, (tx) =>
    tx.$queryRaw<Claimed[]>(sql`
      WITH free AS (
        SELECT m.id FROM "Mail" m
         WHERE ${own} AND ((m.state = 'waiting' AND m."nextAttemptAt" <= ${at}::timestamptz)
               OR (m.state = 'sending' AND m."leasedUntil" < ${at}::timestamptz))
         ORDER BY m."nextAttemptAt", m.id LIMIT 1 FOR UPDATE SKIP LOCKED)
      UPDATE "Mail" m SET state = 'sending', attempts = m.attempts + 1, "leasedUntil" = ${until}::timestamptz
        FROM free, "User" u
       WHERE m.id = free.id AND u.id = m."userId"
      RETURNING m.id, m.subject, m.text, m.locale, m.attempts, m."nextAttemptAt", u.email, u."disabledAt"`),
  )
  return claimed ?? null
}

async function send(viewer: Viewer, mail: Claimed): Promise<keyof Sent> {
  const fault = faultOf(mail)
  if (fault) return settle(viewer, mail, { state: 'failed', lastError: fault })
  const { id, email: to, subject, locale } = mail
  const text = await withLinks(viewer, mail.text)
  if (text === null) return settle(viewer, mail, { state: 'failed', lastError: 'LINK_OVER' satisfies MailFault })
  const delivery = await deliver({ id, to, subject, text, locale: isLocale(locale) ? locale : 'fi' })
  if (delivery.ok) return settle(viewer, mail, { state: 'sent', sentAt: now(), lastError: null })
  const next = delivery.permanent ? null : nextAttempt(mail.attempts, now())
  return next
    ? settle(viewer, mail, { state: 'waiting', nextAttemptAt: next, lastError: delivery.error })
    : settle(viewer, mail, { state: 'failed', lastError: delivery.error })
}

function faultOf(mail: Claimed): MailFault | null {
  if (mail.disabledAt) return 'RECEIVER_GONE'
  // Only before the first attempt: the pauses between attempts are no reason.
  return mail.attempts === 1 && isStale(mail.nextAttemptAt, now()) ? 'TOO_OLD' : null
}

type Outcome =
  | { state: 'sent'; sentAt: Date; lastError: null }
  | { state: 'waiting'; nextAttemptAt: Date; lastError: string }
  | { state: 'failed'; lastError: string }

const counted = { sent: 'sent', waiting: 'retrying', failed: 'failed' } as const

/** Written only while the mail is still this sender's: one that stood still past its minutes changes nothing. */
async function settle(viewer: Viewer, { id, attempts }: Claimed, outcome: Outcome): Promise<keyof Sent> {
  await asViewer(viewer, (tx) =>
    tx.mail.updateMany({ where: { id, attempts, state: 'sending' }, data: { ...outcome, leasedUntil: null } }),
  )
  return counted[outcome.state]
}
