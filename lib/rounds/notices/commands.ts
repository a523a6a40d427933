import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { readyAt } from '@/lib/notifications/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { isLocale } from '@/lib/platform/locales'
import { words } from '@/lib/platform/words'
import { isStillNews, mailText, maySee } from '@/lib/rounds/notices/model'
import { type Pending, type Receiver, receiversOf } from '@/lib/rounds/notices/queries'
import { dateInHelsinki } from '@/lib/values/calendar'
import { fail, ok, type Result } from '@/lib/values/result'

export type Composed = { composed: number; skipped: number }

/**
 * Writes the mails whose time has come: one per person, with everything they have not been told. What a person does not want,
 * may not see any more or has dealt with already goes into none and is marked so. Mails and marks are one transaction. Meant
 * for a system actor on a schedule. Reasons: NOT_ALLOWED.
 */
export async function composeMails(viewer: Viewer): Promise<Result<Composed, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  return asViewer(
    viewer,
    async (tx) => {
      const done: Composed = { composed: 0, skipped: 0 }
      for (const receiver of await receiversOf(viewer, tx)) {
        const { wanted, unwanted } = sort(receiver)
        done.skipped += await skip(tx, unwanted)
        if (isTime(wanted) && (await write(tx, receiver, wanted))) done.composed += 1
      }
      return ok(done)
    },
    { seconds: 60 },
  )
}

function sort({ pending, held, disabled }: Receiver): { wanted: Pending[]; unwanted: Pending[] } {
  const isWanted = (one: Pending) =>
    !disabled && one.choice !== 'off' && maySee(held, one.projectId) && isStillNews(one.news)
  return { wanted: pending.filter(isWanted), unwanted: pending.filter((one) => !isWanted(one)) }
}

/** The first one whose time has come takes the others along: one mail instead of several. */
function isTime(wanted: readonly Pending[]): boolean {
  const { mailGatherMinutes } = env()
  return wanted.some(({ news, choice, createdAt }) => {
    const ready = readyAt(news.kind, choice, createdAt, mailGatherMinutes)
    return ready !== null && ready <= now()
  })
}

async function skip(tx: Tx, pending: readonly Pending[]): Promise<number> {
  if (pending.length === 0) return 0
  const marked = await tx.notification.updateMany({
    where: { id: { in: pending.map(({ id }) => id) }, mailId: null, skippedAt: null },
    data: { skippedAt: now() },
  })
  return marked.count
}

async function write(tx: Tx, receiver: Receiver, pending: readonly Pending[]): Promise<boolean> {
  const { userId, organisationId } = receiver
  const ids = pending.map(({ id }) => id)
  // Another composer may have been faster; its mail tells it.
  const free = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Notification" WHERE id = ANY (${ids}::uuid[]) AND "mailId" IS NULL AND "skippedAt" IS NULL FOR UPDATE`
  const told = pending.filter(({ id }) => free.some((row) => row.id === id))
  if (told.length === 0) return false
  const locale = isLocale(receiver.locale) ? receiver.locale : 'fi'
  const at = now()
  const place = { appUrl: env().appUrl, today: dateInHelsinki(at) }
  const news = told.map((one) => one.news)
  const mail = await tx.mail.create({
    data: { organisationId, userId, locale, ...mailText(words(locale), news, place), nextAttemptAt: at, createdAt: at },
    select: { id: true },
  })
  await tx.notification.updateMany({ where: { id: { in: told.map(({ id }) => id) } }, data: { mailId: mail.id } })
  return true
}
