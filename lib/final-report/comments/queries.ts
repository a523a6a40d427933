import 'server-only'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { CommentPlace } from '@/lib/comments/commands'
import { canComment } from '@/lib/comments/permissions'
import { listThreads, peopleWho } from '@/lib/comments/queries'
import { type SectionComments, wholeSection } from '@/lib/final-report/comments/model'
import type { DocumentKind } from '@/lib/final-report/model'
import { documentRights, documentsOf } from '@/lib/final-report/permissions'
import type { Tx } from '@/lib/platform/db'

/** Everybody who makes the document comments on it; nobody shows a comment to the steering group. */
const rightsIn = (viewer: Viewer, { kind, projectId }: { kind: DocumentKind; projectId: string }) => ({
  comment: rightTo(viewer, documentRights[kind].comment, projectId),
  show: null,
})

/** Section → how many comment threads on it are open; a section without any is left out. */
export function openThreadsBySection(viewer: Viewer, reportId: string): Promise<Map<string, number>> {
  return asViewer(viewer, async (tx) => {
    const threads = await tx.commentThread.findMany({
      where: { resolvedAt: null, section: { reportId, report: documentsOf(viewer, 'discuss') } },
      select: { sectionId: true },
    })
    const open = new Map<string, number>()
    for (const { sectionId } of threads) if (sectionId) open.set(sectionId, (open.get(sectionId) ?? 0) + 1)
    return open
  })
}

const sectionFields = {
  id: true,
  organisationId: true,
  ownerId: true,
  report: { select: { kind: true, projectId: true } },
} as const

/** Threads of a section with who can be named in them; empty for somebody who does not take part in making the document. */
export function findSectionComments(viewer: Viewer, sectionId: string): Promise<SectionComments> {
  return asViewer(viewer, async (tx) => {
    const section = await tx.finalReportSection.findFirst({
      where: { id: sectionId, report: documentsOf(viewer, 'discuss') },
      select: sectionFields,
    })
    if (!section) return { threads: [], people: [], may: { comment: false, show: false } }
    const { organisationId, report } = section
    const comment = canComment(viewer, rightsIn(viewer, report))
    const place = { organisationId, projectId: report.projectId }
    const people = comment ? await peopleWho(viewer, tx, place, documentRights[report.kind].discuss) : []
    return {
      threads: await listThreads(viewer, tx, { sectionId }),
      people: people.filter(({ id }) => id !== viewer.userId),
      may: { comment, show: false },
    }
  })
}

/** The section as a place for comments; null when there is none that the viewer may see. */
export async function findSectionPlace(
  viewer: Viewer,
  tx: Tx,
  where: { sectionId: string } | { threadId: string },
): Promise<CommentPlace | null> {
  const section = await tx.finalReportSection.findFirst({
    where: {
      AND: [
        'sectionId' in where ? { id: where.sectionId } : { threads: { some: { id: where.threadId } } },
        { report: documentsOf(viewer, 'discuss') },
      ],
    },
    select: sectionFields,
  })
  if (!section) return null
  const { id: sectionId, organisationId, ownerId, report } = section
  const { projectId } = report
  const readers = await peopleWho(viewer, tx, { organisationId, projectId }, documentRights[report.kind].discuss)
  return {
    organisationId,
    owner: { sectionId },
    rights: rightsIn(viewer, report),
    has: async (path) => path === wholeSection,
    readers: new Set(readers.map(({ id }) => id)),
    concerned: ownerId ? [ownerId] : [],
    subject: { projectId },
  }
}
