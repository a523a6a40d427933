import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { EvidencePanel } from '@/components/evidence/evidence-panel'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { PurchaseDetails } from '@/components/finance/purchases/purchase-details'
import { DecisionSection } from '@/components/meetings/decision-list'
import { ButtonLink } from '@/components/ui/button'
import { listEvidenceOf } from '@/lib/evidence/queries'
import { editPurchaseAddress } from '@/lib/finance/addresses'
import { listPlaces } from '@/lib/finance/places/queries'
import { listReservations } from '@/lib/finance/queries'
import { listDecisionsOf } from '@/lib/meetings/decisions/queries'
import { financeHere } from '../../here'
import { purchaseHere } from './load'

type Props = { params: Promise<{ project: string; purchase: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.field.purchase') }
}

export default async function PurchasePage({ params }: Props) {
  const here = await financeHere(params)
  const { viewer, project, t, keeps } = here
  const purchase = await purchaseHere(here, (await params).purchase)
  const subject = { kind: 'purchase' as const, id: purchase.id }
  const [places, reservations, evidence, decisions] = await Promise.all([
    listPlaces(viewer, project.id),
    listReservations(viewer, project.id),
    listEvidenceOf(viewer, subject),
    listDecisionsOf(viewer, { purchaseId: purchase.id }),
  ])
  const edit = keeps && (
    <ButtonLink href={editPurchaseAddress(project.key, purchase.id)}>{t('finance.purchase.edit')}</ButtonLink>
  )
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        list="purchases"
        title={purchase.title}
        under={[{ label: purchase.title }]}
        actions={edit}
      />
      <PurchaseDetails t={t} periods={project.periods} {...{ purchase, places, reservations }} />
      <DecisionSection t={t} projectKey={project.key} decisions={decisions} />
      <EvidencePanel t={t} projectKey={project.key} subject={subject} rows={evidence} mayKeep={keeps} />
    </>
  )
}
