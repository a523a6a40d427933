import type { DocumentBlock } from '@/lib/final-report/document/model'
import type { PlanComposition } from '@/lib/final-report/plan-document/composition/given/model'
import { lines, tableOf, toldOr } from '@/lib/final-report/plan-document/composition/pieces/model'
import { costTableBody } from '@/lib/final-report/tables/costs/model'
import { personMonthTable } from '@/lib/final-report/tables/person-months/model'
import { maturityAreas } from '@/lib/plan/maturity/model'
import { partLabel } from '@/lib/plan/overview/model'
import { formatDate, formatNumber } from '@/lib/values/format'
import { unknownLabels } from '@/lib/values/labels'

const whole = { investment: null, covers: () => true }

/** Costs by part, year and source of money with own funding and its share, and the person-months: of each what no block shows. */
export function costBlocks({ data, placed, t }: PlanComposition): DocumentBlock[] {
  return [
    ...data.budgets
      .filter(({ id }) => !placed.has(`cost_table:${id}`))
      .flatMap((budget) =>
        tableOf(
          `costs-${budget.id}`,
          t('plan.costs.of', { source: budget.source }),
          costTableBody(data, budget, whole, t),
        ),
      ),
    ...(placed.has('person_month_table')
      ? []
      : tableOf('person-months', t('plan.personMonths.title'), personMonthTable(data, whole, t))),
  ]
}

/** What each part cannot do without. */
export function dependencyBlocks({ plan, t }: PlanComposition): DocumentBlock[] {
  if (!plan) return []
  return tableOf('dependencies', t('plan.dependencies.caption'), {
    columns: [
      { header: t('plan.dependencies.part'), width: 2 },
      { header: t('plan.dependencies.needs'), width: 3 },
    ],
    rows: plan.dependencies.map(({ workPackageId, neededId, linkId, text }) => {
      const link = plan.links.find(({ id }) => id === linkId)?.name
      const needed = [partLabel(plan, neededId), link, text].filter(Boolean).join(': ')
      return lines([partLabel(plan, workPackageId) ?? t('plan.whole'), needed])
    }),
  })
}

/** The latest maturity assessment of each area with the earlier ones. */
export function maturityBlocks({ plan, t }: PlanComposition): DocumentBlock[] {
  const areas = maturityAreas(plan?.maturity ?? [])
  const value = ({ asWritten, number, unknown }: (typeof areas)[number]['latest']) =>
    asWritten ??
    (number === null ? t(unknown === null ? 'plan.unknown' : unknownLabels[unknown]) : formatNumber(number, t.locale))
  const day = ({ assessedOn, timeAsWritten }: (typeof areas)[number]['latest']) =>
    assessedOn === null ? (timeAsWritten ?? t('plan.maturity.undated')) : formatDate(assessedOn, t.locale)
  const told = (row: (typeof areas)[number]['latest']) => t('plan.maturity.of', { value: value(row), day: day(row) })
  return tableOf('maturity', t('plan.maturity.caption'), {
    columns: [
      { header: t('plan.maturity.area'), width: 2 },
      { header: t('plan.maturity.scale'), width: 1.5 },
      { header: t('plan.maturity.latest'), width: 1.5 },
      { header: t('plan.maturity.earlier'), width: 2 },
    ],
    rows: areas.map(({ area, scale, latest, earlier }) => [
      ...lines([area, scale, told(latest)]),
      toldOr(earlier.map(told).join('; '), t('plan.maturity.first')),
    ]),
  })
}
