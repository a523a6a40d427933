import { Drawing } from '@/components/charts/chart'
import { ganttSummary, ganttTable, rowWords } from '@/components/plan/gantt-texts'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { Figure } from '@/components/ui/figure'
import { drawGantt } from '@/lib/charts/gantt'
import { screenPalette } from '@/lib/charts/palette'
import { svgOf } from '@/lib/charts/svg'
import { type GanttRow, ganttOf } from '@/lib/plan/gantt/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; id: string; title: string; rows: readonly GanttRow[]; today: string }

const width = 860

/** When what is done: a drawing, the same in words and as a table. Without a single date there is nothing to draw. */
export function GanttFigure({ t, id, title, rows, today }: Props) {
  const gantt = ganttOf(rows)
  const { columns, rows: cells } = ganttTable(t, rows)
  const table = <DataTable caption={title} hideCaption columns={columns} rows={cells} />
  if (!gantt)
    return (
      <>
        <p className="section-intro">{t('plan.gantt.noDates')}</p>
        {table}
      </>
    )
  const options = { palette: screenPalette, locale: t.locale, width, prefix: id, description: '' }
  const chart = {
    title,
    from: gantt.from,
    to: gantt.to,
    rows: gantt.rows.map((row) => ({ ...row, words: rowWords(t, row) })),
    today: { day: today, label: t('plan.gantt.today') },
  }
  return (
    <Figure id={id} caption={title} note={t('plan.gantt.legend')}>
      <Drawing svg={svgOf(drawGantt(chart, options), title, options)} wide label={title} />
      <p className="chart-summary">{ganttSummary(t, rows)}</p>
      <Disclosure summary={t('plan.gantt.table')}>{table}</Disclosure>
    </Figure>
  )
}
