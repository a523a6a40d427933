import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { Figure } from '@/components/ui/figure'
import { chartSources, sourcedTexts } from '@/lib/charts/chart-sources'
import { chartTable } from '@/lib/charts/chart-table'
import { describeChart } from '@/lib/charts/describe'
import { linkTexts, type TextLink } from '@/lib/charts/link-texts'
import type { ChartModel, ChartSource, RiskMatrix } from '@/lib/charts/model'
import { screenPalette } from '@/lib/charts/palette'
import { unscored } from '@/lib/charts/risk-matrix'
import { chartSvg } from '@/lib/charts/svg'
import type { Words } from '@/lib/platform/words'

type Props = {
  /** Unique on the page; also the link target of the figure. */
  id: string
  model: ChartModel
  t: Words
  /** Under the caption: source, what is counted. */
  note?: string
  /** 480 suits half a page and a phone; up to 880 for a chart that has the page to itself. */
  width?: number
  /** Where a number leads to, in the table and in the summary */
  hrefOf?: (source: ChartSource) => string
  /** The table is shown at once instead of behind a summary. */
  openTable?: boolean
}

/** A chart drawn on the server with its text summary and its table. Needs no script. */
export function Chart({ id, model, t, note, width = 480, hrefOf, openTable }: Props) {
  const description = describeChart(model, t)
  const svg = chartSvg(model, { palette: screenPalette, locale: t.locale, width, prefix: id, description: '' })
  const { columns, rows } = chartTable(model, t)
  const sources = hrefOf ? chartSources(model) : []
  const linked = rows.map((row, at) => ({
    key: row.key,
    cells: row.cells.map((text, index) => {
      const source = sources[at]?.[index]
      return source && hrefOf ? { text, href: hrefOf(source) } : text
    }),
  }))
  return (
    <Figure id={id} caption={model.title} note={note}>
      <Drawing svg={svg} wide={width > 560} label={model.title} />
      <p className="chart-summary">
        <Linked text={description} links={hrefOf ? sourcedTexts(model, t, hrefOf) : []} />{' '}
        {model.kind === 'risks' && notScored(model, t)}
      </p>
      <Disclosure summary={t('charts.showTable')} open={openTable}>
        <DataTable caption={model.title} hideCaption columns={columns} rows={linked} />
      </Disclosure>
    </Figure>
  )
}

/** A text whose known numbers lead on. */
function Linked({ text, links }: { text: string; links: readonly TextLink[] }) {
  return linkTexts(text, links).map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that is never reordered in place
      <a key={index} href={part.href}>
        {part.text}
      </a>
    ),
  )
}

/** A wide drawing scrolls on a narrow screen, so the keyboard must be able to reach it. */
export function Drawing({ svg, wide, label }: { svg: string; wide: boolean; label: string }) {
  const reach = wide ? { 'data-wide': '', role: 'group', 'aria-label': label, tabIndex: 0 } : {}
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own SVG builder escapes every text it is given; tested
  return <div className="chart" {...reach} dangerouslySetInnerHTML={{ __html: svg }} />
}

function notScored(model: RiskMatrix, t: Words): string {
  const names = unscored(model).map((risk) => risk.name)
  return names.length > 0 ? t('charts.unscoredRisks', { risks: names.join(', ') }) : ''
}
