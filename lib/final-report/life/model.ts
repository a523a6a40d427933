import type { FinalReportReason, ReportEventType, ReportState } from '@/lib/final-report/model'

/**
 * What can happen to a report in each state, and what it becomes. Frozen and sent reports change by a correction only: that
 * opens the report anew and ends in an edition of its own.
 */
export const reportLife: Record<ReportState, Partial<Record<ReportEventType, ReportState>>> = {
  draft: { checked: 'checked' },
  checked: { returned: 'draft', approved: 'approved' },
  approved: { returned: 'draft', decided: 'decided' },
  decided: { returned: 'draft', frozen: 'frozen' },
  frozen: { sent: 'sent', correction_opened: 'draft' },
  sent: { correction_opened: 'draft' },
}

/** Events that say in words why. */
export const needsReason: readonly ReportEventType[] = ['returned', 'correction_opened']

/** Events after which others may rely on the report, or no longer: they ask for a sign-in of the last 15 minutes. */
export const gravest: readonly ReportEventType[] = ['approved', 'frozen', 'sent', 'correction_opened']

/** What stands in the way of a step. Each has one sentence in the catalogues. */
export const obstacles = ['OPEN_ERRORS', 'UNREADY_SECTIONS', 'NO_DNSH', 'NO_DECLARATION'] as const
export type Obstacle = (typeof obstacles)[number]

export type LifeReason = FinalReportReason | 'SIGN_IN_AGAIN' | 'WRONG_STATE' | Obstacle

/** What is known of the report when a step is asked for. */
export type Standing = {
  openErrors: number
  /** Sections with content that nobody has said to be ready */
  unready: number
  hasDnsh: boolean
  hasDeclaration: boolean
}

/**
 * What stands in the way of an event. A report is checked and locked only without open errors, and locked only with the
 * records that the programme asks for: DNSH, and the declaration that no cost is paid twice.
 */
export function obstaclesOf(event: ReportEventType, standing: Standing): Obstacle[] {
  const found: Obstacle[] = []
  if (event === 'checked' || event === 'frozen') {
    if (standing.openErrors > 0) found.push('OPEN_ERRORS')
  }
  if (event === 'checked' && standing.unready > 0) found.push('UNREADY_SECTIONS')
  if (event === 'frozen') {
    if (!standing.hasDnsh) found.push('NO_DNSH')
    if (!standing.hasDeclaration) found.push('NO_DECLARATION')
  }
  return found
}

/** One thing that happened; `at` as ISO, `decision` in words with its place and day. */
export type LifeEvent = {
  id: string
  type: ReportEventType
  by: string | null
  at: string
  reason: string | null
  decision: string | null
}

/** Whether what is shown is an edition's own and not the live data. */
export const isFrozen: Record<ReportState, boolean> = {
  draft: false,
  checked: false,
  approved: false,
  decided: false,
  frozen: true,
  sent: true,
}
