import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { resealFactors } from '@/lib/access/second-factor/resealing/commands'
import { asViewer, inOrganisation } from '@/lib/access/viewer'
import { countWaiting, sendDueMails } from '@/lib/notifications/queue/commands'
import { describeError, log } from '@/lib/platform/logger'
import { openDuePeriods } from '@/lib/rounds/commands'
import { composeMails } from '@/lib/rounds/notices/commands'
import { tellOfDeadlines } from '@/lib/rounds/notices/deadlines/commands'
import { forgetOldRows } from '@/lib/rounds/schedule/forgetting/commands'
import { type DueWork, nothingDone } from '@/lib/rounds/schedule/model'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Does everything that is due without anybody asking: opens periods whose day has come, tells of deadlines, writes the mails,
 * sends them, forgets what is old, and seals anew what an earlier AUTH_SECRET sealed. Counties are taken in turn, each seen by itself, so that nothing of one can get into
 * the mails of another. Several servers may do this at once: each part is done by one of them, and doing it again does
 * nothing. A part that breaks is logged and does not keep the others from being done. Reasons: NOT_ALLOWED (a person).
 * @param stopped asked between mails: a server that is about to end begins no new one
 */
export async function runDueWork(
  viewer: Viewer,
  stopped: () => boolean = () => false,
): Promise<Result<DueWork, 'NOT_ALLOWED'>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  const done: DueWork = { ...nothingDone, broken: [] }
  const part = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (stopped()) return
    try {
      await work()
    } catch (error) {
      done.broken.push(name)
      log('error', 'schedule.broken', { part: name, error: describeError(error).message })
    }
  }
  for (const county of await organisationsOf(viewer)) await doFor(inOrganisation(viewer, county), done, part, stopped)
  await part('forget', async () => {
    const gone = await inTurn(viewer, 'forget', () => forgetOldRows(viewer))
    if (gone?.ok) done.forgotten += gone.value.forgotten
  })
  await part('seal', async () => {
    await resealFactors(viewer)
  })
  await part('count', async () => {
    done.waiting = await countWaiting(viewer)
  })
  return ok(done)
}

type Part = (name: string, work: () => Promise<void>) => Promise<void>

async function doFor(county: Viewer, done: DueWork, part: Part, stopped: () => boolean): Promise<void> {
  // Each period is locked by itself while it is opened.
  await part('open', async () => {
    done.opened += (await openDuePeriods(county)).opened.length
  })
  await part('tell', async () => {
    const told = await inTurn(county, 'tell', () => tellOfDeadlines(county))
    if (told?.ok) done.told += told.value.told
  })
  await part('compose', async () => {
    const written = await inTurn(county, 'compose', () => composeMails(county))
    if (!written?.ok) return
    done.composed += written.value.composed
    done.skipped += written.value.skipped
  })
  // Each mail is taken by itself (see the queue).
  await part('send', async () => {
    const { sent, failed } = await sendDueMails(county, stopped)
    done.sent += sent
    done.failed += failed
  })
}

/** Counties in a fixed order; the viewer's own if it has one. */
function organisationsOf(viewer: Viewer): Promise<string[]> {
  return asViewer(viewer, async (tx) => {
    const where = viewer.organisationId === null ? {} : { id: viewer.organisationId }
    const rows = await tx.organisation.findMany({ where, orderBy: { key: 'asc' }, select: { id: true } })
    return rows.map(({ id }) => id)
  })
}

/**
 * Does the work in a transaction that holds a lock of the database by the work's name and the county: null when another
 * server is just doing it. The lock goes with the transaction, also when the server dies.
 */
async function inTurn<T>(viewer: Viewer, name: string, work: () => Promise<T>): Promise<T | null> {
  return asViewer(
    viewer,
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext(${`etappi.schedule.${name}`}), hashtext(${viewer.organisationId ?? ''})) AS mine`
      return lock?.mine ? work() : null
    },
    { seconds: 60 },
  )
}
