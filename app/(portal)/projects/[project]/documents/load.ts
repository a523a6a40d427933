import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requestWords } from '@/app/locale'
import { sectionCheck } from '@/components/final-report/check/section-check'
import type { Viewer } from '@/lib/access/model'
import { checkReadReport } from '@/lib/final-report/check/acceptances/queries'
import { checkedReport } from '@/lib/final-report/check/stored/model'
import { openThreadsBySection } from '@/lib/final-report/comments/queries'
import { flatSections } from '@/lib/final-report/document/model'
import { type DocumentKind, type DocumentPlace, flatNodes, sectionTree } from '@/lib/final-report/model'
import { canInDocument } from '@/lib/final-report/permissions'
import { listOrigins } from '@/lib/final-report/picking/queries'
import { openPlan } from '@/lib/final-report/plan-document/queries'
import { listWriters } from '@/lib/final-report/presence/queries'
import { openReport } from '@/lib/final-report/queries'
import { anchorOf } from '@/lib/final-report/references/model'
import { words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { projectHere } from '../here'

const open = {
  final_report: cache((viewer: Viewer, project: ProjectHeader) => openReport(viewer, project)),
  project_plan: cache((viewer: Viewer, project: ProjectHeader) => openPlan(viewer, project)),
}

/** The project and what the viewer may do in its document of a kind; "not found" for those who may not read it. */
export async function documentHere(kind: DocumentKind, key: string) {
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  const may = (right: Parameters<typeof canInDocument>[1]) => canInDocument(viewer, right, project.id, kind)
  if (!may('read')) notFound()
  const place: DocumentPlace = { key: project.key, kind }
  return { viewer, project, place, t, may }
}

/** The project's final report for its pages. Null when it has not been begun. */
export async function loadReport(key: string) {
  const here = await documentHere('final_report', key)
  return { ...here, open: await open.final_report(here.viewer, here.project) }
}

/** The plan as a document for its pages, with its versions. Null when it has not been begun. */
export async function loadPlan(key: string) {
  const here = await documentHere('project_plan', key)
  return { ...here, open: await open.project_plan(here.viewer, here.project) }
}

export type SectionParams = Promise<{ project: string; section: string }>

/** One section of the document with its place in the tree, and as it is read. */
export async function loadSection(kind: DocumentKind, params: SectionParams) {
  const { project: key, section: id } = await params
  const here = await documentHere(kind, key)
  const opened = await open[kind](here.viewer, here.project)
  const node = opened && flatNodes(sectionTree(opened.report.sections)).find((one) => one.id === id)
  if (!opened || !node) notFound()
  const shown = flatSections(opened.document.sections).find((one) => one.id === anchorOf('section', node.id))
  return { ...here, ...opened, node, shown }
}

export type LoadedSection = Awaited<ReturnType<typeof loadSection>>

/**
 * What the check of the document as it is now says of a section; null when it is locked and shows what it was, and for who does
 * not take part in making it.
 */
export async function checkOf({ viewer, project, place, may, t, report, data, node, edition }: LoadedSection) {
  if (edition || !may('discuss')) return null
  const of = { projectId: project.id, kind: place.kind }
  const checked = await checkReadReport(viewer, of, checkedReport(report, data, words(report.language)))
  return sectionCheck(t, checked, { document: place, sectionId: node.id })
}

/** What the tree of sections tells besides the document itself. */
export async function workspaceNotes(viewer: Viewer, reportId: string) {
  const [comments, writers] = await Promise.all([openThreadsBySection(viewer, reportId), listWriters(viewer, reportId)])
  return { comments, writers }
}

/** The quarterly reports that texts of a section were picked from. */
export async function originsOf({ viewer, node }: Pick<LoadedSection, 'viewer' | 'node'>) {
  return listOrigins(
    viewer,
    node.blocks.flatMap((block) => block.from?.reportId ?? []),
  )
}
