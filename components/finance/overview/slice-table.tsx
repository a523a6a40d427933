import { amountCell, sumCell } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import type { Cell } from '@/components/ui/table-model'
import type { Slice } from '@/lib/finance/overview/model'
import type { Words } from '@/lib/platform/words'
import { formatChange } from '@/lib/values/format'

/** One line of the overview: what it is of, and its money. */
export type SliceLine = { key: string; name: Cell; slice: Slice }

type Props = {
  t: Words
  caption: string
  note?: string
  /** What the lines are of: investment, year … */
  of: string
  lines: readonly SliceLine[]
  total: Slice
  /** Purchases and reservations are told of investments, purchases of work packages too */
  columns: { purchases: boolean; reservations: boolean; effects: boolean }
}

/** Budget as decided, effects of plan changes, budget in force, actuals, forecast, purchases and reservations. */
export function SliceTable({ t, caption, note, of, lines, total, columns }: Props) {
  const cells = (slice: Slice): Cell[] => [
    budgetCell(t, slice),
    ...(columns.effects ? [effectsCell(t, slice), inForceCell(t, slice)] : []),
    sumCell(t, slice.actuals),
    sumCell(t, slice.forecasts),
    ...(columns.purchases ? [sumCell(t, slice.purchases)] : []),
    ...(columns.reservations ? [sumCell(t, slice.reservations)] : []),
  ]
  const header = (name: string) => ({ key: name, header: t(`finance.column.${name}`), numeric: true })
  return (
    <DataTable
      caption={caption}
      captionNote={note}
      columns={[
        { key: 'of', header: of },
        header('budget'),
        ...(columns.effects ? [header('effects'), header('inForce')] : []),
        header('actuals'),
        header('forecasts'),
        ...(columns.purchases ? [header('purchases')] : []),
        ...(columns.reservations ? [header('reservations')] : []),
      ]}
      rows={lines.map(({ key, name, slice }) => ({ key, cells: [name, ...cells(slice)] }))}
      totals={[t('finance.total'), ...cells(total)]}
    />
  )
}

/** A place that has nothing but lines outside the project has no budget: neither zero nor unknown. */
function budgetCell(t: Words, { budget, outside }: Slice): Cell {
  const note = outside > 0 ? [t('finance.outsideCount', { count: outside })] : []
  return budget.lines === 0 && outside > 0 ? { text: '–', note: note[0] } : sumCell(t, budget, note)
}

const inForceCell = (t: Words, { budget, effects, inForce }: Slice): Cell =>
  budget.lines + effects.lines === 0 ? '' : amountCell(t, inForce)

function effectsCell(t: Words, { effects }: Slice): Cell {
  if (effects.lines === 0) return { text: t('finance.effects.none'), unknown: true }
  if (effects.total === null) return sumCell(t, effects)
  return { ...sumCell(t, effects), text: formatChange(effects.total, t.locale, 'amount') }
}
