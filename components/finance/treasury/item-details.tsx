import { amountCell, sumCell } from '@/components/finance/texts'
import { OwnerTable } from '@/components/finance/treasury/owner-table'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import { partialSum } from '@/lib/finance/model'
import { newOwnerAddress, newPaymentAddress, paymentAddress } from '@/lib/finance/treasury/addresses'
import { paymentTypeLabels, supportFieldLabels } from '@/lib/finance/treasury/labels'
import { isPaymentType, type SupportItemRow, supportFields } from '@/lib/finance/treasury/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = { t: Words; project: string; item: SupportItemRow }

/** Everything that is told of a support. */
export function ItemDetails({ t, project, item }: Props) {
  return (
    <>
      <Section id="facts" title={t('treasury.item.facts')}>
        <DefinitionList
          items={supportFields.map((field) => ({
            term: t(supportFieldLabels[field]),
            value: item[field] ?? t('treasury.notTold'),
          }))}
        />
      </Section>
      <Section
        id="payments"
        title={t('treasury.payment.title')}
        actions={<ButtonLink href={newPaymentAddress(project, item.id)}>{t('treasury.payment.add')}</ButtonLink>}
      >
        <PaymentTable t={t} project={project} item={item} />
      </Section>
      <Section
        id="owners"
        title={t('treasury.owner.title')}
        actions={<ButtonLink href={newOwnerAddress(project, { item: item.id })}>{t('treasury.owner.add')}</ButtonLink>}
      >
        <OwnerTable t={t} project={project} owners={item.owners} />
      </Section>
    </>
  )
}

function PaymentTable({ t, project, item: { id, payments } }: Props) {
  return (
    <DataTable
      caption={t('treasury.payment.title')}
      hideCaption
      columns={[
        { key: 'paidOn', header: t('treasury.field.paidOn') },
        { key: 'type', header: t('treasury.field.paymentType') },
        { key: 'amount', header: t('treasury.field.amount'), numeric: true },
        { key: 'note', header: t('treasury.field.note') },
      ]}
      rows={payments.map((payment) => ({
        key: payment.id,
        cells: [
          { text: formatDate(payment.paidOn, t.locale), href: paymentAddress(project, id, payment.id) },
          isPaymentType(payment.paymentType) ? t(paymentTypeLabels[payment.paymentType]) : payment.paymentType,
          amountCell(t, payment.amount),
          payment.note ?? '',
        ],
      }))}
      totals={[t('treasury.payment.total'), '', sumCell(t, partialSum(payments.map(({ amount }) => amount))), '']}
      empty={<p>{t('treasury.payment.none')}</p>}
    />
  )
}
