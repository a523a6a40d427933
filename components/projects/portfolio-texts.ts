import { periodName } from '@/components/rounds/period-name'
import type { CellParts } from '@/components/ui/table-model'
import type { PartialSum } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import { projectAddress, roundAddress, steeringAddress } from '@/lib/projects/addresses'
import type { PortfolioRow } from '@/lib/steering/portfolio/model'
import { formatAmount, formatDate, formatNumber, formatPercent } from '@/lib/values/format'

/** The project itself, or for those who see only what has been published, its newest publication. */
export function projectHref({ isOwn, projectKey, published }: PortfolioRow): string {
  return isOwn || !published ? projectAddress(projectKey) : steeringAddress(projectKey, published.periodKey)
}

/** What a line of the portfolio says; what is not known says so. */
export function figureTexts(t: Words, row: PortfolioRow) {
  const none: CellParts = { text: t('portfolio.notPublished'), unknown: true }
  const { published } = row
  const late: CellParts =
    row.late === null
      ? { text: t('portfolio.unknown'), unknown: true }
      : { text: formatNumber(row.late, t.locale), href: lateHref(row) }
  if (!published) return { published: none, targets: none, budget: none, purchases: none, late }
  const { figures, periodKey, publishedAt } = published
  return {
    published: {
      text: periodName(periodKey),
      href: steeringAddress(row.projectKey, periodKey),
      note: t('portfolio.publishedOn', { day: formatDate(publishedAt, t.locale) }),
    },
    targets: targetText(t, figures.fulfilment),
    budget: sumText(t, figures.budget),
    purchases: sumText(t, figures.purchases),
    late,
  }
}

function lateHref({ late, openPeriod, projectKey }: PortfolioRow): string | undefined {
  return late !== null && late > 0 && openPeriod ? `${roundAddress(projectKey, openPeriod)}?state=late` : undefined
}

type Fulfilment = NonNullable<PortfolioRow['published']>['figures']['fulfilment']

function targetText(t: Words, { reached, all, percent, cannotSay }: Fulfilment): CellParts {
  if (all === 0) return { text: t('portfolio.noTargets'), unknown: true }
  const share = percent === null ? '' : ` (${formatPercent(percent, t.locale)})`
  return {
    text: `${formatNumber(reached, t.locale)} / ${formatNumber(all, t.locale)}${share}`,
    note: cannotSay > 0 ? t('portfolio.cannotSay', { count: cannotSay }) : undefined,
  }
}

/** A sum that leaves something unknown out says so. */
function sumText(t: Words, { total, unknown }: PartialSum): CellParts {
  if (total === null) return { text: t('portfolio.unknown'), unknown: true }
  return {
    text: formatAmount(total, t.locale),
    note: unknown > 0 ? t('portfolio.unknownAmounts', { count: unknown }) : undefined,
  }
}
