import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import { type Binding, type ReferenceTarget, subjectId } from '@/lib/final-report/blocks/model'
import type { DocumentKind } from '@/lib/final-report/model'
import { findReport } from '@/lib/final-report/queries'
import { isCalculated } from '@/lib/indicators/formulas/model'

/** The ids of everything in this very project that the viewer sees and a block can be bound to. */
export async function knownSubjects(viewer: Viewer, projectId: string): Promise<Set<string>> {
  const data = await loadBoundData(viewer, projectId)
  return new Set([
    ...data.investments.map((row) => row.id),
    ...data.workPackages.map((row) => row.id),
    ...data.toimintamallit.map((row) => row.id),
    ...data.decisions.map((row) => row.id),
    ...data.indicators.flatMap((row) => [
      row.id,
      // What is counted is known by its indicator: it has no row.
      ...row.measurements.flatMap((one) => (isCalculated(one) ? [] : [one.id])),
      ...row.targets.map(({ id }) => id),
    ]),
  ])
}

/** Whether everything bound is among them. */
export async function knowsSubjects(
  viewer: Viewer,
  projectId: string,
  bindings: readonly Omit<Binding, 'sort'>[],
): Promise<boolean> {
  if (bindings.length === 0) return true
  const known = await knownSubjects(viewer, projectId)
  return bindings.every((binding) => known.has(subjectId(binding)))
}

/** Whether budget tables are ones of this very project. */
export function knowsBudgets(viewer: Viewer, projectId: string, budgetIds: readonly string[]): Promise<boolean> {
  return asViewer(viewer, async (tx) => {
    const ids = [...new Set(budgetIds)]
    return ids.length === 0 || (await tx.budgetTable.count({ where: { id: { in: ids }, projectId } })) === ids.length
  })
}

/** Whether everything referred to is in the document of this very project. */
export async function knowsTargets(
  viewer: Viewer,
  { projectId, kind }: { projectId: string; kind: DocumentKind },
  targets: readonly ReferenceTarget[],
): Promise<boolean> {
  if (targets.length === 0) return true
  const report = await findReport(viewer, projectId, kind)
  const known = {
    attachment: new Set(report?.attachments.map(({ id }) => id)),
    section: new Set(report?.sections.map(({ id }) => id)),
    block: new Set(report?.sections.flatMap((section) => section.blocks.map(({ id }) => id))),
  }
  return targets.every(({ to, id }) => known[to].has(id))
}

/**
 * Whether pictures are ones that this report may show: they stand in it, or the viewer brought them. Anything else of the
 * county's files might be somebody's to read only.
 */
export function knowsPictures(viewer: Viewer, reportId: string, fileIds: readonly string[]): Promise<boolean> {
  return asViewer(viewer, async (tx) => {
    const ids = [...new Set(fileIds)]
    const known = await tx.storedFile.count({
      where: {
        id: { in: ids },
        mediaType: { startsWith: 'image/' },
        OR: [{ uploadedById: viewer.userId ?? undefined }, { reportImages: { some: { section: { reportId } } } }],
      },
    })
    return known === ids.length
  })
}

/** Whether texts were picked from approved reports of this very project. */
export function knowsOrigins(viewer: Viewer, projectId: string, reportIds: readonly string[]): Promise<boolean> {
  return asViewer(viewer, async (tx) => {
    const ids = [...new Set(reportIds)]
    const known = await tx.statusReport.count({
      where: { id: { in: ids }, unit: { projectId }, state: { in: ['approved', 'published'] } },
    })
    return known === ids.length
  })
}
