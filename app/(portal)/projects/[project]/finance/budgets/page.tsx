import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { BudgetList } from '@/components/finance/budgets/budget-list'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { ButtonLink } from '@/components/ui/button'
import { newBudgetAddress } from '@/lib/finance/addresses'
import { listBudgetTables } from '@/lib/finance/budgets/queries'
import { financeHere } from '../here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.list.budgets') }
}

export default async function BudgetsPage({ params }: Props) {
  const { viewer, project, t, keeps, treasury } = await financeHere(params)
  const tables = await listBudgetTables(viewer, project.id)
  const add = keeps && tables.length > 0
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        treasury={treasury}
        list="budgets"
        title={t('finance.list.budgets')}
        intro={t('finance.budget.intro')}
        actions={add && <ButtonLink href={newBudgetAddress(project.key)}>{t('finance.budget.add')}</ButtonLink>}
      />
      <BudgetList t={t} project={project.key} tables={tables} keeps={keeps} />
      {tables.length > 0 && <ListingLinks t={t} project={project.key} list="budget_lines" />}
    </>
  )
}
