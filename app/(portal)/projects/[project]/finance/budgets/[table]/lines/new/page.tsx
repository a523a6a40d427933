import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { lineParts } from '@/components/finance/budgets/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { RecordForm } from '@/components/ui/record-form'
import { budgetAddress } from '@/lib/finance/addresses'
import { listPlaces } from '@/lib/finance/places/queries'
import { keeperHere } from '../../../../here'
import { addLine } from '../../../actions'
import { budgetHere } from '../../load'

type Props = { params: Promise<{ project: string; table: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.budget.addLine') }
}

export default async function NewLinePage({ params }: Props) {
  const here = await keeperHere(params)
  const { viewer, project, t } = here
  const [table, places] = await Promise.all([budgetHere(here, (await params).table), listPlaces(viewer, project.id)])
  const title = t('finance.budget.addLine')
  const under = [{ label: table.source, href: budgetAddress(project.key, table.id) }, { label: title }]
  return (
    <>
      <FinanceHeading t={t} project={project} list="budgets" title={title} under={under} />
      <RecordForm
        id="line"
        action={addLine}
        values={{ project: project.key, projectId: project.id, tableId: table.id }}
        fields={lineParts(t, places)}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
