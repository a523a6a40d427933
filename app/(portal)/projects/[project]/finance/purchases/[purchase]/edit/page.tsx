import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { contractorIds, knownPurchase, purchaseParts } from '@/components/finance/purchases/form-parts'
import { purchaseAddress } from '@/lib/finance/addresses'
import { listPlaces } from '@/lib/finance/places/queries'
import { keeperHere } from '../../../here'
import { change, remove } from '../../actions'
import { purchaseHere } from '../load'

type Props = { params: Promise<{ project: string; purchase: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.purchase.edit') }
}

export default async function EditPurchasePage({ params }: Props) {
  const here = await keeperHere(params)
  const { viewer, project, t } = here
  const [purchase, places] = await Promise.all([
    purchaseHere(here, (await params).purchase),
    listPlaces(viewer, project.id),
  ])
  const title = t('finance.purchase.edit')
  const under = [{ label: purchase.title, href: purchaseAddress(project.key, purchase.id) }, { label: title }]
  return (
    <>
      <FinanceHeading t={t} project={project} list="purchases" title={title} under={under} />
      <KeptForm
        t={t}
        id="purchase"
        project={project}
        row={purchase}
        place={contractorIds(purchase)}
        fields={purchaseParts({ t, places, periods: project.periods }, purchase)}
        known={knownPurchase(purchase)}
        actions={{ change, remove }}
        removal={{
          title: t('finance.purchase.remove'),
          intro: t('finance.purchase.removeHelp'),
          inUse: t('finance.reason.IN_USE_PURCHASE'),
        }}
      />
    </>
  )
}
