import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Role, Viewer } from '@/lib/access/model'
import { can } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { type ReadFile, readStoredFile, readStoredFiles } from '@/lib/evidence/files/queries'
import { type EvidenceSubject, type KeptEvidence, type SubjectHeading, subjectColumns } from '@/lib/evidence/model'
import { visibleTo } from '@/lib/evidence/permissions'
import { targetFields, toTargetFigure } from '@/lib/evidence/targets/queries'
import { visibleDecisions } from '@/lib/meetings/permissions'
import { dayText } from '@/lib/platform/columns'
import type { Tx } from '@/lib/platform/db'
import { visibleProjects } from '@/lib/projects/permissions'

/** Links and files of one thing, the oldest first. Empty also when the thing is not the viewer's to see. */
export function listEvidenceOf(viewer: Viewer, subject: EvidenceSubject): Promise<KeptEvidence[]> {
  return asViewer(viewer, async (tx) => {
    const heading = await findHeading(viewer, tx, subject)
    if (!heading) return []
    const rows = await tx.evidence.findMany({
      where: { [subjectColumns[subject.kind]]: subject.id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        label: true,
        url: true,
        note: true,
        createdAt: true,
        file: { select: { name: true, mediaType: true, size: true } },
        addedBy: {
          select: { name: true, memberships: { orderBy: { role: 'asc' }, select: { role: true, projectId: true } } },
        },
      },
    })
    const published = await newestPublication(viewer, tx, heading.projectId)
    const names = can(viewer, 'people.read', heading.projectId)
    return rows.map(({ addedBy, ...row }) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      addedBy: addedBy && {
        name: names ? addedBy.name : null,
        role: roleIn(addedBy.memberships, heading.projectId),
      },
      isPublished: published !== null && row.createdAt <= published,
    }))
  })
}

function roleIn(held: readonly { role: Role; projectId: string | null }[], projectId: string): Role | null {
  return (
    held.find((one) => one.projectId === projectId)?.role ?? held.find((one) => one.projectId === null)?.role ?? null
  )
}

/** When the project was published last; null when it never was. For the commands too. */
export async function newestPublication(_viewer: Viewer, tx: Tx, projectId: string): Promise<Date | null> {
  const row = await tx.snapshot.findFirst({
    where: { projectId },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { publishedAt: true },
  })
  return row?.publishedAt ?? null
}

/** What evidence is asked or kept of; null when it does not exist or is not the viewer's to see. */
export function findSubject(viewer: Viewer, subject: EvidenceSubject): Promise<SubjectHeading | null> {
  return asViewer(viewer, (tx) => findHeading(viewer, tx, subject))
}

/** The same inside a transaction that has begun. */
export async function findHeading(viewer: Viewer, tx: Tx, subject: EvidenceSubject): Promise<SubjectHeading | null> {
  const found = await finders[subject.kind](tx, subject.id, visibleProjects(viewer), visibleDecisions(viewer))
  if (!found) return null
  const { project, unitId, ...rest } = found
  const own =
    unitId !== null && viewer.userId !== null
      ? await tx.workPackageCoordinator.count({ where: { workPackageId: unitId, userId: viewer.userId } })
      : 0
  return {
    ...subject,
    ...rest,
    unitId,
    projectId: project.id,
    organisationId: project.organisationId,
    isOwnUnit: own > 0,
  }
}

type Found = Pick<SubjectHeading, 'title' | 'figure' | 'unitId' | 'target' | 'reached'> & {
  project: { id: string; organisationId: string }
}
type Where = Prisma.ProjectWhereInput
type Finder = (tx: Tx, id: string, project: Where, decisions: Prisma.DecisionWhereInput) => Promise<Found | null>

const projectOf = { project: { select: { id: true, organisationId: true } } } as const
const indicatorOf = {
  select: {
    ...projectOf,
    workPackageId: true,
    sourceId: true,
    versions: { where: { supersededOn: null }, select: { name: true } },
  },
} as const satisfies Prisma.IndicatorDefaultArgs

type IndicatorOf = Prisma.IndicatorGetPayload<typeof indicatorOf>

const ofIndicator = ({ project, workPackageId, sourceId, versions }: IndicatorOf) => ({
  project,
  unitId: workPackageId,
  title: versions[0]?.name ?? sourceId,
})

const finders: Record<EvidenceSubject['kind'], Finder> = {
  target: async (tx, id, project) => {
    const row = await tx.indicatorTarget.findFirst({
      where: { id, indicator: { project } },
      select: { ...targetFields, reachedOn: true, reachedNote: true, indicator: indicatorOf },
    })
    if (!row) return null
    const { indicator, reachedOn, reachedNote, ...figure } = row
    const reached = reachedOn && { on: dayText(reachedOn), note: reachedNote }
    return { ...ofIndicator(indicator), figure: null, target: toTargetFigure(figure), reached }
  },
  measurement: async (tx, id, project) => {
    const row = await tx.measurement.findFirst({
      where: { id, indicator: { project } },
      select: { asWritten: true, text: true, indicator: indicatorOf },
    })
    return row && { ...ofIndicator(row.indicator), figure: row.asWritten ?? row.text }
  },
  action: async (tx, id, project) => {
    const row = await tx.action.findFirst({
      where: { id, workPackage: { project } },
      select: { title: true, workPackageId: true, workPackage: { select: projectOf } },
    })
    return row && { project: row.workPackage.project, title: row.title, figure: null, unitId: row.workPackageId }
  },
  purchase: async (tx, id, project) => {
    const row = await tx.purchase.findFirst({
      where: { id, project },
      select: { ...projectOf, title: true, amountAsWritten: true, workPackageId: true },
    })
    return row && { project: row.project, title: row.title, figure: row.amountAsWritten, unitId: row.workPackageId }
  },
  decision: async (tx, id, _project, decisions) => {
    const row = await tx.decision.findFirst({
      where: { AND: [{ id }, decisions] },
      select: { ...projectOf, text: true },
    })
    return row && { project: row.project, title: row.text, figure: null, unitId: null }
  },
  toimintamalli: async (tx, id, project) => {
    const row = await tx.toimintamalli.findFirst({
      where: { id, project },
      select: { ...projectOf, name: true, workPackageId: true },
    })
    return row && { project: row.project, title: row.name, figure: null, unitId: row.workPackageId }
  },
}

/** The file behind a piece of evidence; null when there is none or it is not the viewer's to see. */
export function readEvidenceFile(viewer: Viewer, evidenceId: string): Promise<ReadFile | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.evidence.findFirst({
      where: { AND: [{ id: evidenceId }, visibleTo(viewer)] },
      select: { fileId: true },
    })
    return row?.fileId ? readStoredFile(viewer, row.fileId) : null
  })
}

/** The files behind several pieces of evidence, by the piece; without those that are not the viewer's to see. */
export function readEvidenceFiles(viewer: Viewer, evidenceIds: readonly string[]): Promise<Map<string, ReadFile>> {
  return asViewer(viewer, async (tx) => {
    const pieces = await tx.evidence.findMany({
      where: { AND: [{ id: { in: [...evidenceIds] } }, visibleTo(viewer)] },
      select: { id: true, fileId: true },
    })
    const files = await readStoredFiles(
      viewer,
      pieces.flatMap(({ fileId }) => fileId ?? []),
    )
    return new Map(
      pieces.flatMap(({ id, fileId }) => {
        const file = fileId === null ? undefined : files.get(fileId)
        return file ? [[id, file] as const] : []
      }),
    )
  })
}
