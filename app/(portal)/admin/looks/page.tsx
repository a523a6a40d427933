import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { projectFormWords } from '@/components/projects/form-words'
import { ColourPreview } from '@/components/projects/looks/colour-preview'
import { colourErrors, colourFields } from '@/components/projects/looks/fields'
import { LogoForm } from '@/components/projects/looks/logo-form'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/lib/access/session'
import { findLookSettings } from '@/lib/projects/looks/queries'
import { saveColours, takeLogo } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.looks.title') }
}

export default async function LooksPage({ searchParams }: Props) {
  const [viewer, t, given] = await Promise.all([requireViewer(), requestWords(), searchParams])
  const looks = await findLookSettings(viewer)
  if (!looks) notFound()
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('admin.looks.title') }]} />
      <PageHeading title={t('admin.looks.title')} intro={t('admin.looks.intro')} />
      <Section id="preview" title={t('admin.looks.preview')}>
        <ColourPreview t={t} looks={looks} />
      </Section>
      <Section id="colours" title={t('admin.looks.colours')} intro={t('admin.looks.coloursHelp')}>
        <RecordForm
          id="colours"
          action={saveColours}
          values={{ version: looks.version }}
          fields={colourFields(t, looks)}
          send={t('projects.form.save')}
          words={projectFormWords(t, colourErrors)}
        />
      </Section>
      <Section id="logo" title={t('admin.looks.logo')}>
        <LogoForm t={t} looks={looks} given={given} remove={takeLogo} />
      </Section>
    </>
  )
}
