// Each notification leads to at most one mail, however often and from how many servers the due work is done.
import type pg from 'pg'
import { systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { runDueWork } from '@/lib/rounds/schedule/commands'

type Count = { notifications: number; mails: number; hash: string }

async function look(owner: pg.Client): Promise<Count> {
  const { rows } = await owner.query<Count>(
    `SELECT (SELECT count(*)::int FROM "Notification") AS notifications, (SELECT count(*)::int FROM "Mail") AS mails,
            (SELECT coalesce(string_agg(id || ' ' || coalesce("mailId"::text, ''), ',' ORDER BY id), '') FROM "Notification") AS hash`,
  )
  const [found] = rows
  if (!found) throw new Error('no counts')
  return found
}

/** Does the due work four times at once, and once more. */
export async function mailOnce(owner: pg.Client): Promise<{ notifications: number; mails: number; faults: string[] }> {
  const before = await look(owner)
  const work = () => runDueWork(systemViewer('schedule'))
  setClock(new Date(Date.now() + 2 * 86_400_000)) // mails wait a while, so that one tells of several things
  await Promise.all([work(), work(), work(), work()])
  await work()
  const after = await look(owner)
  await work()
  const again = await look(owner)
  const faults: string[] = []
  if (again.mails !== after.mails || again.hash !== after.hash) faults.push('doing the due work again wrote more mails')
  if (after.mails > after.notifications) faults.push(`${after.mails} mails for ${after.notifications} notifications`)
  if (before.notifications > 0 && after.mails === 0) faults.push('nobody was sent a mail')
  return { notifications: after.notifications, mails: after.mails, faults }
}
