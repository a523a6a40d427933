import type { CheckedReport, Finding, Severity } from '@/lib/final-report/check/model'
import { findingKey } from '@/lib/final-report/check/rules/model'
import type { Acceptance } from '@/lib/final-report/check/told/model'

/** A finding that somebody has looked at and left as it is. `at` as ISO. */
export type StoredAcceptance = Acceptance & { id: string; findingKey: string }

export type JudgedFinding = Finding & { key: string; acceptance: StoredAcceptance | null }

/** Findings with what was said of each. An acceptance whose finding is gone, or has other values now, says nothing. */
export function judged(findings: readonly Finding[], acceptances: readonly StoredAcceptance[]): JudgedFinding[] {
  const known = new Map(acceptances.map((one) => [one.findingKey, one]))
  return findings.map((finding) => {
    const key = findingKey(finding)
    return { ...finding, key, acceptance: known.get(key) ?? null }
  })
}

/** Errors that nobody has accepted: with one of them the report is not locked. */
export function openErrors<F extends { severity: Severity; acceptance: Acceptance | null }>(
  findings: readonly F[],
): F[] {
  return findings.filter((finding) => finding.severity === 'error' && finding.acceptance === null)
}

/** `id`: a short name of the finding's key, for addresses and forms. */
export type ListedFinding = JudgedFinding & { id: string }

export type CheckResult = { report: CheckedReport; findings: ListedFinding[] }
