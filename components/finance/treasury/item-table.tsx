import { sumCell, untold } from '@/components/finance/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { partialSum } from '@/lib/finance/model'
import { itemAddress, newItemAddress } from '@/lib/finance/treasury/addresses'
import type { SupportItemRow } from '@/lib/finance/treasury/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; project: string; items: readonly SupportItemRow[] }

/** Supports of which the State Treasury is told. */
export function ItemTable({ t, project, items }: Props) {
  return (
    <DataTable
      caption={t('treasury.item.title')}
      hideCaption
      columns={[
        { key: 'name', header: t('treasury.item.one') },
        { key: 'supportId', header: t('treasury.field.supportId') },
        { key: 'recipient', header: t('treasury.field.recipient') },
        { key: 'owners', header: t('treasury.owner.title') },
        { key: 'paid', header: t('treasury.payment.title'), numeric: true },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          { text: item.name, href: itemAddress(project, item.id) },
          item.supportId ?? untold(t),
          item.recipientName ?? untold(t),
          { text: t('treasury.owner.people', { count: item.owners.length }), unknown: item.owners.length === 0 },
          sumCell(t, partialSum(item.payments.map(({ amount }) => amount))),
        ],
      }))}
      empty={
        <EmptyState
          title={t('treasury.item.none')}
          actions={<ButtonLink href={newItemAddress(project)}>{t('treasury.item.add')}</ButtonLink>}
        >
          {t('treasury.item.noneHelp')}
        </EmptyState>
      }
    />
  )
}
