import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Words } from '@/lib/platform/words'
import { steeringAddress } from '@/lib/projects/addresses'
import type { Publication } from '@/lib/steering/model'
import { formatDate } from '@/lib/values/format'

/** The newest published steering view of each project, for those who read what counties have published. */
export function PublicationTable({ t, publications }: { t: Words; publications: readonly Publication[] }) {
  if (publications.length === 0) {
    return <EmptyState title={t('projects.list.nonePublished')}>{t('projects.list.nonePublishedHelp')}</EmptyState>
  }
  return (
    <DataTable
      caption={t('projects.list.publications')}
      columns={[
        { key: 'name', header: t('projects.list.name') },
        { key: 'organisation', header: t('projects.list.organisation') },
        { key: 'period', header: t('projects.period') },
        { key: 'published', header: t('projects.list.publishedAt') },
      ]}
      rows={publications.map((one) => ({
        key: one.projectKey,
        cells: [
          { text: one.projectName, href: steeringAddress(one.projectKey, one.periodKey) },
          one.organisationName,
          periodName(one.periodKey),
          formatDate(one.publishedAt, t.locale),
        ],
      }))}
    />
  )
}
