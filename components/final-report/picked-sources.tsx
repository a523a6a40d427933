import { periodName } from '@/components/rounds/period-name'
import type { Origin } from '@/lib/final-report/picking/model'
import type { Words } from '@/lib/platform/words'
import { reportAddress } from '@/lib/status-reports/addresses'

/** The quarterly reports that texts of a section were picked from; nothing when none were. */
export function PickedSources({ origins, t }: { origins: readonly Origin[]; t: Words }) {
  if (origins.length === 0) return null
  return (
    <div className="mt-6 text-small">
      <p className="font-semibold">{t('reportEditor.picked.title')}</p>
      <ul>
        {origins.map(({ reportId, projectKey, periodKey, unitId, unitTitle }) => (
          <li key={reportId}>
            <a href={reportAddress(projectKey, periodKey, unitId)}>{`${periodName(periodKey)}, ${unitTitle}`}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
