import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { projectAddress } from '@/lib/projects/addresses'
import { listProjects } from '@/lib/projects/queries'
import { formatQuarter } from '@/lib/values/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('projects.list.title') }
}

export default async function ProjectsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const projects = await listProjects(viewer)
  const newest = (keys: string[]) => (keys.length > 0 ? keys.map(formatQuarter).at(-1) : t('projects.list.nothing'))
  return (
    <>
      <PageHeading title={t('projects.list.title')} />
      {projects.length === 0 ? (
        <EmptyState title={t('projects.list.none')}>{t('projects.list.noneHelp')}</EmptyState>
      ) : (
        <DataTable
          caption={t('projects.list.title')}
          hideCaption
          columns={[
            { key: 'name', header: t('projects.list.name') },
            { key: 'organisation', header: t('projects.list.organisation') },
            { key: 'published', header: t('projects.list.published') },
            { key: 'open', header: t('projects.list.open') },
          ]}
          rows={projects.map((project) => ({
            key: project.id,
            cells: [
              { text: project.name, href: projectAddress(project.key) },
              project.organisationName,
              newest(project.periods.filter((p) => p.state === 'published').map((p) => p.key)),
              newest(project.periods.filter((p) => p.state === 'open').map((p) => p.key)),
            ],
          }))}
        />
      )}
    </>
  )
}
