import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { BudgetFacts } from '@/components/finance/budgets/budget-facts'
import { BudgetLines } from '@/components/finance/budgets/budget-lines'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { Effects } from '@/components/finance/overview/effects'
import { Remarks } from '@/components/finance/overview/remarks'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { editBudgetAddress, newLineAddress } from '@/lib/finance/addresses'
import { listEffects } from '@/lib/finance/effects/queries'
import { listPlaces } from '@/lib/finance/places/queries'
import { financeHere } from '../../here'
import { budgetHere } from './load'

type Props = { params: Promise<{ project: string; table: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.list.budgets') }
}

export default async function BudgetPage({ params }: Props) {
  const here = await financeHere(params)
  const { viewer, project, t, keeps } = here
  const [table, places, effects] = await Promise.all([
    budgetHere(here, (await params).table),
    listPlaces(viewer, project.id),
    listEffects(viewer, project.id),
  ])
  const links = { edit: editBudgetAddress(project.key, table.id), add: newLineAddress(project.key, table.id) }
  const shown = { t, project: project.key, places, effects, table, keeps }
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        list="budgets"
        title={table.source}
        under={[{ label: table.source }]}
        actions={keeps && <ButtonLink href={links.edit}>{t('finance.budget.edit')}</ButtonLink>}
      />
      <BudgetFacts t={t} table={table} />
      <Section
        id="lines"
        title={t('finance.budget.lines')}
        actions={keeps && <ButtonLink href={links.add}>{t('finance.budget.addLine')}</ButtonLink>}
      >
        <BudgetLines {...shown} />
      </Section>
      <Section id="effects" title={t('finance.effects.title')}>
        <Effects {...shown} />
      </Section>
      <Remarks t={t} project={project.key} keeps={false} places={places} notes={[]} budgetNotes={table.notes} />
    </>
  )
}
