import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { structureFormWords } from '@/components/plan/structure/words'
import { newProjectParts } from '@/components/project-packages/new-project-parts'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { requireViewer } from '@/lib/access/session'
import { packagesAddress, projectsOfCountyAddress } from '@/lib/project-packages/addresses'
import { findProjectsOfCounty } from '@/lib/project-packages/making/queries'
import { make } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('structure.project.new') }
}

export default async function NewProjectPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const choices = await findProjectsOfCounty(viewer)
  if (!choices) notFound()
  const title = t('structure.project.new')
  return (
    <>
      <AdminCrumbs
        t={t}
        crumbs={[{ label: t('structure.project.title'), href: projectsOfCountyAddress }, { label: title }]}
      />
      <PageHeading
        title={title}
        intro={t('structure.project.newIntro')}
        actions={<ButtonLink href={packagesAddress}>{t('structure.project.fromPackage')}</ButtonLink>}
      />
      <RecordForm
        id="project"
        action={make}
        values={{}}
        fields={newProjectParts(t, choices)}
        send={t('structure.project.make')}
        words={structureFormWords(t)}
      />
    </>
  )
}
