import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'
import { projectAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'

/** The viewer's projects with their newest published and open periods. */
export function ProjectTable({ t, projects }: { t: Words; projects: readonly ProjectHeader[] }) {
  if (projects.length === 0)
    return <EmptyState title={t('projects.list.none')}>{t('projects.list.noneHelp')}</EmptyState>
  const newest = ({ periods }: ProjectHeader, state: 'open' | 'published') => {
    const period = periods.findLast((one) => one.state === state)
    return period ? periodName(period.key) : { text: t('projects.list.nothing'), unknown: true }
  }
  return (
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
          newest(project, 'published'),
          newest(project, 'open'),
        ],
      }))}
    />
  )
}
