import { SliceTable } from '@/components/finance/overview/slice-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Cell } from '@/components/ui/table-model'
import { Tabs } from '@/components/ui/tabs'
import { dimensionLabels, fundingSourceLabels } from '@/lib/finance/labels'
import { fundingSources } from '@/lib/finance/model'
import { byInvestment, byKey, type Dimension, dimensions, type Money, wholeSlice } from '@/lib/finance/overview/model'
import { type InvestmentPlace, labelOfPlace, type Places } from '@/lib/finance/places/model'
import type { Words } from '@/lib/platform/words'
import { financeAddress } from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = {
  t: Words
  project: ProjectHeader
  money: Money
  places: Places
  dimension: Dimension
  /** The budget that the rest is held against; null when there is none */
  table: Money['tables'][number] | null
}

/** The money of a project by one of its dimensions, with the choice of another. */
export function MoneyTable({ t, project, money, places, dimension, table }: Props) {
  const lines = table?.lines ?? []
  const address = (by: Dimension) =>
    `${financeAddress(project.key)}?${new URLSearchParams({ by, ...(table ? { table: table.id } : {}) })}#money`
  const total = wholeSlice(money, lines)
  const named = (one: Dimension) => t(dimensionLabels[one])
  const rows =
    dimension === 'investment'
      ? byInvestment(money, lines, places.investments).map(({ investment, depth, slice }) => ({
          key: investment?.id ?? 'none',
          name: investment ? placeCell(investment, depth) : none(t),
          slice,
        }))
      : byKey(money, lines, dimension, yearIn(project)).map(({ key, slice }) => ({
          key: key ?? 'none',
          name: key === null ? none(t) : nameOfKey(t, places, dimension, key),
          slice,
        }))
  return (
    <>
      <Tabs
        label={t('finance.by.label')}
        tabs={dimensions.map((one) => ({ label: named(one), href: address(one), current: one === dimension }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('finance.by.empty')}>{t('finance.by.emptyHelp')}</EmptyState>
      ) : (
        <SliceTable
          t={t}
          caption={t('finance.by.caption', { by: named(dimension).toLowerCase() })}
          note={
            dimension === 'investment' && places.investments.some(({ parentId }) => parentId !== null)
              ? t('finance.by.nested')
              : undefined
          }
          of={named(dimension)}
          lines={rows}
          total={total}
          columns={{
            purchases: dimension === 'investment' || dimension === 'package',
            reservations: dimension === 'investment',
            effects: dimension !== 'source' && total.effects.lines > 0,
          }}
        />
      )}
    </>
  )
}

/** Below its code the title, indented by its level. */
const placeCell = ({ short, label }: InvestmentPlace, depth: number): Cell => ({
  text: `${'– '.repeat(depth)}${short}`,
  note: short === label ? undefined : label.slice(short.length).trim(),
})

const none = (t: Words): Cell => ({ text: t('finance.untold'), unknown: true })

function nameOfKey(t: Words, { packages }: Places, dimension: Dimension, key: string): string {
  if (dimension === 'package') return labelOfPlace(packages, key) ?? key
  const source = dimension === 'source' ? fundingSources.find((one) => one === key) : undefined
  return source ? t(fundingSourceLabels[source]) : key
}

/** The year in which a period ends. */
function yearIn({ periods }: ProjectHeader): (periodId: string) => string | null {
  return (id) => periods.find((period) => period.id === id)?.to.slice(0, 4) ?? null
}
