import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { TemplatePreview } from '@/components/final-report/templates/preview'
import { templateCrumbs } from '@/components/final-report/templates/words'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import { templatePreviewAddress } from '@/lib/final-report/templates/addresses'
import { reportLanguages } from '@/lib/final-report/templates/choices/model'
import { loadVersion, type Query } from '../../load'

type Props = { params: Promise<{ version: string }>; searchParams: Query }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.preview.title') }
}

export default async function TemplatePreviewPage({ params, searchParams }: Props) {
  const { t, version } = await loadVersion((await params).version)
  const language = (await searchParams).language === 'sv' ? 'sv' : 'fi'
  const title = t('admin.templates.preview.title')
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version, { label: title })} />
      <PageHeading title={title} intro={t('admin.templates.preview.intro')} />
      <Tabs
        label={t('admin.templates.preview.languages')}
        tabs={reportLanguages.map((one) => ({
          label: t(`admin.templates.preview.${one}`),
          href: templatePreviewAddress(version.id, one),
          current: one === language,
        }))}
      />
      <TemplatePreview t={t} version={version} language={language} />
    </>
  )
}
