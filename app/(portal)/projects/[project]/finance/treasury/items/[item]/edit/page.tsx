import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { itemParts, knownItem } from '@/components/finance/treasury/form-parts'
import { TreasuryHeading } from '@/components/finance/treasury/treasury-heading'
import { treasuryHere } from '../../../../here'
import { itemHere } from '../../../here'
import { change, remove } from '../../actions'

type Props = { params: Promise<{ project: string; item: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.item.edit') }
}

export default async function EditItemPage({ params }: Props) {
  const here = await treasuryHere(params)
  const item = await itemHere(here, (await params).item)
  const { project, t } = here
  return (
    <>
      <TreasuryHeading t={t} project={project} title={t('treasury.item.edit')} item={item} />
      <KeptForm
        t={t}
        id="item"
        project={project}
        row={item}
        fields={itemParts(t)}
        known={knownItem(item)}
        actions={{ change, remove }}
        removal={{ title: t('treasury.item.remove'), intro: t('treasury.item.removeHelp') }}
      />
    </>
  )
}
