import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Role } from '@/lib/access/model'
import type { SnapshotThread } from '@/lib/rounds/snapshot/model'

/** The role in which somebody with several most likely wrote a comment on a report. */
const usual: readonly Role[] = ['director', 'coordinator', 'finance']

/** Comments of a report that the steering group may read, as part of another read: an internal thread never leaves here. */
export function shownThreads(projectId: string) {
  return {
    where: { visibility: 'steering' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      path: true,
      resolvedAt: true,
      comments: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          createdAt: true,
          text: true,
          author: {
            select: {
              memberships: {
                where: { OR: [{ projectId }, { projectId: null }] },
                orderBy: { role: 'asc' },
                select: { role: true },
              },
            },
          },
        },
      },
    },
  } satisfies Prisma.StatusReport$threadsArgs
}

type Stored = Prisma.CommentThreadGetPayload<{ select: ReturnType<typeof shownThreads>['select'] }>

/** A stored thread as a published period tells it: by role and never by name. */
export function toShown({ id, path, resolvedAt, comments }: Stored): SnapshotThread {
  return {
    threadId: id,
    path,
    resolved: resolvedAt !== null,
    comments: comments.map(({ author, createdAt, ...comment }) => ({
      ...comment,
      at: createdAt.toISOString(),
      role: roleOf(author.memberships.map(({ role }) => role)),
    })),
  }
}

function roleOf(held: readonly Role[]): Role | null {
  return usual.find((role) => held.includes(role)) ?? held[0] ?? null
}
