import type { OwnDay } from '@/lib/status-reports/closing/model'
import type { ReportState } from '@/lib/status-reports/model'

/** One report that somebody must do something about. */
export type WorkItem = {
  reportId: string
  projectKey: string
  projectName: string
  periodKey: string
  unitId: string
  code: string | null
  title: string
  state: ReportState
  dueOn: string | null
  late: boolean
  /** The calendar has closed it */
  closed: boolean
  /** A last day of the unit's own; null when the period's holds */
  exception: OwnDay | null
  /** It came back for corrections and has been sent again */
  resubmitted: boolean
  /** Why it was opened again after its approval; null when it was not, or has been approved since */
  reopened: string | null
  /** Fields carried over that nobody has confirmed yet */
  unconfirmed: number
  /** The latest step other than saving: when, by whom and why */
  latest: { at: string; by: string | null; reason: string | null } | null
}

export type MyWork = {
  /** To be written by the viewer */
  due: WorkItem[]
  /** Sent back to the viewer */
  returned: WorkItem[]
  /** Sent by the viewer, waiting for others */
  sent: WorkItem[]
  /** Waiting for the viewer's approval */
  toReview: WorkItem[]
  /** The newest published period of each project */
  published: { projectKey: string; projectName: string; periodKey: string }[]
}

/** Nearest last day first; those without one last, in the order given. */
export function byDueDay(items: readonly WorkItem[]): WorkItem[] {
  return items.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
}
