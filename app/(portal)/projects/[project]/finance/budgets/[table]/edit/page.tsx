import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { knownTable, tableParts } from '@/components/finance/budgets/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { budgetAddress } from '@/lib/finance/addresses'
import { keeperHere } from '../../../here'
import { changeTable, removeTable } from '../../actions'
import { budgetHere } from '../load'

type Props = { params: Promise<{ project: string; table: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.budget.edit') }
}

export default async function EditBudgetPage({ params }: Props) {
  const here = await keeperHere(params)
  const { project, t } = here
  const table = await budgetHere(here, (await params).table)
  const under = [
    { label: table.source, href: budgetAddress(project.key, table.id) },
    { label: t('finance.budget.edit') },
  ]
  return (
    <>
      <FinanceHeading t={t} project={project} list="budgets" title={t('finance.budget.edit')} under={under} />
      <KeptForm
        t={t}
        id="table"
        project={project}
        row={table}
        fields={tableParts(t)}
        known={knownTable(table)}
        actions={{ change: changeTable, remove: removeTable }}
        removal={{
          title: t('finance.budget.remove'),
          intro: t('finance.budget.removeHelp'),
          inUse: t('finance.reason.IN_USE_TABLE'),
        }}
      />
    </>
  )
}
