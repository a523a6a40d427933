import { FindingLines } from '@/components/final-report/check/finding-lines'
import { sectionAddress } from '@/lib/final-report/addresses'
import type { ListedFinding } from '@/lib/final-report/check/acceptances/model'
import { severityLabels } from '@/lib/final-report/check/labels'
import type { CheckedReport } from '@/lib/final-report/check/model'
import { type ToldPlace, toldFinding } from '@/lib/final-report/check/told/model'
import type { DocumentPlace } from '@/lib/final-report/model'
import { anchorOf } from '@/lib/final-report/references/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; document: DocumentPlace; report: CheckedReport; finding: ListedFinding }

/** One finding: what does not agree, where, and what was said of it. */
export function FindingView({ t, document, report, finding }: Props) {
  const { place, other, message } = toldFinding(finding, report, t, finding.acceptance)
  const { acceptance } = finding
  return (
    <>
      <FindingLines
        severity={finding.severity}
        word={t(severityLabels[finding.severity])}
        title={t(`reportCheck.rule.${finding.rule}.title`)}
        message={message}
      />
      {place.block !== null && place.text !== '' && (
        <blockquote className="max-w-text border-l-4 border-line pl-3 text-small text-muted">{place.text}</blockquote>
      )}
      <p className="text-small">
        <PlaceLink t={t} document={document} place={place} />
        {other && other.block !== place.block && (
          <>
            {' · '}
            <PlaceLink t={t} document={document} place={other} />
          </>
        )}
      </p>
      {acceptance && (
        <p className="max-w-text text-small">
          {t('reportCheck.acceptedBy', {
            by: acceptance.by ?? t('reportCheck.somebody'),
            date: formatDate(acceptance.at, t.locale),
            reason: acceptance.reason,
          })}
        </p>
      )}
    </>
  )
}

/** Leads to the very block. */
function PlaceLink({ t, document, place }: { t: Words; document: DocumentPlace; place: ToldPlace }) {
  const anchor = place.block === null ? '' : `#${anchorOf('block', place.block)}`
  return (
    <a href={`${sectionAddress(document, place.section)}${anchor}`}>
      {t('reportCheck.goTo', { place: [place.number, place.title].filter(Boolean).join(' ') })}
    </a>
  )
}
