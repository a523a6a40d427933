import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { newTemplateFields } from '@/components/final-report/templates/fields'
import { templateCrumbs, templateFormWords } from '@/components/final-report/templates/words'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { requireViewer } from '@/lib/access/session'
import { listTemplates } from '@/lib/final-report/templates/queries'
import { make } from '../actions'
import type { Query } from '../load'

type Props = { searchParams: Query }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.new.title') }
}

export default async function NewTemplatePage({ searchParams }: Props) {
  const [viewer, t, { from }] = await Promise.all([requireViewer(), requestWords(), searchParams])
  const templates = await listTemplates(viewer)
  if (!templates) notFound()
  const title = t('admin.templates.new.title')
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, null, { label: title })} />
      <PageHeading title={title} intro={t('admin.templates.new.intro')} />
      <RecordForm
        id="template"
        action={make}
        values={{}}
        fields={newTemplateFields(t, templates, String(from ?? ''))}
        send={t('admin.templates.new.make')}
        words={templateFormWords(t)}
      />
    </>
  )
}
