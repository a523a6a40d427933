import type { Person, ThreadRow } from '@/lib/comments/model'
import { type ReportSection, readPath, reportSections, sectionPaths } from '@/lib/status-reports/fields/model'

/** Comments of one report as its pages show them. */
export type ReportComments = {
  threads: ThreadRow[]
  /** Who can be named: those who may see the report, the viewer left out */
  people: Person[]
  may: { comment: boolean; show: boolean }
}

/** A thread that waits for the viewer. */
export type CommentForViewer = {
  threadId: string
  projectKey: string
  projectName: string
  periodKey: string
  unitId: string
  unitTitle: string
  section: ReportSection
  /** The comment that was written last */
  text: string
  by: string
  at: string
  /** The viewer is named in it */
  named: boolean
}

/** The section a commented place belongs to; null when it is no section and no field of a report. */
export function sectionOfPlace(path: string): ReportSection | null {
  return reportSections.find((section) => sectionPaths[section] === path) ?? readPath(path)?.section ?? null
}
