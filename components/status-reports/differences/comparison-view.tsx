import { periodName } from '@/components/rounds/period-name'
import { DifferenceChoice } from '@/components/status-reports/differences/difference-choice'
import { DifferenceSections } from '@/components/status-reports/differences/difference-sections'
import { DifferenceSummary } from '@/components/status-reports/differences/difference-summary'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { type ComparableReport, type Comparison, changesOnly } from '@/lib/status-reports/differences/model'
import type { DifferenceView } from '@/lib/status-reports/differences/schema'
import { stateLabels } from '@/lib/status-reports/labels'

type Props = {
  t: Words
  comparison: Comparison
  view: DifferenceView
  /** What is said when there is nothing to compare */
  empty: string
}

/** Two reports of one unit side by side in time: what to compare, what changed in short, and everything in full. */
export function ComparisonView({ t, comparison, view, empty }: Props) {
  const { compared, others, chosen, notFound } = comparison
  const label = ({ periodKey, state }: ComparableReport) =>
    t('differences.choose.option', { period: periodName(periodKey), state: t(stateLabels[state]) })
  return (
    <>
      {chosen !== null && (
        <DifferenceChoice
          t={t}
          periods={others.map((one) => ({ key: one.periodKey, label: label(one) }))}
          chosen={chosen}
          view={view}
        />
      )}
      {notFound !== null && (
        <Notice kind="warning" word={t('differences.notFound.title')}>
          <p>{t('differences.notFound.text', { period: periodName(notFound) })}</p>
        </Notice>
      )}
      {compared ? (
        <Compared t={t} compared={compared} view={view} />
      ) : (
        <EmptyState title={t('differences.nothingToCompare.title')}>{empty}</EmptyState>
      )}
    </>
  )
}

type ComparedProps = Pick<Props, 't' | 'view'> & { compared: NonNullable<Comparison['compared']> }

function Compared({ t, compared: { before, after, sections }, view }: ComparedProps) {
  return (
    <>
      <DifferenceSummary t={t} sections={sections} />
      <DifferenceSections
        t={t}
        sections={view.changedOnly ? changesOnly(sections) : sections}
        periods={{ before: periodName(before.periodKey), after: periodName(after.periodKey) }}
      />
    </>
  )
}
