import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { knownPayment, paymentParts } from '@/components/finance/treasury/form-parts'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { treasuryHere } from '../../../../../here'
import { itemHere } from '../../../../here'
import { change, remove } from '../actions'

type Props = { params: Promise<{ project: string; item: string; payment: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.payment.edit') }
}

export default async function PaymentPage({ params }: Props) {
  const [here, asked] = await Promise.all([treasuryHere(params), params])
  const item = await itemHere(here, asked.item)
  const payment = item.payments.find(({ id }) => id === asked.payment)
  if (!payment) notFound()
  const { project, t } = here
  return (
    <>
      <TreasuryHeading t={t} project={project} title={t('treasury.payment.edit')} item={item} />
      <KeptForm
        t={t}
        id="payment"
        project={project}
        row={payment}
        place={{ itemId: item.id }}
        fields={paymentParts(t)}
        known={knownPayment(payment)}
        actions={{ change, remove }}
        removal={{ title: t('treasury.payment.remove'), intro: t('treasury.payment.removeHelp') }}
      />
    </>
  )
}
