import { DataTable } from '@/components/ui/data-table'
import { fundingSourceLabels } from '@/lib/finance/labels'
import type { FundingShareRow } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import { sum } from '@/lib/values/decimal'
import { formatPercent } from '@/lib/values/format'

/** Who pays what share of the project. Shares that do not add up to the whole say so. */
export function FundingSplit({ t, shares }: { t: Words; shares: readonly FundingShareRow[] }) {
  if (shares.length === 0) return <p className="text-muted">{t('projects.funding.none')}</p>
  const percent = (value: string) => formatPercent(value, t.locale, { decimals: 2 })
  const { total } = sum(shares.map((share) => share.percent))
  return (
    <DataTable
      caption={t('projects.funding.title')}
      hideCaption
      columns={[
        { key: 'source', header: t('projects.funding.source') },
        { key: 'share', header: t('projects.funding.share'), numeric: true },
      ]}
      rows={shares.map((share) => ({
        key: share.source,
        cells: [{ text: t(fundingSourceLabels[share.source]), note: share.note ?? undefined }, percent(share.percent)],
      }))}
      totals={[t('projects.funding.total'), percent(total ?? '0')]}
    />
  )
}
