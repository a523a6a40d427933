import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { financeFormWords } from '@/components/finance/forms/words'
import { itemParts } from '@/components/finance/treasury/form-parts'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { RecordForm } from '@/components/ui/record-form'
import { treasuryHere } from '../../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.item.add') }
}

export default async function NewItemPage({ params }: Props) {
  const { project, t } = await treasuryHere(params)
  const title = t('treasury.item.add')
  return (
    <>
      <TreasuryHeading t={t} project={project} title={title} />
      <RecordForm
        id="item"
        action={add}
        values={{ project: project.key, projectId: project.id }}
        fields={itemParts(t)}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
