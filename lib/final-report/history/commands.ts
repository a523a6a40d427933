import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { sectionText } from '@/lib/final-report/editor/model'
import { type CopyChange, turnMinutes } from '@/lib/final-report/history/model'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'

type Section = { id: string; organisationId: string; version: number; updatedAt: Date; updatedById: string | null }

/**
 * Keeps what a section holds after a change, in the transaction of the change: the newest copy of the same writer's turn is
 * written over; tells which it was. `before` is what stood there; it is kept, too, when no copy holds it.
 */
export async function keepCopy(
  viewer: Viewer,
  tx: Tx,
  section: Section,
  { before, after, change }: { before: readonly WrittenBlock[]; after: readonly WrittenBlock[]; change: CopyChange },
): Promise<'same turn' | 'new turn'> {
  const { id: sectionId, organisationId, version } = section
  const content = storedBlocks(after)
  const newest = await tx.sectionCopy.findFirst({
    where: { sectionId },
    orderBy: { version: 'desc' },
    select: { id: true, actorId: true, at: true, change: true },
  })
  if (!newest && before.length > 0) {
    const { updatedAt: at, updatedById: actorId } = section
    const row = { organisationId, sectionId, version: version - 1, actorId, at, change: 'before' }
    await tx.sectionCopy.create({ data: { ...row, content: storedBlocks(before) } })
  }
  const at = now()
  const sameTurn =
    newest?.actorId === viewer.userId &&
    newest.change === 'written' &&
    change === 'written' &&
    at.getTime() - newest.at.getTime() < turnMinutes * 60_000
  if (sameTurn) {
    await tx.sectionCopy.update({ where: { id: newest.id }, data: { version, at, content } })
    return 'same turn'
  }
  await tx.sectionCopy.create({
    data: { organisationId, sectionId, version, actorId: viewer.userId, at, change, content },
  })
  return 'new turn'
}

/** As the database holds it: the same text, whoever made it. */
const storedBlocks = (blocks: readonly WrittenBlock[]): object => JSON.parse(sectionText(blocks)) as object
