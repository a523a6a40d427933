import { FigureLink, figureCell } from '@/components/steering/figure-link'
import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import type { CellParts } from '@/components/ui/table-model'
import { vatBasisLabels } from '@/lib/finance/labels'
import { partialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotPurchase } from '@/lib/rounds/snapshot/money/model'
import type { FigureKind } from '@/lib/steering/figures/model'
import { amountText, partialCell } from '@/lib/steering/money-texts/model'
import { formatDate } from '@/lib/values/format'

/** Every purchase line, folded by investment under its sum. */
export function Purchases({ t, code, body, summary }: Board) {
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
        const sum = partialCell(t, partialSum(purchases.map((one) => one.amount)))
        const sumId = id === 'other' ? undefined : `purchases.${id}`
        return (
          <div key={id} className="board-purchases">
            <h4>
              {name}:{' '}
              {sumId && !sum.unknown ? (
                <FigureLink code={code} kind="computed" id={sumId}>
                  {sum.text}
                </FigureLink>
              ) : (
                sum.text
              )}
              {sum.note && ` (${sum.note})`}
            </h4>
            <Disclosure summary={t('steering.purchases.lines', { lines: purchases.length })}>
              <PurchaseTable t={t} code={code} caption={name} purchases={purchases} titles={titles} sumId={sumId} />
            </Disclosure>
          </div>
        )
      })}
    </>
  )
}

type Props = {
  t: Words
  /** Short name of the publication; each amount then leads to its card */
  code?: string
  caption: string
  purchases: readonly SnapshotPurchase[]
  titles?: ReadonlyMap<string, string>
  /** Name of the sum of these purchases, where it has one */
  sumId?: string
}

/** Purchase lines with their sum; without `titles` the work package is not shown. */
export function PurchaseTable({ t, code, caption, purchases, titles, sumId }: Props) {
  const sum = partialSum(purchases.map((one) => one.amount))
  const link = (kind: FigureKind, id: string, cell: CellParts) =>
    code === undefined ? cell : figureCell({ code }, kind, id, cell)
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
          { text: one.title, note: noteOf(t, one) },
          ...(titles ? [unit(one.workPackageId)] : []),
          link('purchase', one.id, amountCell(t, one)),
        ],
      }))}
      totals={[
        t('steering.purchases.total'),
        ...(titles ? [''] : []),
        sumId ? link('computed', sumId, partialCell(t, sum)) : partialCell(t, sum),
      ]}
    />
  )
}

function amountCell(t: Words, { amount, amountAsWritten, vatBasis }: SnapshotPurchase): CellParts {
  if (amount === null)
    return { text: t('steering.purchases.unknown'), unknown: true, note: amountAsWritten ?? undefined }
  return { text: amountText(t, amount), note: vatBasis ? t(vatBasisLabels[vatBasis]) : undefined }
}

/** Who sells, by which contract and decision, who works for them; in one quiet line. */
function noteOf(t: Words, one: SnapshotPurchase): string | undefined {
  const day = (date: string | null) => date && formatDate(date, t.locale)
  const told = [
    one.isSmall ? t('steering.purchases.small') : null,
    one.supplier,
    [one.contract, day(one.contractOn)].filter(Boolean).join(' '),
    [one.decisionText, day(one.decidedOn), one.caseNumber].filter(Boolean).join(' '),
    one.contractors.map(({ name }) => name).join(', '),
    one.note,
  ]
  return told.filter(Boolean).join('. ') || undefined
}
