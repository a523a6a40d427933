import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { communicationsInOrder, toEntry } from '@/lib/communications/queries'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { loadShownData } from '@/lib/final-report/bindings/queries'
import type { ReportDocument } from '@/lib/final-report/document/model'
import type { EditionBody, EditionRow } from '@/lib/final-report/editions/model'
import { readBody } from '@/lib/final-report/editions/queries'
import { visibleTo } from '@/lib/final-report/permissions'
import type { PlanData } from '@/lib/final-report/plan-document/composition/given/model'
import { composePlan } from '@/lib/final-report/plan-document/composition/model'
import { markedDocument } from '@/lib/final-report/plan-document/differences/model'
import type { Compared, PlanDocument } from '@/lib/final-report/plan-document/model'
import { type OpenReport, reportFields, toReport } from '@/lib/final-report/queries'
import { sectionFields } from '@/lib/final-report/sections/queries'
import { planFields, planOf } from '@/lib/plan/overview/queries'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { bySort } from '@/lib/platform/order'
import { words } from '@/lib/platform/words'
import { projectDetails, toProjectDetails } from '@/lib/projects/details/queries'
import type { ProjectHeader } from '@/lib/projects/model'
import { visibleProjects } from '@/lib/projects/permissions'
import { detailFields, toDetails } from '@/lib/work-packages/queries'

/** Where clause: plans as documents, of projects that the viewer reads. Final reports are made of the same rows and are none. */
const plansOf = (viewer: Viewer) => visibleTo(viewer, 'project_plan')

/** The project's plan as a document with its versions; null when it has not been begun, or is not the viewer's to read. */
export function findPlanDocument(viewer: Viewer, projectId: string): Promise<PlanDocument | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.finalReport.findFirst({
      where: { projectId, ...plansOf(viewer) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: {
        ...reportFields,
        sections: { orderBy: bySort, select: sectionFields },
        editions: {
          orderBy: { number: 'desc' },
          select: {
            id: true,
            number: true,
            reason: true,
            frozenAt: true,
            sha256: true,
            frozenBy: { select: { name: true } },
          },
        },
      },
    })
    if (!row) return null
    const { editions, ...stored } = row
    // Names are for those who see who the project's people are: the steering group reads the plan without them.
    const named = can(viewer, 'people.read', projectId)
    const report = toReport(stored)
    const sections = report.sections.map((section) => ({ ...section, owner: null }))
    return {
      report: named ? report : { ...report, sections },
      editions: editions.map(
        ({ frozenAt, frozenBy, ...edition }): EditionRow => ({
          ...edition,
          frozenAt: frozenAt.toISOString(),
          frozenBy: (named && frozenBy?.name) || null,
        }),
      ),
    }
  })
}

/**
 * One version as it was stored; null when there is none of that number for the viewer.
 * @throws when what is stored is not what was stored then: nothing of it may be shown
 */
export function readPlanEdition(viewer: Viewer, projectId: string, number: number): Promise<EditionBody | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.finalReportEdition.findFirst({
      where: { number, report: { projectId, ...plansOf(viewer) } },
      select: { body: true, sha256: true },
    })
    return row && readBody(viewer, row)
  })
}

/** A plan with the data it shows, the document they make now, and its versions. */
export type OpenPlan = OpenReport & PlanDocument

/** The plan as a document with everything it shows, all as of one moment. Null as in `findPlanDocument`. */
export function openPlan(viewer: Viewer, project: ProjectHeader): Promise<OpenPlan | null> {
  return asViewer(viewer, async () => {
    const plan = await findPlanDocument(viewer, project.id)
    return plan && { ...plan, ...(await compose(viewer, project, plan)), edition: null, changed: [] }
  })
}

/** The plan as it is now: its texts with the data they stand beside, all as of one moment. */
export async function composeNow(viewer: Viewer, project: ProjectHeader, plan: PlanDocument): Promise<ReportDocument> {
  return (await compose(viewer, project, plan)).document
}

function compose(viewer: Viewer, project: ProjectHeader, { report }: PlanDocument) {
  return asViewer(viewer, async () => {
    // The plan shows what is recorded, not what has been published of it: no cards to lead to.
    const data: BoundData = { ...(await loadShownData(viewer, project.id)), published: new Set() }
    const plan = await readPlanData(viewer, project.id)
    const [at, t, origin] = [now(), words(report.language), env().appUrl]
    return { data, document: composePlan({ report, project, data, plan, at, t, origin }) }
  })
}

/**
 * Two versions as one document with its changes marked; null when one of them is not there.
 * @param now the plan as it is now, when it has been made already
 */
export async function comparePlans(
  viewer: Viewer,
  project: ProjectHeader,
  plan: PlanDocument,
  { from, to }: Compared,
  now: ReportDocument | null = null,
): Promise<ReportDocument | null> {
  const before = await readPlanEdition(viewer, project.id, from)
  const after =
    to === null ? (now ?? (await composeNow(viewer, project, plan))) : await readPlanEdition(viewer, project.id, to)
  if (!before || !after) return null
  const later = 'document' in after ? after.document : after
  return markedDocument(before.document, later, { from, to }, words(plan.report.language))
}

/** One wide read: the plan, what the project's own page tells, the packages as told, and the communication plan. */
const planData = {
  ...projectDetails,
  ...planFields,
  workPackages: { ...planFields.workPackages, select: { ...planFields.workPackages.select, ...detailFields } },
  communications: communicationsInOrder,
} as const satisfies Prisma.ProjectSelect

/** What the plan shows beside what final reports show. */
function readPlanData(viewer: Viewer, projectId: string): Promise<PlanData> {
  return asViewer(viewer, async (tx) => {
    const where = { AND: [{ id: projectId }, visibleProjects(viewer)] }
    const row = await tx.project.findFirst({ where, select: planData })
    if (!row) return { plan: null, details: null, packages: new Map(), communications: [] }
    return {
      plan: await planOf(viewer, row),
      details: toProjectDetails(row),
      packages: new Map(row.workPackages.map((one) => [one.id, toDetails(one)])),
      communications: row.communications.map(toEntry),
    }
  })
}
