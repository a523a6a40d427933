import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { Arithmetic } from '@/components/finance/overview/arithmetic'
import { Effects } from '@/components/finance/overview/effects'
import { FundingTable, ShareList } from '@/components/finance/overview/funding'
import { KeySums } from '@/components/finance/overview/key-sums'
import { MoneyTable } from '@/components/finance/overview/money-table'
import { Remarks } from '@/components/finance/overview/remarks'
import { TableChoice } from '@/components/finance/overview/table-choice'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { fundingAddress } from '@/lib/finance/addresses'
import { dimensions } from '@/lib/finance/overview/model'
import { readMoney } from '@/lib/finance/overview/queries'
import { listPlaces } from '@/lib/finance/places/queries'
import { financeHere } from './here'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ by?: string; table?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.title') }
}

export default async function FinancePage({ params, searchParams }: Props) {
  const [{ viewer, project, t, keeps, treasury }, asked] = await Promise.all([financeHere(params), searchParams])
  const [money, places] = await Promise.all([readMoney(viewer, project.id), listPlaces(viewer, project.id)])
  const table = money.tables.find(({ id }) => id === asked.table) ?? money.tables[0] ?? null
  const dimension = dimensions.find((one) => one === asked.by) ?? 'investment'
  const shown = { t, project: project.key, money, places }
  const heading = { t, project, treasury, title: t('finance.title'), intro: t('finance.intro') }
  return (
    <>
      <FinanceHeading {...heading} list="overview" />
      <KeySums t={t} money={money} table={table} />
      <Section id="money" title={t('finance.by.title')}>
        <TableChoice {...shown} table={table} dimension={dimension} />
        <MoneyTable {...shown} project={project} dimension={dimension} table={table} />
      </Section>
      <Section id="arithmetic" title={t('finance.check.title')}>
        <Arithmetic {...shown} />
      </Section>
      <Section id="effects" title={t('finance.effects.title')}>
        <Effects {...shown} effects={money.effects} />
      </Section>
      <Section
        id="funding"
        title={t('finance.shares.title')}
        actions={keeps && <ButtonLink href={fundingAddress(project.key)}>{t('finance.shares.edit')}</ButtonLink>}
      >
        <ShareList t={t} shares={money.shares} />
        {table && <FundingTable t={t} lines={table.lines} investments={places.investments} />}
      </Section>
      <Remarks {...shown} keeps={keeps} notes={money.notes} budgetNotes={money.tables.flatMap(({ notes }) => notes)} />
    </>
  )
}
