import { sumCell } from '@/components/finance/texts'
import { DataTable } from '@/components/ui/data-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { fundingSourceLabels } from '@/lib/finance/labels'
import { type FundingShareRow, type FundingSource, fundingSources } from '@/lib/finance/model'
import { type FundingSplit, fundingByInvestment, fundingOf, type Money } from '@/lib/finance/overview/model'
import type { InvestmentPlace } from '@/lib/finance/places/model'
import { shareTotals } from '@/lib/finance/shares/model'
import type { Words } from '@/lib/platform/words'
import { isZero } from '@/lib/values/decimal'
import { formatAmount, formatPercent } from '@/lib/values/format'

const percent = (t: Words, value: string): string => formatPercent(value, t.locale, { decimals: 2 })

/** Shares of one cost or of the whole project, with what has no source yet. */
export function ShareList({ t, shares }: { t: Words; shares: readonly FundingShareRow[] }) {
  if (shares.length === 0) return <p>{t('finance.shares.none')}</p>
  const { total, open } = shareTotals(shares)
  return (
    <DefinitionList
      items={[
        ...shares.map(({ source, percent: share, note }) => ({
          term: t(fundingSourceLabels[source]),
          value: note ? `${percent(t, share)} (${note})` : percent(t, share),
        })),
        { term: t('finance.total'), value: percent(t, total) },
        ...(isZero(open) ? [] : [{ term: t('finance.shares.open'), value: percent(t, open) }]),
      ]}
    />
  )
}

type Props = { t: Words; lines: Money['tables'][number]['lines']; investments: readonly InvestmentPlace[] }

/** From where the budget of each investment comes, as far as its lines tell. */
export function FundingTable({ t, lines, investments }: Props) {
  const whole = fundingOf(lines)
  const sources = fundingSources.filter((source) => whole.bySource.has(source))
  if (sources.length === 0) return <p>{t('finance.shares.noLines')}</p>
  const cells = (split: FundingSplit) => [
    ...sources.map((source) => sourceCell(t, split, source)),
    sumCell(t, split.open),
  ]
  return (
    <DataTable
      caption={t('finance.shares.caption')}
      columns={[
        { key: 'investment', header: t('finance.field.investment') },
        ...sources.map((source) => ({ key: source, header: t(fundingSourceLabels[source]), numeric: true })),
        { key: 'open', header: t('finance.shares.open'), numeric: true },
      ]}
      rows={fundingByInvestment(lines, investments).map(({ investment, depth, split }) => ({
        key: investment.id,
        cells: [`${'– '.repeat(depth)}${investment.label}`, ...cells(split)],
      }))}
      totals={[t('finance.total'), ...cells(whole)]}
    />
  )
}

const sourceCell = (t: Words, { bySource }: FundingSplit, source: FundingSource) => {
  const amount = bySource.get(source)
  return amount === undefined ? { text: t('finance.nothing'), unknown: true } : formatAmount(amount, t.locale)
}
