import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { knownLine, lineParts } from '@/components/finance/budgets/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { budgetAddress } from '@/lib/finance/addresses'
import { listPlaces } from '@/lib/finance/places/queries'
import { keeperHere } from '../../../../here'
import { changeLine, removeLine } from '../../../actions'
import { budgetHere } from '../../load'

type Props = { params: Promise<{ project: string; table: string; line: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.budget.editLine') }
}

export default async function LinePage({ params }: Props) {
  const [here, asked] = await Promise.all([keeperHere(params), params])
  const { viewer, project, t } = here
  const [table, places] = await Promise.all([budgetHere(here, asked.table), listPlaces(viewer, project.id)])
  const line = table.lines.find(({ id }) => id === asked.line)
  if (!line) notFound()
  const under = [{ label: table.source, href: budgetAddress(project.key, table.id) }, { label: line.title }]
  return (
    <>
      <FinanceHeading t={t} project={project} list="budgets" title={t('finance.budget.editLine')} under={under} />
      <KeptForm
        t={t}
        id="line"
        project={project}
        row={line}
        place={{ tableId: table.id }}
        fields={lineParts(t, places)}
        known={knownLine(line)}
        actions={{ change: changeLine, remove: removeLine }}
        removal={{ title: t('finance.budget.removeLine') }}
      />
    </>
  )
}
