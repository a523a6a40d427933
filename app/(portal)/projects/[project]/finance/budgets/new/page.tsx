import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { tableParts } from '@/components/finance/budgets/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { RecordForm } from '@/components/ui/record-form'
import { keeperHere } from '../../here'
import { addTable } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.budget.add') }
}

export default async function NewBudgetPage({ params }: Props) {
  const { project, t } = await keeperHere(params)
  const title = t('finance.budget.add')
  return (
    <>
      <FinanceHeading t={t} project={project} list="budgets" title={title} under={[{ label: title }]} />
      <RecordForm
        id="table"
        action={addTable}
        values={{ project: project.key, projectId: project.id }}
        fields={tableParts(t)}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
