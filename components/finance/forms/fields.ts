import type { RecordPart } from '@/components/ui/record-fields'
import { fundingSourceLabels } from '@/lib/finance/labels'
import { type FundingShareRow, fundingSources } from '@/lib/finance/model'
import type { Places } from '@/lib/finance/places/model'
import { shareField, shareNoteField } from '@/lib/finance/shares/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatNumber, formatQuarter } from '@/lib/values/format'
import { quarterParts } from '@/lib/values/time'

/** How a period is called: `Q4/2025`; a period that is no quarter goes by its own key. */
export const periodLabel = (key: string): string => (quarterParts(key) ? formatQuarter(key) : key)

/** Investments as a choice, sub-areas under theirs. */
export function investmentOptions({ investments }: Pick<Places, 'investments'>) {
  const top = Math.min(...investments.map(({ depth }) => depth))
  return investments.map(({ id, label, depth }) => ({ value: id, label: `${'– '.repeat(depth - top)}${label}` }))
}

/** Work packages by the part of the structure they stand under. */
export function packageOptions({ investments, packages }: Places) {
  const option = ({ id, label }: { id: string; label: string }) => ({ value: id, label })
  const under = investments.map(({ id, label }) => ({
    label,
    options: packages.filter(({ investmentId }) => investmentId === id).map(option),
  }))
  const loose = packages.filter(({ investmentId }) => investmentId === null).map(option)
  return [...under.filter(({ options }) => options.length > 0), ...loose]
}

export function investmentPart(t: Words, places: Places): RecordPart {
  return {
    as: 'choice',
    name: 'investmentId',
    label: t('finance.field.investment'),
    optional: t('ui.optional'),
    options: investmentOptions(places),
    empty: t('finance.field.noInvestment'),
  }
}

export function packagePart(t: Words, places: Places): RecordPart {
  return {
    as: 'choice',
    name: 'workPackageId',
    label: t('finance.field.package'),
    optional: t('ui.optional'),
    options: packageOptions(places),
    empty: t('finance.field.noPackage'),
  }
}

export function periodPart(t: Words, periods: readonly PeriodHeader[], help?: string): RecordPart {
  return {
    as: 'choice',
    name: 'periodId',
    label: t('finance.field.period'),
    help,
    optional: t('ui.optional'),
    options: periods.map(({ id, key }) => ({ value: id, label: periodLabel(key) })),
    empty: t('finance.field.noPeriod'),
  }
}

/** Cost type and funding source. */
export function kindParts(t: Words): RecordPart[] {
  return [
    {
      as: 'line',
      name: 'costType',
      label: t('finance.field.costType'),
      help: t('finance.field.costTypeHelp'),
      optional: t('ui.optional'),
    },
    {
      as: 'choice',
      name: 'fundingSource',
      label: t('finance.field.source'),
      optional: t('ui.optional'),
      options: fundingSources.map((source) => ({ value: source, label: t(fundingSourceLabels[source]) })),
      empty: t('finance.field.noSource'),
    },
  ]
}

/** A share for each source of money, with a note. */
export function shareGroup(t: Words, title: string): RecordPart {
  return {
    as: 'group',
    name: 'shares',
    label: title,
    help: t('finance.shares.help'),
    fields: fundingSources.map((source) => {
      const label = t(fundingSourceLabels[source])
      return {
        as: 'group',
        name: source,
        layout: 'row',
        fields: [
          { as: 'line', name: shareField(source), label, width: 'number', unit: '%' },
          { as: 'line', name: shareNoteField(source), label: t('finance.shares.note', { source: label }) },
        ],
      }
    }),
  }
}

/** Stored shares as they are typed. */
export function knownShares(shares: readonly FundingShareRow[]): Record<string, string> {
  return Object.fromEntries(
    shares.flatMap(({ source, percent, note }) => [
      [shareField(source), formatNumber(percent, 'fi', { decimals: 2 })],
      [shareNoteField(source), note ?? ''],
    ]),
  )
}

/** A stored amount as it is typed. */
export function typedAmount(amount: string | null): string {
  return amount === null ? '' : formatNumber(amount, 'fi', { decimals: 2 })
}
