import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { ApiDocs } from '@/components/reporting-api/api-docs'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/platform/env'
import { resources } from '@/lib/reporting-api/resources/model'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('reportingApi.docs.title') }
}

/** Open to everybody: it tells how the data are laid out, and holds none. */
export default async function ApiDocsPage() {
  const t = await requestWords()
  return (
    <>
      <PageHeading title={t('reportingApi.docs.title')} intro={t('reportingApi.docs.intro')} />
      <ApiDocs t={t} resources={resources} server={env().appUrl} />
    </>
  )
}
