import { ExplorerCharts } from '@/components/indicators/explorer/explorer-charts'
import { ExplorerForm } from '@/components/indicators/explorer/explorer-form'
import { ExplorerProblems } from '@/components/indicators/explorer/explorer-problems'
import { ExplorerValues } from '@/components/indicators/explorer/explorer-values'
import type { Explored } from '@/components/indicators/explorer/model'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'

/** What is chosen, drawn and told of it. */
export function ExplorerView(props: { t: Words; project: string; explored: Explored }) {
  const { t, explored } = props
  const { known, choice, chosen, charts, problems, unasked } = explored
  if (known.rows.length === 0) return <EmptyState title={t('indicators.none')}>{t('indicators.noneHelp')}</EmptyState>
  return (
    <>
      <ExplorerProblems t={t} problems={problems} />
      <ExplorerForm {...props} />
      {unasked && chosen.length > 0 && <p className="mt-8">{t('explorer.unasked')}</p>}
      {choice.shape !== 'table' && chosen.length > 0 && (
        <Section id="charts" title={t('explorer.charts', { count: charts.panels.length })}>
          <ExplorerCharts {...props} />
        </Section>
      )}
      {chosen.length > 0 && (
        <Section id="values" title={t('explorer.values')}>
          <ExplorerValues {...props} />
        </Section>
      )}
    </>
  )
}
