import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'

/** Name of the field that carries the key of a form. */
export const onceField = 'once'

/**
 * Carries out an act at most once per key and content: sent again (double click, lost reply, several at once) it gives the
 * first answer and does nothing. The key, the effect and the answer are written in one transaction, so that there is never
 * one without the others. `run` says whether its answer is worth keeping: a refusal had no effect and may be tried again.
 * Acts of a viewer without a user (the product itself) are not remembered.
 * @param input everything that was sent; the same key with other content is another act
 */
export async function onlyOnce<Answer extends Prisma.InputJsonValue>(
  viewer: Viewer,
  key: string,
  input: Readonly<Record<string, string>>,
  run: () => Promise<{ answer: Answer; done: boolean }>,
): Promise<Answer> {
  const { userId, organisationId } = viewer
  if (userId === null || organisationId === null) return (await run()).answer
  const own = { userId, key: fingerprint(key, input) }
  return asViewer(
    viewer,
    async (tx) => {
      // Waits for another request with the same key to end before it says that the key is taken.
      const first = await tx.idempotencyKey.createMany({ data: { ...own, organisationId }, skipDuplicates: true })
      if (first.count === 0) {
        const known = await tx.idempotencyKey.findUniqueOrThrow({
          where: { userId_key: own },
          select: { answer: true },
        })
        return known.answer as Answer
      }
      const { answer, done } = await run()
      if (done) await tx.idempotencyKey.update({ where: { userId_key: own }, data: { answer } })
      else await tx.idempotencyKey.delete({ where: { userId_key: own } })
      return answer
    },
    { seconds: 60 },
  )
}

function fingerprint(key: string, input: Readonly<Record<string, string>>): string {
  const fields = Object.entries(input)
    .filter(([name]) => name !== onceField)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([key, fields]))
    .digest('hex')
}
