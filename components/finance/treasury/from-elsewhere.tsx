import { DataTable } from '@/components/ui/data-table'
import { shareTotals } from '@/lib/finance/shares/model'
import { type Keeps, placeAddress } from '@/lib/finance/treasury/addresses'
import { isReported, type Treasury } from '@/lib/finance/treasury/model'
import type { Words } from '@/lib/platform/words'
import { formatPercent } from '@/lib/values/format'

type Props = { t: Words; project: string; treasury: Treasury; keeps: Keeps }

/** What the file takes from other registers, how much there is, and the way there. */
export function FromElsewhere({ t, project, treasury, keeps }: Props) {
  const { purchases, documents, shares } = treasury
  const reported = purchases.filter(isReported).length
  const total = formatPercent(shareTotals(shares).total, t.locale, { decimals: 2 })
  const rows = [
    {
      kind: 'purchases' as const,
      now: t('treasury.from.purchasesNow', { count: reported, all: purchases.length }),
      none: reported === 0,
    },
    {
      kind: 'documents' as const,
      now: t('treasury.from.documentsNow', { count: documents.length }),
      none: documents.length === 0,
    },
    {
      kind: 'funding' as const,
      now: shares.length === 0 ? t('treasury.notTold') : t('treasury.from.fundingNow', { percent: total }),
      none: shares.length === 0,
    },
  ]
  return (
    <DataTable
      caption={t('treasury.from.title')}
      hideCaption
      columns={[
        { key: 'what', header: t('treasury.from.what') },
        { key: 'now', header: t('treasury.from.now') },
      ]}
      rows={rows.map(({ kind, now, none }) => ({
        key: kind,
        cells: [
          { text: t(`treasury.from.${kind}`), href: placeAddress(project, { kind }, keeps) },
          { text: now, unknown: none },
        ],
      }))}
    />
  )
}
