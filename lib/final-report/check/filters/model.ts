import { type Finding, type Severity, severities } from '@/lib/final-report/check/model'

/** Which findings are shown; null is all of them. Accepted ones are left out unless asked for. */
export type FindingFilter = { severity: Severity | null; rule: string | null; accepted: boolean }

type Given = Readonly<Record<string, string | string[] | undefined>>

/** Reads the filter from an address; what is not understood is left out. */
export function readFindingFilter(given: Given): FindingFilter {
  const rule = typeof given.rule === 'string' && /^[a-z-]{1,40}$/.test(given.rule) ? given.rule : null
  return {
    severity: severities.find((one) => one === given.severity) ?? null,
    rule,
    accepted: given.accepted === 'yes',
  }
}

/** The same as an address has it: "?severity=error"; empty when nothing is narrowed. */
export function findingQuery({ severity, rule, accepted }: FindingFilter): string {
  const parts = new URLSearchParams({
    ...(severity && { severity }),
    ...(rule && { rule }),
    ...(accepted && { accepted: 'yes' }),
  }).toString()
  return parts === '' ? '' : `?${parts}`
}

export function filterFindings<F extends Finding & { acceptance: unknown }>(
  findings: readonly F[],
  filter: FindingFilter,
): F[] {
  return findings.filter(
    (finding) =>
      (filter.severity === null || finding.severity === filter.severity) &&
      (filter.rule === null || finding.rule === filter.rule) &&
      (filter.accepted || finding.acceptance === null),
  )
}
