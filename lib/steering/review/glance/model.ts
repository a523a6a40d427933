import { askedOf } from '@/lib/steering/decisions/model'
import { percentText } from '@/lib/steering/figure-texts/model'
import { financeSummary } from '@/lib/steering/finance/model'
import { lightWords } from '@/lib/steering/labels'
import { countedLights, countLights } from '@/lib/steering/lights/model'
import { partialCell } from '@/lib/steering/money-texts/model'
import { sumRuns } from '@/lib/steering/review/finance/sums/model'
import type { KeyFigure, Review } from '@/lib/steering/review/model'
import { boardHref, figure, type ReviewContext, run } from '@/lib/steering/review/runs/model'
import { fulfilmentSummary, nationalRows } from '@/lib/steering/targets/model'
import { formatNumber } from '@/lib/values/format'

/** The whole quarter in a few figures: targets reached, units by light, money, what is asked. Each has its card. */
export function glance(context: ReviewContext): Review['glance'] {
  const { t, body, units } = context
  const national = fulfilmentSummary(nationalRows(body))
  const lights = countLights(units)
  const count = (value: number) => formatNumber(value, t.locale)
  const share = `${count(national.reached)}/${count(national.all)}`
  const asked = askedOf(body)
  const questions = asked.items.length + asked.planChanges.length
  // Where no meeting has been recorded nobody knows what is asked: that is not none.
  const told = questions > 0 || body.meetings.length > 0
  return [
    ...(national.all > 0
      ? [
          {
            section: 'serviceAreas' as const,
            label: t('review.glance.targets'),
            value: figure(context, 'computed', 'fulfilled', share),
            note: percentText(t, national.percent),
          },
        ]
      : []),
    ...money(context).map((one) => ({ ...one, section: 'finance' as const })),
    {
      section: 'decisions' as const,
      label: t('review.section.decisions'),
      value: { text: told ? count(questions) : t('steering.targets.unknown'), href: boardHref(context, 'decisions') },
      note: null,
    },
    ...countedLights(body.project.lights, lights).map((light) => ({
      section: 'serviceAreas' as const,
      label: t(lightWords(body.project.lights)[light]),
      light,
      value: figure(context, 'computed', `lights.${light}`, count(lights[light])),
      note: null,
    })),
  ]
}

function money(context: ReviewContext): KeyFigure[] {
  const { t, body } = context
  const { budget, totals, rows } = financeSummary(body)
  if (rows.length === 0) return []
  const item = (key: 'budget' | 'purchases', name: string): KeyFigure => {
    const [value = run('')] = sumRuns(context, name, totals[key])
    return { label: t(`steering.money.${key}`), value, note: partialCell(t, totals[key]).note ?? null }
  }
  return [...(budget ? [item('budget', `budget.${budget.id}`)] : []), item('purchases', 'purchases')]
}
