import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { TemplateList } from '@/components/final-report/templates/template-list'
import { templateCrumbs } from '@/components/final-report/templates/words'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { newTemplateAddress } from '@/lib/final-report/templates/addresses'
import { listTemplates } from '@/lib/final-report/templates/queries'
import { open } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.title') }
}

export default async function TemplatesPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const templates = await listTemplates(viewer)
  if (!templates) notFound()
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, null)} />
      <PageHeading
        title={t('admin.templates.title')}
        intro={t('admin.templates.intro')}
        actions={
          <ButtonLink kind="primary" href={newTemplateAddress}>
            {t('admin.templates.add')}
          </ButtonLink>
        }
      />
      <TemplateList t={t} templates={templates} open={open} />
    </>
  )
}
