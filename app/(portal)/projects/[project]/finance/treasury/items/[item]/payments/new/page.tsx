import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { financeFormWords } from '@/components/finance/forms/words'
import { paymentParts } from '@/components/finance/treasury/form-parts'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { RecordForm } from '@/components/ui/record-form'
import { treasuryHere } from '../../../../../here'
import { itemHere } from '../../../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string; item: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.payment.add') }
}

export default async function NewPaymentPage({ params }: Props) {
  const here = await treasuryHere(params)
  const item = await itemHere(here, (await params).item)
  const { project, t } = here
  const title = t('treasury.payment.add')
  return (
    <>
      <TreasuryHeading t={t} project={project} title={title} item={item} />
      <RecordForm
        id="payment"
        action={add}
        values={{ project: project.key, projectId: project.id, itemId: item.id }}
        fields={paymentParts(t)}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
