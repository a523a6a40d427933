import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { PublishView } from '@/components/final-report/templates/publish-view'
import { templateCrumbs } from '@/components/final-report/templates/words'
import { PageHeading } from '@/components/ui/page-heading'
import { differenceCount, templateDifferences } from '@/lib/final-report/templates/differences/model'
import { findComparison } from '@/lib/final-report/templates/queries'
import { publish } from '../../actions'
import { loadDraft } from '../../load'

type Props = { params: Promise<{ version: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.publish.title') }
}

export default async function PublishTemplatePage({ params }: Props) {
  const { viewer, t, version } = await loadDraft((await params).version)
  const { before } = await findComparison(viewer, version, null)
  const differences = before && differenceCount(templateDifferences(before, version))
  const title = t('admin.templates.publish.title')
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version, { label: title })} />
      <PageHeading title={title} intro={t('admin.templates.publish.intro')} />
      <PublishView t={t} version={version} differences={differences} publish={publish} />
    </>
  )
}
