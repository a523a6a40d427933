import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { ItemDetails } from '@/components/finance/treasury/item-details'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { ButtonLink } from '@/components/ui/button'
import { editItemAddress } from '@/lib/finance/treasury/addresses'
import { treasuryHere } from '../../../here'
import { itemHere } from '../../here'

type Props = { params: Promise<{ project: string; item: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.item.one') }
}

export default async function ItemPage({ params }: Props) {
  const here = await treasuryHere(params)
  const item = await itemHere(here, (await params).item)
  const { project, t } = here
  const edit = <ButtonLink href={editItemAddress(project.key, item.id)}>{t('treasury.item.edit')}</ButtonLink>
  return (
    <>
      <TreasuryHeading t={t} project={project} title={item.name} actions={edit} />
      <ItemDetails t={t} project={project.key} item={item} />
    </>
  )
}
