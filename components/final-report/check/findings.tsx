import { FindingFilters } from '@/components/final-report/check/finding-filters'
import { FindingView } from '@/components/final-report/check/finding-view'
import { EmptyState } from '@/components/ui/empty-state'
import { KeyFigures } from '@/components/ui/key-figures'
import { findingAddress } from '@/lib/final-report/addresses'
import { type CheckResult, openErrors } from '@/lib/final-report/check/acceptances/model'
import { type FindingFilter, filterFindings } from '@/lib/final-report/check/filters/model'
import { severityCountLabels } from '@/lib/final-report/check/labels'
import { severities } from '@/lib/final-report/check/model'
import type { DocumentPlace } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; place: DocumentPlace; result: CheckResult; filter: FindingFilter; writes: boolean }

/** Everything the check found, in the order of the report, with what was left as it is. */
export function Findings({ t, place, result, filter, writes }: Props) {
  const { findings, report } = result
  const shown = filterFindings(findings, filter)
  const open = findings.filter((finding) => finding.acceptance === null)
  return (
    <>
      <KeyFigures
        figures={severities.map((severity) => ({
          label: t(severityCountLabels[severity]),
          value: formatNumber(open.filter((finding) => finding.severity === severity).length, t.locale),
          note: severity === 'error' && openErrors(findings).length > 0 ? t('reportCheck.blocks') : undefined,
        }))}
      />
      <FindingFilters t={t} place={place} findings={findings} filter={filter} />
      {shown.length === 0 ? (
        <EmptyState title={t(findings.length === 0 ? 'reportCheck.clean' : 'reportCheck.noneShown')} />
      ) : (
        <ol className="grid gap-5" aria-label={t('reportCheck.list', { count: shown.length })}>
          {shown.map((finding) => (
            <li key={finding.id} id={finding.id} className="grid gap-1 border-t border-line pt-4">
              <FindingView t={t} document={place} report={report} finding={finding} />
              {writes && (
                <p className="no-print text-small">
                  <a href={findingAddress(place, finding.id)}>
                    {t(finding.acceptance ? 'reportCheck.withdraw' : 'reportCheck.accept')}
                  </a>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
