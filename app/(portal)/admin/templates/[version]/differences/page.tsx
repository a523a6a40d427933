import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { CompareWith } from '@/components/final-report/templates/compare-with'
import { DifferenceList } from '@/components/final-report/templates/difference-list'
import { templateCrumbs, versionTitle } from '@/components/final-report/templates/words'
import { PageHeading } from '@/components/ui/page-heading'
import { templateDifferences } from '@/lib/final-report/templates/differences/model'
import { findComparison } from '@/lib/final-report/templates/queries'
import { loadVersion, type Query } from '../../load'

type Props = { params: Promise<{ version: string }>; searchParams: Query }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.differences.title') }
}

export default async function TemplateDifferencesPage({ params, searchParams }: Props) {
  const { viewer, t, version } = await loadVersion((await params).version)
  const { from } = await searchParams
  const { choices, before } = await findComparison(viewer, version, typeof from === 'string' ? from : null)
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version, { label: t('admin.templates.differences.crumb') })} />
      <PageHeading
        title={t('admin.templates.differences.title')}
        intro={
          before
            ? t('admin.templates.differences.between', {
                name: version.template.name,
                version: version.version,
                from: versionTitle(t, before),
              })
            : t('admin.templates.differences.only')
        }
      />
      <CompareWith t={t} choices={choices} chosen={before?.id ?? null} />
      {before && (
        <DifferenceList t={t} differences={templateDifferences(before, version)} before={before} after={version} />
      )}
    </>
  )
}
