import { Chart } from '@/components/charts/chart'
import { DataTable } from '@/components/ui/data-table'
import type { Words } from '@/lib/platform/words'
import type { Areas, FollowedSeries } from '@/lib/statistics/model'
import { countyTable, seriesChart, variantsOf, variantText } from '@/lib/statistics/shown/model'

type Props = { t: Words; series: FollowedSeries; areas: Areas }

/** The county beside the whole country over time. */
export function SeriesChart({ t, series, areas }: Props) {
  const chart = seriesChart(t, series, areas)
  return chart && <Chart id={`chart-${series.id}`} model={chart} t={t} width={640} />
}

/** Every county's figures, one table for each kind of figure; the own county is marked. */
export function CountyTables({ t, series, areas }: Props) {
  return variantsOf(series).map(({ key, of }) => {
    const { times, rows } = countyTable(t, series, areas, key)
    const variant = variantText(t, of)
    return (
      <DataTable
        key={key}
        caption={variant ? t('statistics.countiesOf', { variant }) : t('statistics.counties')}
        columns={[
          { key: 'area', header: t('statistics.area') },
          ...times.map((time) => ({ key: time.key, header: time.text, numeric: true })),
        ]}
        rows={rows.map((row) => ({
          key: row.key,
          current: row.isOwn,
          cells: [{ text: row.title, note: row.isOwn ? t('statistics.ownMark') : undefined }, ...row.cells],
        }))}
      />
    )
  })
}
