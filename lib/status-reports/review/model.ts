import { isLight, type Light } from '@/lib/status-reports/model'

/** What a reviewer should notice before approving; none of these stops an approval. */
export const reviewFindings = ['light_missing', 'reason_missing', 'unchanged', 'no_values', 'plan_change'] as const
export type ReviewFinding = (typeof reviewFindings)[number]

type ToJudge = {
  /** Field path → text, as sent and in the previous report */
  now: Readonly<Record<string, string>>
  before: Readonly<Record<string, string>>
  /** Indicators that the unit itself reports */
  indicators: number
  /** A light is missing only where the project uses them */
  usesLights: boolean
}

/** What stands out in a report that waits for approval, in a fixed order. */
export function findingsOf({ now, before, indicators, usesLights }: ToJudge): ReviewFinding[] {
  const said = (path: string) => (now[path] ?? '').trim()
  const light = isLight(said('overall/light')) ? said('overall/light') : null
  const values = Object.keys(now).filter((path) => /^indicators\/.+\/value$/.test(path) && said(path) !== '')
  const found: Record<ReviewFinding, boolean> = {
    light_missing: usesLights && light === null,
    reason_missing: light !== null && light !== 'green' && said('overall/reason') === '',
    unchanged: Object.keys(before).length > 0 && changesFrom(now, before).length === 0,
    no_values: indicators > 0 && values.length === 0,
    // Approving makes a plan change of it.
    plan_change: said('deviations/planChange') !== '',
  }
  return reviewFindings.filter((finding) => found[finding])
}

export type Change = { path: string; kind: 'changed' | 'added' | 'removed' }

/**
 * Fields whose text is not what it was in the previous report; empty and missing are the same. Values are not carried over:
 * an indicator that was not measured this time is no change.
 */
export function changesFrom(now: Readonly<Record<string, string>>, before: Readonly<Record<string, string>>): Change[] {
  const paths = [...new Set([...Object.keys(now), ...Object.keys(before)])].sort()
  return paths.flatMap((path): Change[] => {
    const [text, earlier] = [(now[path] ?? '').trim(), (before[path] ?? '').trim()]
    if (text === earlier || (text === '' && path.startsWith('indicators/'))) return []
    return [{ path, kind: earlier === '' ? 'added' : text === '' ? 'removed' : 'changed' }]
  })
}

/** A waiting report in short, as the reviewer's lists show it. */
export type WaitingBrief = {
  reportId: string
  version: number
  light: Light | null
  reason: string
  findings: ReviewFinding[]
  openThreads: number
  /** When it was sent, by whom, and whether it had been returned before */
  sent: { at: string; by: string | null; again: boolean } | null
}

/** One report as the reviewer saw it when choosing it. */
export type ChosenReport = { reportId: string; version: number }

/** What became of each chosen report: approved, or why not. */
export type ApprovedMany = { approved: string[]; left: { reportId: string; reason: 'STALE' | 'WRONG_STATE' }[] }
