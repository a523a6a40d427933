import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { CommentPlace } from '@/lib/comments/commands'
import { canComment, canShow } from '@/lib/comments/permissions'
import { listThreads, peopleWho } from '@/lib/comments/queries'
import type { Tx } from '@/lib/platform/db'
import { type CommentForViewer, type ReportComments, sectionOfPlace } from '@/lib/status-reports/comments/model'
import { readPath } from '@/lib/status-reports/fields/model'
import { isSubjectOfUnit, storedFields } from '@/lib/status-reports/fields/stored/queries'
import { reviewersOf, writersOf } from '@/lib/status-reports/notices/queries'
import { visibleTo } from '@/lib/status-reports/permissions'
import { titleOf } from '@/lib/work-packages/model'

/** Threads of a report that are still open and not for the steering group, as part of another read. */
export const openThreads = {
  where: { resolvedAt: null, visibility: 'internal' },
  select: { id: true },
} as const satisfies Prisma.StatusReport$threadsArgs

/**
 * Unit → how many internal comment threads of its report for the period are still open; a unit without any is left out.
 * What is meant for the steering group may stay open: it is published as it stands.
 */
export function openThreadsByUnit(viewer: Viewer, periodId: string): Promise<Map<string, number>> {
  return asViewer(viewer, async (tx) => {
    const threads = await tx.commentThread.findMany({
      where: { ...openThreads.where, report: { AND: [{ periodId }, visibleTo(viewer)] } },
      select: { report: { select: { unitId: true } } },
    })
    const open = new Map<string, number>()
    for (const { report } of threads) if (report) open.set(report.unitId, (open.get(report.unitId) ?? 0) + 1)
    return open
  })
}

const rightsIn = (viewer: Viewer, projectId: string) => ({
  comment: rightTo(viewer, 'report.comment', projectId),
  show: rightTo(viewer, 'report.review', projectId),
})

/** Threads of a report with who can be named in them; empty for somebody who may not see the report. */
export function findReportComments(viewer: Viewer, reportId: string): Promise<ReportComments> {
  return asViewer(viewer, async (tx) => {
    const report = await tx.statusReport.findFirst({
      where: { id: reportId, ...visibleTo(viewer) },
      select: { organisationId: true, unit: { select: { projectId: true } } },
    })
    if (!report) return { threads: [], people: [], may: { comment: false, show: false } }
    const { projectId } = report.unit
    const rights = rightsIn(viewer, projectId)
    const may = { comment: canComment(viewer, rights), show: canShow(viewer, rights) }
    const place = { organisationId: report.organisationId, projectId }
    const people = may.comment ? await peopleWho(viewer, tx, place, 'report.read') : []
    return {
      threads: await listThreads(viewer, tx, { reportId }),
      people: people.filter(({ id }) => id !== viewer.userId),
      may,
    }
  })
}

/** The report as a place for comments; null when there is none that the viewer may see. */
export async function findCommentPlace(
  viewer: Viewer,
  tx: Tx,
  where: { reportId: string } | { threadId: string },
): Promise<CommentPlace | null> {
  const report = await tx.statusReport.findFirst({
    where: {
      AND: [
        'reportId' in where ? { id: where.reportId } : { threads: { some: { id: where.threadId } } },
        visibleTo(viewer),
      ],
    },
    select: { id: true, organisationId: true, unitId: true, periodId: true, unit: { select: { projectId: true } } },
  })
  if (!report) return null
  const { id: reportId, organisationId, unitId, periodId } = report
  const { projectId } = report.unit
  const readers = await peopleWho(viewer, tx, { organisationId, projectId }, 'report.read')
  return {
    organisationId,
    owner: { reportId },
    rights: rightsIn(viewer, projectId),
    has: (path) => hasPlace(viewer, tx, { id: reportId, unitId }, path),
    readers: new Set(readers.map(({ id }) => id)),
    concerned: [...(await writersOf(viewer, tx, unitId)), ...(await reviewersOf(viewer, tx, projectId))],
    subject: { projectId, periodId, reportId },
  }
}

/** Every section, and the fields that have been written or can be: another unit's action is no place of this report. */
async function hasPlace(
  viewer: Viewer,
  tx: Tx,
  report: { id: string; unitId: string },
  path: string,
): Promise<boolean> {
  if (sectionOfPlace(path) === null) return false
  const address = readPath(path)
  if (address === null) return true
  if (await isSubjectOfUnit(viewer, tx, report.unitId, address)) return true
  return (await storedFields(viewer, tx, report.id, [path])).has(path)
}

/**
 * Open threads that wait for the viewer, newest first: on reports of the viewer's own units, or in which the viewer takes
 * part or is named, and last written by somebody else.
 */
export function listCommentsForViewer(viewer: Viewer): Promise<CommentForViewer[]> {
  const { userId } = viewer
  if (userId === null) return Promise.resolve([])
  return asViewer(viewer, async (tx) => {
    const rows = await tx.commentThread.findMany({
      where: {
        resolvedAt: null,
        report: visibleTo(viewer),
        OR: [
          { report: { unit: { coordinators: { some: { userId } } } } },
          { comments: { some: { OR: [{ authorId: userId }, { mentions: { some: { userId } } }] } } },
        ],
      },
      select: {
        id: true,
        path: true,
        comments: {
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: 1,
          select: {
            authorId: true,
            text: true,
            createdAt: true,
            author: { select: { name: true } },
            mentions: { where: { userId }, select: { userId: true } },
          },
        },
        report: {
          select: {
            period: { select: { key: true } },
            unit: {
              select: {
                id: true,
                code: true,
                titlePlan: true,
                titleReview: true,
                sourceId: true,
                project: { select: { key: true, name: true } },
              },
            },
          },
        },
      },
    })
    const waiting = rows.flatMap(({ id, path, comments: [last], report }): CommentForViewer[] => {
      const section = sectionOfPlace(path)
      if (!last || !report || !section || last.authorId === userId) return []
      return [
        {
          threadId: id,
          projectKey: report.unit.project.key,
          projectName: report.unit.project.name,
          periodKey: report.period.key,
          unitId: report.unit.id,
          unitTitle: titleOf(report.unit),
          section,
          text: last.text,
          by: last.author.name,
          at: last.createdAt.toISOString(),
          named: last.mentions.length > 0,
        },
      ]
    })
    return waiting.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  })
}
