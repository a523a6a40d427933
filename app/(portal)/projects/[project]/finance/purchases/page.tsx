import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { PurchaseFilters } from '@/components/finance/purchases/purchase-filters'
import { PurchaseSums } from '@/components/finance/purchases/purchase-sums'
import { PurchaseTable } from '@/components/finance/purchases/purchase-table'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { ButtonLink } from '@/components/ui/button'
import { newPurchaseAddress } from '@/lib/finance/addresses'
import { branchOfPlace } from '@/lib/finance/places/model'
import { listPlaces } from '@/lib/finance/places/queries'
import { filterPurchases, readPurchaseFilter } from '@/lib/finance/purchases/filters/model'
import { listPurchases } from '@/lib/finance/queries'
import { financeHere } from '../here'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.list.purchases') }
}

export default async function PurchasesPage({ params, searchParams }: Props) {
  const [{ viewer, project, t, keeps, treasury }, asked] = await Promise.all([financeHere(params), searchParams])
  const [all, places] = await Promise.all([listPurchases(viewer, project.id), listPlaces(viewer, project.id)])
  const filter = readPurchaseFilter(asked)
  const branch = new Set(branchOfPlace(places.investments, filter.investment))
  const rows = filterPurchases(all, filter, branch, t.locale)
  const add = keeps && all.length > 0
  const shown = { t, project, places, filter }
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        treasury={treasury}
        list="purchases"
        title={t('finance.list.purchases')}
        intro={t('finance.purchase.intro')}
        actions={add && <ButtonLink href={newPurchaseAddress(project.key)}>{t('finance.purchase.add')}</ButtonLink>}
      />
      {all.length > 0 && <PurchaseFilters {...shown} />}
      {rows.length > 0 && <PurchaseSums t={t} rows={rows} investments={places.investments} />}
      <PurchaseTable {...shown} rows={rows} all={all.length} keeps={keeps} />
      {all.length > 0 && <ListingLinks t={t} project={project.key} list="purchases" />}
    </>
  )
}
