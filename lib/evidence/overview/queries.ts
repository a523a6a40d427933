import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ListedEvidence, TargetEvidence } from '@/lib/evidence/overview/model'
import { targetFields, toTargetFigure } from '@/lib/evidence/targets/queries'
import { visibleDecisions } from '@/lib/meetings/permissions'
import { dayText } from '@/lib/platform/columns'
import { visibleProjects } from '@/lib/projects/permissions'

/** Every target in force of a project, national ones first, with its evidence. */
export function listTargetEvidence(viewer: Viewer, projectId: string): Promise<TargetEvidence[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.indicatorTarget.findMany({
      where: { supersededOn: null, supersededAt: null, indicator: { projectId, project: visibleProjects(viewer) } },
      orderBy: [{ indicator: { sort: 'asc' } }, { sort: 'asc' }],
      select: {
        id: true,
        ...targetFields,
        reachedOn: true,
        _count: { select: { evidence: true } },
        indicator: {
          select: {
            sourceId: true,
            versions: { where: { supersededOn: null }, select: { name: true, scope: true } },
            workPackage: { select: { titleReview: true, titlePlan: true, sourceId: true } },
          },
        },
      },
    })
    const listed = rows.map(({ id, reachedOn, _count, indicator, ...row }): TargetEvidence => {
      const { sourceId, versions, workPackage } = indicator
      return {
        subject: { kind: 'target', id },
        indicator: versions[0]?.name ?? sourceId,
        target: toTargetFigure(row),
        unit: workPackage && (workPackage.titleReview ?? workPackage.titlePlan ?? workPackage.sourceId),
        isNational: versions[0]?.scope === 'national',
        pieces: _count.evidence,
        reachedOn: dayText(reachedOn),
      }
    })
    return [...listed.filter(({ isNational }) => isNational), ...listed.filter(({ isNational }) => !isNational)]
  })
}

/** Every piece of evidence kept of things of the project, the newest first. Those of status reports stand at the reports. */
export function listProjectEvidence(viewer: Viewer, projectId: string): Promise<ListedEvidence[]> {
  return asViewer(viewer, async (tx) => {
    const project = { AND: [{ id: projectId }, visibleProjects(viewer)] }
    const indicator = {
      select: { sourceId: true, versions: { where: { supersededOn: null }, select: { name: true } } },
    }
    const rows = await tx.evidence.findMany({
      where: {
        OR: [
          { target: { indicator: { project } } },
          { measurement: { indicator: { project } } },
          { action: { workPackage: { project } } },
          { purchase: { project } },
          { decision: { AND: [{ project }, visibleDecisions(viewer)] } },
          { toimintamalli: { project } },
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 500,
      select: {
        id: true,
        label: true,
        createdAt: true,
        fileId: true,
        target: { select: { id: true, indicator } },
        measurement: { select: { id: true, indicator } },
        action: { select: { id: true, title: true } },
        purchase: { select: { id: true, title: true } },
        decision: { select: { id: true, text: true } },
        toimintamalli: { select: { id: true, name: true } },
      },
    })
    return rows.flatMap((row): ListedEvidence[] => {
      const shown = shownBy(row)
      if (!shown) return []
      const { id, label, createdAt, fileId } = row
      return [{ id, label, ...shown, hasFile: fileId !== null, addedAt: createdAt.toISOString() }]
    })
  })
}

type OfIndicator = { id: string; indicator: { sourceId: string; versions: { name: string }[] } }
type Shown = {
  target: OfIndicator | null
  measurement: OfIndicator | null
  action: { id: string; title: string } | null
  purchase: { id: string; title: string } | null
  decision: { id: string; text: string } | null
  toimintamalli: { id: string; name: string } | null
}

function shownBy(row: Shown): Pick<ListedEvidence, 'subject' | 'shows'> | null {
  const nameOf = ({ indicator }: OfIndicator) => indicator.versions[0]?.name ?? indicator.sourceId
  if (row.target) return { subject: { kind: 'target', id: row.target.id }, shows: nameOf(row.target) }
  if (row.measurement)
    return { subject: { kind: 'measurement', id: row.measurement.id }, shows: nameOf(row.measurement) }
  if (row.action) return { subject: { kind: 'action', id: row.action.id }, shows: row.action.title }
  if (row.purchase) return { subject: { kind: 'purchase', id: row.purchase.id }, shows: row.purchase.title }
  if (row.decision) return { subject: { kind: 'decision', id: row.decision.id }, shows: row.decision.text }
  return row.toimintamalli
    ? { subject: { kind: 'toimintamalli', id: row.toimintamalli.id }, shows: row.toimintamalli.name }
    : null
}
