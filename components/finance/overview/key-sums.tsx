import { amountCell, sumCell } from '@/components/finance/texts'
import { KeyFigures } from '@/components/ui/key-figures'
import { type Money, wholeSlice } from '@/lib/finance/overview/model'
import type { Words } from '@/lib/platform/words'

/** The sums of the whole project. */
export function KeySums({ t, money, table }: { t: Words; money: Money; table: Money['tables'][number] | null }) {
  const slice = wholeSlice(money, table?.lines ?? [])
  const figure = (label: string, cell: { text: string; note?: string }) => ({
    label,
    value: cell.text,
    note: cell.note,
  })
  return (
    <KeyFigures
      figures={[
        figure(t('finance.column.budget'), sumCell(t, slice.budget)),
        ...(slice.effects.lines > 0 ? [figure(t('finance.column.inForce'), amountCell(t, slice.inForce))] : []),
        figure(t('finance.column.actuals'), sumCell(t, slice.actuals)),
        figure(t('finance.column.forecasts'), sumCell(t, slice.forecasts)),
        figure(t('finance.column.purchases'), sumCell(t, slice.purchases)),
        figure(t('finance.column.reservations'), sumCell(t, slice.reservations)),
      ]}
    />
  )
}
