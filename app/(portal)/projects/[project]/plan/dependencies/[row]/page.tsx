import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { dependencyFields } from '@/components/plan/form-parts'
import { RowPage } from '@/components/plan/row-page'
import { dropDependency, keepDependency } from '../../actions'
import { type RowParams, rowHere } from '../../load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('plan.dependencies.title') }
}

export default async function DependencyPage({ params }: { params: RowParams }) {
  const { t, crumbs, plan, row, values } = await rowHere(params, ({ dependencies }) => dependencies)
  return (
    <RowPage
      t={t}
      crumbs={crumbs}
      title={row ? t('plan.dependencies.edit') : t('plan.dependencies.add')}
      id="dependency"
      values={values}
      fields={dependencyFields(t, plan, row)}
      keep={keepDependency}
      removal={row ? { action: dropDependency, title: t('plan.dependencies.remove') } : undefined}
    />
  )
}
