import { Chart } from '@/components/charts/chart'
import type { ResultsProps } from '@/components/results/results-page'
import { chartLinks, figureCell } from '@/components/steering/figure-link'
import { funnelChart } from '@/components/steering/toimintamallit'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import type { UseState } from '@/lib/toimintamallit/model'

/** What has been made, tried and kept. */
export function PublicModels({ t, results: { code, toimintamallit, funnel } }: ResultsProps) {
  const title = t('results.models.title')
  if (toimintamallit.length === 0) {
    return (
      <Section id="toimintamallit" title={title}>
        <p>{t('results.models.none')}</p>
      </Section>
    )
  }
  const answer = (state: UseState | null) =>
    state === null ? { text: t(unknownUseLabel), unknown: true } : { text: t(useStateLabels[state]) }
  return (
    <Section id="toimintamallit" title={title} intro={t('results.models.intro')}>
      <Chart id="funnel" model={funnelChart(t, funnel)} t={t} hrefOf={chartLinks(code)} />
      <DataTable
        caption={t('results.models.caption')}
        columns={['name', 'described', 'piloted', 'taken', 'stayed'].map((key) => ({
          key,
          header: t(`results.models.${key}`),
        }))}
        rows={toimintamallit.map((model) => ({
          key: model.id,
          cells: [
            { text: model.name, href: model.url ?? undefined },
            ...[model.described, model.piloted, model.taken, model.stayed].map((state) =>
              figureCell({ code }, 'toimintamalli', model.id, answer(state)),
            ),
          ],
        }))}
      />
    </Section>
  )
}
