import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { personMonthsFields } from '@/components/plan/form-parts'
import { RowPage } from '@/components/plan/row-page'
import { dropPersonMonths, keepPersonMonths } from '../../actions'
import { type RowParams, rowHere } from '../../load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('plan.personMonths.title') }
}

export default async function PersonMonthsPage({ params }: { params: RowParams }) {
  const { t, crumbs, plan, row, values } = await rowHere(params, ({ personMonths }) => personMonths)
  return (
    <RowPage
      t={t}
      crumbs={crumbs}
      title={row ? t('plan.personMonths.edit') : t('plan.personMonths.add')}
      id="person-months"
      values={values}
      fields={personMonthsFields(t, plan, row)}
      keep={keepPersonMonths}
      removal={row ? { action: dropPersonMonths, title: t('plan.personMonths.remove') } : undefined}
    />
  )
}
