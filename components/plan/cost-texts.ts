import { fundingSourceLabels } from '@/lib/finance/labels'
import { fundingSources } from '@/lib/finance/model'
import type { OwnShare } from '@/lib/plan/costs/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount, formatPercent } from '@/lib/values/format'

/** The name of a source of money; the one that nobody has told has its own words. */
export function sourceText(t: Words, key: string): string {
  const source = fundingSources.find((one) => one === key)
  return source ? t(fundingSourceLabels[source]) : t('plan.costs.untold')
}

/** Own funding with its share, or why it cannot be said; nothing where there is no sum. */
export function ownText(t: Words, { amount, percent, why }: OwnShare): string | undefined {
  if (why === 'nothing') return undefined
  if (amount === null) return t('plan.costs.ownCannot')
  const told = formatAmount(amount, t.locale)
  if (percent !== null) return t('plan.costs.ownTotal', { amount: told, percent: formatPercent(percent, t.locale) })
  const reason = why === 'unknown' ? 'plan.costs.ownUnknown' : 'plan.costs.ownUntold'
  return `${t('plan.costs.own')} ${t(reason, { amount: told })}`
}
