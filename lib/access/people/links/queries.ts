import 'server-only'
import { fingerprint } from '@/lib/access/fingerprint'
import type { Viewer } from '@/lib/access/model'
import { linkAddress, secretsOf } from '@/lib/access/people/links/secret'
import { linkMark, linkMarks } from '@/lib/access/people/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'

/**
 * The text of a mail with its links in place of their marks, for the moment in which it is sent. Null when a link opens
 * nothing any more: it was used, withdrawn or followed by another one, its time is over, or AUTH_SECRET is another one and the
 * one of before is not given.
 */
export async function withLinks(viewer: Viewer, text: string): Promise<string | null> {
  const ids = [...text.matchAll(linkMarks)].map(([, id = '']) => id)
  if (ids.length === 0) return text
  const open = await asViewer(viewer, (tx) =>
    tx.invitation.findMany({
      where: { id: { in: ids }, usedAt: null, expiresAt: { gt: now() } },
      select: { id: true, secretHash: true },
    }),
  )
  let filled = text
  for (const id of ids) {
    const kept = open.find((one) => one.id === id)?.secretHash
    const secret = secretsOf(id).find((one) => fingerprint(one) === kept)
    if (secret === undefined) return null
    filled = filled.replaceAll(linkMark(id), linkAddress(secret))
  }
  return filled
}
