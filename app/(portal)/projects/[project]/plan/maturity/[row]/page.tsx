import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { maturityFields } from '@/components/plan/form-parts'
import { RowPage } from '@/components/plan/row-page'
import { dropMaturity, keepMaturity } from '../../actions'
import { type RowParams, rowHere } from '../../load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('plan.maturity.title') }
}

export default async function MaturityPage({ params }: { params: RowParams }) {
  const { t, crumbs, plan, row, values } = await rowHere(params, ({ maturity }) => maturity)
  return (
    <RowPage
      t={t}
      crumbs={crumbs}
      title={row ? t('plan.maturity.edit') : t('plan.maturity.add')}
      id="maturity"
      values={values}
      fields={maturityFields(t, plan, row)}
      keep={keepMaturity}
      removal={row ? { action: dropMaturity, title: t('plan.maturity.remove') } : undefined}
    />
  )
}
