import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { knownOwner, ownerParts } from '@/components/finance/treasury/form-parts'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { openOwner } from '@/lib/finance/treasury/owners/commands'
import { idHere, treasuryHere } from '../../../here'
import { change, remove } from '../actions'

type Props = { params: Promise<{ project: string; owner: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.owner.edit') }
}

export default async function OwnerPage({ params }: Props) {
  const [{ viewer, project, t }, { owner }] = await Promise.all([treasuryHere(params), params])
  const opened = await openOwner(viewer, { id: idHere(owner), projectId: project.id })
  if (!opened.ok) notFound()
  const { itemId, contractorId, of } = opened.value
  return (
    <>
      <TreasuryHeading
        t={t}
        project={project}
        title={t('treasury.owner.edit')}
        intro={t('treasury.owner.recorded')}
        item={itemId === null ? undefined : { id: itemId, name: of }}
      />
      <KeptForm
        t={t}
        id="owner"
        project={project}
        row={opened.value}
        place={{ itemId: itemId ?? '', contractorId: contractorId ?? '' }}
        fields={ownerParts(t)}
        known={knownOwner(opened.value)}
        actions={{ change, remove }}
        removal={{ title: t('treasury.owner.remove'), intro: t('treasury.payment.removeHelp') }}
      />
    </>
  )
}
