import { Chart } from '@/components/charts/chart'
import type { ResultsProps } from '@/components/results/results-page'
import { chartLinks, FigureLink, figureCell } from '@/components/steering/figure-link'
import { FulfilmentMark } from '@/components/steering/marks'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { measuredText, percentText, targetText } from '@/lib/steering/figure-texts/model'
import { indicatorChart } from '@/lib/steering/indicator-charts/model'
import { fulfilmentLabels } from '@/lib/steering/labels'
import type { PublicIndicator } from '@/lib/steering/results/model'
import { formatNumber } from '@/lib/values/format'

/** Where the project stands against its targets: the national ones with their charts, its own in a table. */
export function PublicIndicators({ t, results }: ResultsProps) {
  const { code, national, local, fulfilment } = results
  const title = t('results.targets.title')
  if (national.length + local.length === 0) {
    return (
      <Section id="targets" title={title}>
        <p>{t('results.targets.none')}</p>
      </Section>
    )
  }
  const counted = `${formatNumber(fulfilment.reached, t.locale)}/${formatNumber(fulfilment.all, t.locale)}`
  return (
    <Section id="targets" title={title}>
      {national.length > 0 && (
        <p className="board-lead">
          {t('results.targets.fulfilled')}{' '}
          <FigureLink code={code} kind="computed" id="fulfilled">
            {counted}
          </FigureLink>{' '}
          ({percentText(t, fulfilment.percent)}).
        </p>
      )}
      <div className="board-cards">
        {national.map((row) => (
          <Indicator key={row.indicator.id} t={t} code={code} row={row} />
        ))}
      </div>
      {local.length > 0 && (
        <Disclosure summary={t('results.targets.local', { count: local.length })}>
          <LocalTable t={t} code={code} rows={local} />
        </Disclosure>
      )}
    </Section>
  )
}

type RowProps = { t: Words; code: string; row: PublicIndicator }

function Indicator({ t, code, row }: RowProps) {
  const { indicator, place, newest, targets, fulfilment, isCorrected } = row
  const chart = indicatorChart(t, indicator)
  return (
    <article className="board-card" id={`indicator-${indicator.id}`}>
      {place && <p className="board-quiet">{place}</p>}
      <h3>{indicator.name}</h3>
      <FulfilmentMark t={t} fulfilment={fulfilment} />
      <DefinitionList
        items={[
          {
            term: t('results.targets.actual'),
            value:
              newest.length === 0
                ? t('results.targets.notMeasured')
                : newest.map((one) => (
                    <p key={one.id}>
                      <FigureLink code={code} kind="measurement" id={one.id}>
                        {measuredText(t, one)}
                      </FigureLink>{' '}
                      {one.value.scope}
                    </p>
                  )),
          },
          {
            term: t('results.targets.target'),
            value:
              targets.length === 0
                ? t('results.targets.noTarget')
                : targets.map((one) => (
                    <p key={one.id}>
                      <FigureLink code={code} kind="target" id={one.id}>
                        {targetText(t, one)}
                      </FigureLink>
                    </p>
                  )),
          },
        ]}
      />
      {isCorrected && <p className="board-quiet">{t('results.targets.corrected')}</p>}
      {chart && <Chart id={`chart-${indicator.id}`} model={chart} t={t} width={400} hrefOf={chartLinks(code)} />}
      {indicator.definition && <p className="board-quiet">{indicator.definition}</p>}
    </article>
  )
}

function LocalTable({ t, code, rows }: { t: Words; code: string; rows: readonly PublicIndicator[] }) {
  const column = (key: string) => ({ key, header: t(`results.targets.${key}`) })
  return (
    <DataTable
      caption={t('results.targets.local', { count: rows.length })}
      hideCaption
      columns={['indicator', 'actual', 'target', 'judgement'].map(column)}
      rows={rows.map(({ indicator, newest: [newest], targets: [target], fulfilment }) => ({
        key: indicator.id,
        cells: [
          indicator.name,
          newest
            ? figureCell({ code }, 'measurement', newest.id, measuredText(t, newest))
            : { text: t('results.targets.notMeasured'), unknown: true },
          target
            ? figureCell({ code }, 'target', target.id, targetText(t, target))
            : { text: t('results.targets.noTarget'), unknown: true },
          t(fulfilmentLabels[fulfilment]),
        ],
      }))}
    />
  )
}
