import 'server-only'
import { createHash } from 'node:crypto'
import { rightTo, type Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { ReportDocument } from '@/lib/final-report/document/model'
import type { ExportedReport, Renderer, WordRenderer } from '@/lib/final-report/export/commands'
import { fileName } from '@/lib/final-report/export/model'
import { readPictures, withLooks } from '@/lib/final-report/export/queries'
import type { Wanted } from '@/lib/final-report/plan-document/model'
import { comparePlans, composeNow, findPlanDocument, readPlanEdition } from '@/lib/final-report/plan-document/queries'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'
import { fail, ok, type Result } from '@/lib/values/result'

type Exported = Promise<Result<ExportedReport, 'NOT_FOUND' | 'NOT_ALLOWED'>>

/** The plan as a PDF (PDF/UA-1). Reasons: NOT_FOUND, NOT_ALLOWED. @throws when the renderer fails */
export function exportPlanPdf(viewer: Viewer, projectKey: string, render: Renderer, wanted: Wanted): Exported {
  return exportAs(viewer, projectKey, wanted, 'ua-1', async (document, at, pictures) => {
    const { pdf, ...told } = await render(document, at, { standard: 'ua-1', pictures })
    return { bytes: pdf, ...told }
  })
}

/** The plan as a Word document, for commenting. Reasons and failures as of `exportPlanPdf`. */
export function exportPlanWord(viewer: Viewer, projectKey: string, render: WordRenderer, wanted: Wanted): Exported {
  return exportAs(viewer, projectKey, wanted, 'docx', async (document, at, pictures) => {
    const { docx, ...told } = await render(document, at, { pictures })
    return { bytes: docx, ...told }
  })
}

type Drawn = { bytes: Uint8Array; pages: number; replaced: string[] }
type Draw = (document: ReportDocument, at: Date, pictures: Awaited<ReturnType<typeof readPictures>>) => Promise<Drawn>

async function exportAs(
  viewer: Viewer,
  projectKey: string,
  wanted: Wanted,
  kind: 'ua-1' | 'docx',
  draw: Draw,
): Exported {
  const project = await findProject(viewer, projectKey)
  const right = project && rightTo(viewer, 'project.read', project.id)
  const plan = project && right ? await findPlanDocument(viewer, project.id) : null
  if (!project || !right || !plan) return fail('NOT_FOUND')
  const found = await documentOf(viewer, project, plan, wanted)
  if (!found) return fail('NOT_FOUND')
  const { document, at } = found
  const { bytes, pages, replaced } = await draw(document, at, await readPictures(viewer, document))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = fileName(project, at, document.heading, kind)
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'plan.exported',
      right,
      subjectType: 'project_plan',
      subjectId: plan.report.id,
      organisationId: project.organisationId,
      data: { format: kind, name, sha256, bytes: bytes.length, pages, ...wanted },
    }),
  )
  return ok({ bytes, sha256, name, pages, replaced })
}

/** A version is dated by when it was made and is the same whenever it is asked for; everything else is as of now. */
async function documentOf(
  viewer: Viewer,
  project: ProjectHeader,
  plan: NonNullable<Awaited<ReturnType<typeof findPlanDocument>>>,
  { edition, compared }: Wanted,
): Promise<{ document: ReportDocument; at: Date } | null> {
  const looked = (document: ReportDocument) => withLooks(viewer, project.id, document)
  if (compared) {
    const document = await comparePlans(viewer, project, plan, compared)
    return document && { document: await looked(document), at: now() }
  }
  if (edition === null) return { document: await looked(await composeNow(viewer, project, plan)), at: now() }
  const stored = await readPlanEdition(viewer, project.id, edition)
  return stored && { document: stored.document, at: new Date(stored.frozenAt) }
}
