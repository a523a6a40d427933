import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { ProjectTable } from '@/components/project-packages/project-table'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { newProjectAddress, packagesAddress } from '@/lib/project-packages/addresses'
import { findProjectsOfCounty } from '@/lib/project-packages/making/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('structure.project.title') }
}

export default async function ProjectsOfCountyPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const found = await findProjectsOfCounty(viewer)
  if (!found) notFound()
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('structure.project.title') }]} />
      <PageHeading
        title={t('structure.project.title')}
        intro={t('structure.project.intro')}
        actions={
          <>
            <ButtonLink kind="primary" href={newProjectAddress}>
              {t('structure.project.new')}
            </ButtonLink>
            <ButtonLink href={packagesAddress}>{t('structure.project.fromPackage')}</ButtonLink>
          </>
        }
      />
      <ProjectTable t={t} projects={found.projects} />
    </>
  )
}
