import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { FromElsewhere } from '@/components/finance/treasury/from-elsewhere'
import { ItemTable } from '@/components/finance/treasury/item-table'
import { ContractorOwners } from '@/components/finance/treasury/owner-table'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { filesAddress, newItemAddress } from '@/lib/finance/treasury/addresses'
import { readTreasury } from '@/lib/finance/treasury/queries'
import { treasuryHere } from '../here'
import { keepsHere } from './here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('treasury.title') }
}

export default async function TreasuryPage({ params }: Props) {
  const here = await treasuryHere(params)
  const { viewer, project, t } = here
  const treasury = await readTreasury(viewer, project.id)
  if (!treasury) notFound()
  const shown = { t, project: project.key, treasury }
  const add = treasury.items.length > 0 && (
    <ButtonLink href={newItemAddress(project.key)}>{t('treasury.item.add')}</ButtonLink>
  )
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        treasury
        list="treasury"
        title={t('treasury.title')}
        intro={t('treasury.intro')}
        actions={<ButtonLink href={filesAddress(project.key)}>{t('treasury.file.title')}</ButtonLink>}
      />
      <Section id="items" title={t('treasury.item.title')} actions={add}>
        <ItemTable t={t} project={project.key} items={treasury.items} />
      </Section>
      <Section id="elsewhere" title={t('treasury.from.title')} intro={t('treasury.from.intro')}>
        <FromElsewhere {...shown} keeps={keepsHere(here)} />
      </Section>
      <Section id="contractors" title={t('treasury.owner.ofContractors')} intro={t('treasury.owner.ofContractorsHelp')}>
        <ContractorOwners {...shown} />
      </Section>
    </>
  )
}
