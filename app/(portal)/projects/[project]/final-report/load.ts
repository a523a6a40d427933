import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requestWords } from '@/app/locale'
import { sectionCheck } from '@/components/final-report/check/section-check'
import type { Viewer } from '@/lib/access/model'
import { checkReadReport } from '@/lib/final-report/check/acceptances/queries'
import { checkedReport } from '@/lib/final-report/check/stored/model'
import { openThreadsBySection } from '@/lib/final-report/comments/queries'
import { flatNodes, type ReportSection, sectionTree } from '@/lib/final-report/model'
import { canReadReport } from '@/lib/final-report/permissions'
import { listOrigins } from '@/lib/final-report/picking/queries'
import { listWriters } from '@/lib/final-report/presence/queries'
import { openReport } from '@/lib/final-report/queries'
import { words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { projectHere } from '../here'

const open = cache((viewer: Viewer, project: ProjectHeader) => openReport(viewer, project))

/** The project's final report for its pages; "not found" for those who may not read it. Null when it has not been begun. */
export async function loadReport(key: string) {
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  if (!canReadReport(viewer, project.id)) notFound()
  return { viewer, project, t, open: await open(viewer, project) }
}

export type SectionParams = Promise<{ project: string; section: string }>

/** One section of the report with its place in the tree and the document it is part of. */
export async function loadSection(params: SectionParams) {
  const { project: key, section: id } = await params
  const { open: opened, ...rest } = await loadReport(key)
  const node = opened && flatNodes(sectionTree(opened.report.sections)).find((one) => one.id === id)
  if (!opened || !node) notFound()
  return { ...rest, ...opened, node }
}

type LoadedSection = Awaited<ReturnType<typeof loadSection>>

/** What the check of the report as it is now says of a section; null when the report is locked and shows what it was. */
export async function checkOf({ viewer, project, t, report, data, node, edition }: LoadedSection) {
  if (edition) return null
  const checked = await checkReadReport(viewer, project.id, checkedReport(report, data, words(report.language)))
  return sectionCheck(t, checked, { projectKey: project.key, sectionId: node.id })
}

/** What the tree of sections tells besides the report itself. */
export async function workspaceNotes(viewer: Viewer, reportId: string) {
  const [comments, writers] = await Promise.all([openThreadsBySection(viewer, reportId), listWriters(viewer, reportId)])
  return { comments, writers }
}

/** The quarterly reports that texts of a section were picked from. */
export async function originsOf(viewer: Viewer, { blocks }: Pick<ReportSection, 'blocks'>) {
  return listOrigins(
    viewer,
    blocks.flatMap((block) => block.from?.reportId ?? []),
  )
}
