import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { type Capability, capabilities, type Role, type Viewer } from '@/lib/access/model'
import {
  auditOfStep,
  type Person,
  type ThreadRow,
  type ThreadStepRow,
  threadSteps,
  threadSubject,
} from '@/lib/comments/model'
import type { Tx } from '@/lib/platform/db'
import { sortedBy } from '@/lib/values/sort'

/** Columns that make a `ThreadRow`. */
const threadFields = {
  id: true,
  path: true,
  visibility: true,
  resolvedAt: true,
  comments: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      createdAt: true,
      authorId: true,
      text: true,
      author: { select: { name: true } },
      mentions: { orderBy: { user: { name: 'asc' } }, select: { user: { select: { name: true } } } },
    },
  },
} as const satisfies Prisma.CommentThreadSelect

/** Threads of one place, oldest first. `where` must already hold what the viewer may see of the place. */
export async function listThreads(viewer: Viewer, tx: Tx, where: Prisma.CommentThreadWhereInput): Promise<ThreadRow[]> {
  const rows = await tx.commentThread.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: threadFields,
  })
  const steps = await stepsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ resolvedAt, comments, ...thread }) => ({
    ...thread,
    resolved: resolvedAt !== null,
    steps: steps.get(thread.id) ?? [],
    comments: comments.map(({ id, text, createdAt, authorId, author, mentions }) => ({
      id,
      at: createdAt.toISOString(),
      by: author.name,
      own: authorId === viewer.userId,
      text,
      named: sortedBy(
        mentions.map(({ user }) => user.name),
        (name) => name,
        'fi',
      ),
    })),
  }))
}

type StepRow = { subjectId: string; action: string; at: Date; by: string | null }

/** Who resolved, reopened and showed each thread and when: the audit log keeps it and nobody can change it there. */
async function stepsOf(tx: Tx, threadIds: string[]): Promise<Map<string, ThreadStepRow[]>> {
  const steps = new Map<string, ThreadStepRow[]>()
  if (threadIds.length === 0) return steps
  const rows = await tx.$queryRaw<StepRow[]>`
    SELECT e."subjectId", e.action, e.at, u.name AS by
      FROM "AuditEvent" e LEFT JOIN "User" u ON u.id = e."actorId"
     WHERE e."subjectType" = ${threadSubject} AND e."subjectId" = ANY (${threadIds})
       AND e.action = ANY (${Object.values(auditOfStep)}) AND e.result = 'done'
     ORDER BY e.at, e.id`
  for (const { subjectId, action, at, by } of rows) {
    const type = threadSteps.find((step) => auditOfStep[step] === action)
    if (!type) continue
    steps.set(subjectId, [...(steps.get(subjectId) ?? []), { type, at: at.toISOString(), by }])
  }
  return steps
}

/** People who may do this in a project and have not been shut out, by name; each once, with the first of their roles. */
export async function peopleWho(
  _viewer: Viewer,
  tx: Tx,
  place: { organisationId: string; projectId: string },
  capability: Capability,
): Promise<Person[]> {
  const allowed: readonly Role[] = capabilities[capability]
  const rows = await tx.membership.findMany({
    where: {
      organisationId: place.organisationId,
      OR: [{ projectId: place.projectId }, { projectId: null }],
      role: { in: [...allowed] },
      user: { disabledAt: null, organisationId: place.organisationId },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { role: true, user: { select: { id: true, name: true } } },
  })
  const people = new Map<string, Person>()
  for (const { role, user } of rows) if (!people.has(user.id)) people.set(user.id, { ...user, role })
  return sortedBy([...people.values()], ({ name }) => name, 'fi')
}
