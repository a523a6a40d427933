import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { loadBoundData } from '@/lib/final-report/bindings/queries'
import { composeReport } from '@/lib/final-report/composition/model'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { type ChangedValue, changedValues, type EditionBody } from '@/lib/final-report/editions/model'
import { readEdition } from '@/lib/final-report/editions/queries'
import { isFrozen } from '@/lib/final-report/life/model'
import type { DocumentKind, FinalReport } from '@/lib/final-report/model'
import { visibleTo } from '@/lib/final-report/permissions'
import { fileFields, sectionFields, toSection } from '@/lib/final-report/sections/queries'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { isLocale } from '@/lib/platform/locales'
import { bySort } from '@/lib/platform/order'
import { words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'

/** What is read of a report besides its sections. */
export const reportFields = {
  id: true,
  kind: true,
  title: true,
  language: true,
  state: true,
  version: true,
  templateVersion: {
    select: {
      version: true,
      template: { select: { key: true, name: true } },
      prompts: { orderBy: bySort, select: { kind: true, placeKey: true, textFi: true, textSv: true } },
    },
  },
  attachments: {
    orderBy: bySort,
    select: { id: true, label: true, title: true, note: true, sectionId: true, file: { select: fileFields } },
  },
} as const satisfies Prisma.FinalReportSelect

type Stored = Prisma.FinalReportGetPayload<{
  select: typeof reportFields & { sections: { select: typeof sectionFields } }
}>

/** A stored report as the house knows it. */
export function toReport({ templateVersion, sections, language, ...report }: Stored): FinalReport {
  return {
    ...report,
    language: isLocale(language) ? language : 'fi',
    template: { ...templateVersion.template, version: templateVersion.version },
    sections: sections.map((section) => toSection(section, language, templateVersion.prompts)),
  }
}

/** The project's document of a kind; null when it has none, or the viewer may not read it. */
export function findReport(
  viewer: Viewer,
  projectId: string,
  kind: DocumentKind = 'final_report',
): Promise<FinalReport | null> {
  return asViewer(viewer, async (tx) => {
    const row = await tx.finalReport.findFirst({
      where: { projectId, ...visibleTo(viewer, kind) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { ...reportFields, sections: { orderBy: bySort, select: sectionFields } },
    })
    return row && toReport(row)
  })
}

/**
 * `document` is what is read: of a locked report its newest edition, as it was locked. `changed` tells what the data would
 * give otherwise now.
 */
export type OpenReport = {
  report: FinalReport
  data: BoundData
  document: ReportDocument
  edition: EditionBody | null
  changed: ChangedValue[]
}

/** The report with the data it shows and the document they make, all as of the same moment. Null as in `findReport`. */
export function openReport(viewer: Viewer, project: ProjectHeader): Promise<OpenReport | null> {
  return asViewer(viewer, async () => {
    const report = await findReport(viewer, project.id)
    if (!report) return null
    const data = await loadBoundData(viewer, project.id)
    const live = composeReport(report, project, data, now(), words(report.language), env().appUrl)
    const edition = isFrozen[report.state] ? await readEdition(viewer, project.id) : null
    if (!edition) return { report, data, document: live, edition: null, changed: [] }
    return { report, data, document: edition.document, edition, changed: changedValues(edition.document, live) }
  })
}
