import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { structureAddress } from '@/lib/plan/addresses'
import type { Words } from '@/lib/platform/words'
import type { MadeRow } from '@/lib/project-packages/making/model'
import { formatNumber } from '@/lib/values/format'

/** Projects of the county with how far they are. */
export function ProjectTable({ t, projects }: { t: Words; projects: readonly MadeRow[] }) {
  return (
    <DataTable
      caption={t('structure.project.title')}
      hideCaption
      columns={[
        { key: 'name', header: t('structure.project.name') },
        { key: 'key', header: t('structure.project.key') },
        { key: 'programme', header: t('projects.programme') },
        { key: 'units', header: t('structure.project.units'), numeric: true },
        { key: 'state', header: t('projects.state') },
      ]}
      rows={projects.map(({ id, key, name, programme, units, periods }) => {
        const newest = periods.findLast(({ state }) => state === 'open') ?? periods.at(-1)
        const state = newest && `${periodName(newest.key)} ${t(`projects.periodState.${newest.state}`)}`
        return {
          key: id,
          cells: [
            { text: name, href: structureAddress(key) },
            key,
            programme,
            formatNumber(units, t.locale),
            state ?? t('structure.project.noPeriods'),
          ],
        }
      })}
      empty={<EmptyState title={t('structure.project.none')}>{t('structure.project.noneHelp')}</EmptyState>}
    />
  )
}
