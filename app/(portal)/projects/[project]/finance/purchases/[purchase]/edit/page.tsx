import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { RecordForm } from '@/components/finance/forms/record-form'
import { Removal } from '@/components/finance/forms/removal'
import { formWords } from '@/components/finance/forms/words'
import { knownPurchase, purchaseParts } from '@/components/finance/purchases/form-parts'
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
      <RecordForm
        id="purchase"
        action={change}
        values={{ project: project.key, projectId: project.id, id: purchase.id, version: purchase.version }}
        parts={purchaseParts({ t, places, periods: project.periods }, purchase)}
        known={knownPurchase(purchase)}
        words={formWords(t, t('finance.form.save'))}
      />
      <Removal
        t={t}
        action={remove}
        project={project}
        row={purchase}
        title={t('finance.purchase.remove')}
        intro={t('finance.purchase.removeHelp')}
        inUse={t('finance.reason.IN_USE_PURCHASE')}
      />
    </>
  )
}
