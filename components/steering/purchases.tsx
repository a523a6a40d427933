import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { partialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotPurchase } from '@/lib/rounds/snapshot/money/model'
import { amountText, partialCell, partialText } from '@/lib/steering/money-texts/model'

/** Every purchase line, folded by investment under its sum. */
export function Purchases({ t, body, summary }: Board) {
  const { rows, otherPurchases } = summary.finance
  const titles = new Map(body.units.map((unit) => [unit.id, unit.title]))
  const groups = [
    ...rows.map(({ investment, purchases }) => ({
      id: investment.id,
      name: investment.code ?? investment.title,
      purchases,
    })),
    { id: 'other', name: t('steering.purchases.other'), purchases: otherPurchases },
  ].filter((group) => group.purchases.length > 0)
  return (
    <>
      <h3 id="purchases">{t('steering.purchases.title')}</h3>
      {groups.length === 0 && <p>{t('steering.purchases.none')}</p>}
      {groups.map(({ id, name, purchases }) => {
        const sum = partialSum(purchases.map((one) => one.amount))
        const summary = { investment: name, lines: purchases.length, sum: partialText(t, sum) }
        return (
          <Disclosure key={id} summary={t('steering.purchases.ofInvestment', summary)}>
            <PurchaseTable t={t} caption={name} purchases={purchases} titles={titles} />
          </Disclosure>
        )
      })}
    </>
  )
}

type Props = { t: Words; caption: string; purchases: readonly SnapshotPurchase[]; titles?: ReadonlyMap<string, string> }

/** Purchase lines with their sum; without `titles` the work package is not shown. */
export function PurchaseTable({ t, caption, purchases, titles }: Props) {
  const sum = partialSum(purchases.map((one) => one.amount))
  const unit = (id: string | null) => titles?.get(id ?? '') ?? { text: t('steering.purchases.noUnit'), unknown: true }
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { key: 'what', header: t('steering.purchases.what') },
        ...(titles ? [{ key: 'unit', header: t('steering.purchases.unit') }] : []),
        { key: 'amount', header: t('steering.purchases.amount'), numeric: true },
      ]}
      rows={purchases.map((one) => ({
        key: one.id,
        cells: [
          { text: one.title, note: [one.supplier, one.note].filter(Boolean).join('. ') || undefined },
          ...(titles ? [unit(one.workPackageId)] : []),
          one.amount === null
            ? { text: t('steering.purchases.unknown'), unknown: true, note: one.amountAsWritten ?? undefined }
            : amountText(t, one.amount),
        ],
      }))}
      totals={[t('steering.purchases.total'), ...(titles ? [''] : []), partialCell(t, sum)]}
    />
  )
}
