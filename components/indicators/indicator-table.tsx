import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { PlainCell, Row } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { indicatorAddress } from '@/lib/projects/addresses'
import { newestByScope } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import { measurementText, targetText, timeText } from '@/lib/steering/figure-texts/model'
import { standingLabels } from '@/lib/steering/indicators/labels'
import { askedOf, standingOf } from '@/lib/steering/indicators/model'

type Props = {
  t: Words
  project: string
  rows: readonly SnapshotIndicator[]
  /** Titles of the units, by id, in the order of the plan */
  units: ReadonlyMap<string, string>
}

/** Indicators by the unit they belong to, national ones first. */
export function IndicatorTable({ t, project, rows, units }: Props) {
  return (
    <DataTable
      caption={t('indicators.title')}
      hideCaption
      columns={['name', 'newest', 'time', 'target', 'standing'].map((key) => ({
        key,
        header: t(`indicators.column.${key}`),
      }))}
      rows={grouped(t, rows, units).flatMap(({ key, title, own }): Row[] => [
        { key, group: title },
        ...own.map((row) => ({ key: row.id, cells: cellsOf(t, project, row) })),
      ])}
      empty={<EmptyState title={t('indicators.noneFound')}>{t('indicators.noneFoundHelp')}</EmptyState>}
    />
  )
}

function grouped(t: Words, rows: readonly SnapshotIndicator[], units: Props['units']) {
  const national = rows.filter(({ scope }) => scope === 'national')
  const local = rows.filter(({ scope }) => scope === 'local')
  const groups = [
    { key: 'national', title: t('indicators.national'), own: national },
    ...[...units].map(([key, title]) => ({ key, title, own: local.filter((row) => row.workPackageId === key) })),
    {
      key: 'rest',
      title: t('indicators.noUnit'),
      own: local.filter(({ workPackageId }) => workPackageId === null || !units.has(workPackageId)),
    },
  ]
  return groups.filter(({ own }) => own.length > 0)
}

function cellsOf(t: Words, project: string, row: SnapshotIndicator): PlainCell[] {
  const values = [...newestByScope(row.measurements).values()]
  const newest = values.at(-1)
  const target = askedOf(row.targets).at(-1)
  const unknown = (key: string): PlainCell => ({ text: t(key), unknown: true })
  return [
    { text: row.name, href: indicatorAddress(project, row.id) },
    newest
      ? { text: valuesText(t, values), unknown: values.every(({ value }) => value.unknown !== null) }
      : unknown('indicators.noValue'),
    newest ? (timeText(t, newest.time) ?? unknown('indicators.noTime')) : null,
    target ? targetText(t, target) : unknown('indicators.noTarget'),
    { text: t(standingLabels[standingOf(row)]), unknown: !target || !newest },
  ]
}

/** The newest value; each with its scope when there are several, as on the published page. */
function valuesText(t: Words, values: readonly SnapshotMeasurement[]): string {
  const many = values.length > 1
  return values
    .map((one) => [many ? one.value.scope : null, measurementText(t, one)].filter(Boolean).join(' '))
    .join('; ')
}
