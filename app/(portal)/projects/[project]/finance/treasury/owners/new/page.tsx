import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { financeFormWords } from '@/components/finance/forms/words'
import { ownerParts } from '@/components/finance/treasury/form-parts'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { RecordForm } from '@/components/ui/record-form'
import { findContractor, findItem } from '@/lib/finance/treasury/queries'
import { idHere, treasuryHere } from '../../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ item?: string; contractor?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.owner.add') }
}

export default async function NewOwnerPage({ params, searchParams }: Props) {
  const [{ viewer, project, t }, { item, contractor }] = await Promise.all([treasuryHere(params), searchParams])
  const id = idHere(item ?? contractor ?? '')
  const owned = item ? await findItem(viewer, project.id, id) : await findContractor(viewer, project.id, id)
  if (!owned) notFound()
  const of: Record<string, string> = item ? { itemId: id } : { contractorId: id }
  return (
    <>
      <TreasuryHeading t={t} project={project} title={t('treasury.owner.addTo', { name: owned.name })} />
      <RecordForm
        id="owner"
        action={add}
        values={{ project: project.key, projectId: project.id, ...of }}
        fields={ownerParts(t)}
        send={t('treasury.owner.add')}
        words={financeFormWords(t)}
      />
    </>
  )
}
