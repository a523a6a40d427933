import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { ProjectTable } from '@/components/projects/project-table'
import { PublicationTable } from '@/components/projects/publication-table'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { listProjects } from '@/lib/projects/queries'
import { listPublications } from '@/lib/steering/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('projects.list.title') }
}

export default async function ProjectsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  return (
    <>
      <PageHeading title={t('projects.list.title')} />
      {viewer.scope === 'national' ? (
        <PublicationTable t={t} publications={await listPublications(viewer)} />
      ) : (
        <ProjectTable t={t} projects={await listProjects(viewer)} />
      )}
    </>
  )
}
