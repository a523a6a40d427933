import { differenceCell, sumCell } from '@/components/finance/texts'
import { ownText, sourceText } from '@/components/plan/cost-texts'
import { yearCells, yearColumns } from '@/components/plan/texts'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { Row } from '@/components/ui/table-model'
import { budgetAddress, budgetsAddress } from '@/lib/finance/addresses'
import { type CostTable, costTable, type OwnShare } from '@/lib/plan/costs/model'
import { type Plan, partLabel } from '@/lib/plan/overview/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount } from '@/lib/values/format'

type Props = { t: Words; projectKey: string; plan: Plan }

/** Costs per part, year and source of money, with own funding; the printed total stands beside the computed one. */
export function CostSection({ t, projectKey, plan }: Props) {
  const tables = plan.budgets.map((budget) =>
    costTable(budget, ({ workPackageId, investmentId, title }) => {
      const place = plan.investments.find(({ id }) => id === investmentId)?.label
      return partLabel(plan, workPackageId) ?? place ?? title
    }),
  )
  return (
    <Section id="costs" title={t('plan.costs.title')} intro={t('plan.costs.intro')}>
      {tables.length === 0 && (
        <EmptyState
          title={t('plan.costs.none')}
          actions={<ButtonLink href={budgetsAddress(projectKey)}>{t('plan.costs.toBudget')}</ButtonLink>}
        >
          {t('plan.costs.noneHelp')}
        </EmptyState>
      )}
      {tables.map((table) => (
        <OneTable key={table.id} t={t} projectKey={projectKey} costs={table} />
      ))}
    </Section>
  )
}

function OneTable({ t, projectKey, costs }: { t: Words; projectKey: string; costs: CostTable }) {
  const { table, own, check, outside } = costs
  const caption = t('plan.costs.of', { source: costs.source })
  const columns = yearColumns(t, t('plan.costs.part'), table.years)
  const show = (sum: Parameters<typeof sumCell>[1]) => sumCell(t, sum)
  const rows: Row[] = table.parts.flatMap((part) => [
    {
      key: part.key,
      cells: [
        { text: part.name, note: shareNote(t, own.parts.get(part.key)) },
        ...yearCells(part.cells, part.total, show),
      ],
    },
    ...(part.rows.length > 1 || part.rows[0]?.key
      ? part.rows.map((row) => ({
          key: `${part.key}/${row.key}`,
          cells: [`– ${sourceText(t, row.key)}`, ...yearCells(row.cells, row.total, show)],
        }))
      : []),
  ])
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows}
        totals={[
          { text: t('plan.year.total'), note: ownText(t, own.total) },
          ...yearCells(table.cells, table.total, show),
        ]}
        empty={<p className="text-muted">{t('plan.costs.none')}</p>}
      />
      <DataTable
        caption={`${t('plan.costs.stated')}: ${costs.source}`}
        hideCaption
        columns={(['stated', 'computed', 'difference'] as const).map((key) => ({
          key,
          header: t(`plan.costs.${key}`),
        }))}
        rows={[
          {
            key: 'check',
            cells: [
              costs.stated === null
                ? { text: costs.statedAsWritten ?? t('plan.costs.statedNone'), unknown: true }
                : formatAmount(costs.stated, t.locale),
              sumCell(t, check.lines),
              differenceCell(t, check.difference),
            ],
          },
        ]}
      />
      {outside.length > 0 && (
        <p className="section-intro">{t('plan.costs.outside', { count: outside.length, parts: outside.join(', ') })}</p>
      )}
      <p>
        <a href={budgetAddress(projectKey, costs.id)}>{t('plan.costs.toBudget')}</a>
      </p>
    </>
  )
}

/** Beside a part only a share that can be said: why it cannot is told once, under the sum. */
function shareNote(t: Words, own: OwnShare | undefined): string | undefined {
  return own && own.percent !== null ? ownText(t, own) : undefined
}
