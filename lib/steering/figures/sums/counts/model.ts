import { branchOf } from '@/lib/investments/model'
import { countDecisions } from '@/lib/plan-changes/model'
import type { SnapshotToimintamalli } from '@/lib/rounds/snapshot/model'
import { targetText } from '@/lib/steering/figure-texts/model'
import { shortOf } from '@/lib/steering/figures/model'
import { type FigureRow, refOf } from '@/lib/steering/figures/rows/model'
import {
  type ComputedFigure,
  type ComputedRequest,
  type FigureTerm,
  shareOf,
  termsOf,
} from '@/lib/steering/figures/sums/parts/model'
import { placeName } from '@/lib/steering/figures/values/model'
import { fulfilmentLabels } from '@/lib/steering/labels'
import { fulfilmentSummary, fulfilments, type NationalRow, nationalRows } from '@/lib/steering/targets/model'
import { describedAnswer } from '@/lib/steering/toimintamallit/model'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { takenInto, type UseState } from '@/lib/toimintamallit/model'
import { formatNumber, formatTimeCode } from '@/lib/values/format'

/** Counts of targets, toimintamallit and changes of the plan; null for every other name. */
export function countedFigure(request: ComputedRequest): ComputedFigure | null {
  switch (request.name) {
    case 'plan-changes':
    case 'plan-change-dates':
      return request.of === null ? planChanges(request, request.name) : null
    case 'fulfilled':
      return request.of === null ? fulfilled(request) : null
    case 'fulfilment':
      return answered(request)
    case 'toimintamallit':
      return toimintamallit(request)
    default:
      return null
  }
}

/** How many of all national indicators reach their final targets. */
function fulfilled({ t, body }: ComputedRequest): ComputedFigure {
  const rows = nationalRows(body)
  const { reached, all, cannotSay } = fulfilmentSummary(rows)
  return {
    ref: { kind: 'computed', id: 'fulfilled' },
    title: t('figures.sum.fulfilled'),
    value: shareOf(t, reached, all),
    how: t('figures.how.fulfilled'),
    terms: rows.flatMap((row) => targetTerms(t, row)),
    unknown: cannotSay,
    section: 'targets',
  }
}

/** How many of them stand in one answer. */
function answered({ t, body, of }: ComputedRequest): ComputedFigure | null {
  const answer = fulfilments.find((one) => one === of)
  if (!answer) return null
  const rows = nationalRows(body).filter(({ fulfilment }) => fulfilment === answer)
  const name = t(fulfilmentLabels[answer])
  return {
    ref: { kind: 'computed', id: `fulfilment.${answer}` },
    title: t('figures.sum.fulfilment', { answer: name }),
    value: { text: formatNumber(rows.length, t.locale) },
    how: t('figures.how.fulfilment', { answer: name }),
    terms: rows.flatMap((row) => targetTerms(t, row)),
    unknown: 0,
    section: 'targets',
  }
}

/** The final targets in force of a national indicator; itself when it has none, since it counts among all of them. */
function targetTerms(t: ComputedRequest['t'], { indicator, fulfilment, final }: NationalRow): FigureTerm[] {
  const value = {
    text: t(fulfilmentLabels[fulfilment]),
    ...(fulfilment === 'cannot_say' && { unknown: true as const }),
  }
  if (final.length === 0) return [{ ref: null, title: indicator.name, value, note: t('steering.targets.noTarget') }]
  return final.map(({ target }) => ({
    ref: { kind: 'target', id: target.id },
    title: indicator.name,
    value,
    note: targetText(t, target),
  }))
}

const steps = {
  described: describedAnswer,
  piloted: (model: SnapshotToimintamalli) => model.piloted,
  taken: takenInto,
  stayed: (model: SnapshotToimintamalli) => model.stayedInUse,
} as const satisfies Record<string, (model: SnapshotToimintamalli) => UseState | null>

type Step = keyof typeof steps

function toimintamallit({ t, body, of }: ComputedRequest): ComputedFigure | null {
  const step = of !== null && of in steps ? (of as Step) : null
  if (step) return usedToimintamallit({ t, body }, step)
  const place = of === null ? null : body.investments.find(({ id }) => shortOf(id) === of)
  if (of !== null && !place) return null
  const counted = place ? countedTo(body, place.id) : body.toimintamallit
  const name = placeName(t, body, place?.id ?? null)
  return {
    ref: { kind: 'computed', id: place ? `toimintamallit.${place.id}` : 'toimintamallit' },
    title: t('figures.sum.toimintamallit', { place: name }),
    value: { text: formatNumber(counted.length, t.locale) },
    how: t(place ? 'figures.how.toimintamallitOf' : 'figures.how.toimintamallit'),
    terms: termsOf(
      t,
      body,
      counted.map((row): FigureRow => ({ kind: 'toimintamalli', row })),
    ),
    unknown: 0,
    section: 'toimintamallit',
  }
}

function usedToimintamallit({ t, body }: Pick<ComputedRequest, 't' | 'body'>, step: Step): ComputedFigure {
  const answers = body.toimintamallit.map((row) => ({ row, answer: steps[step](row) }))
  const yes = answers.filter(({ answer }) => answer === 'yes' || answer === 'partly').length
  const unknown = answers.filter(({ answer }) => answer === null).length
  const known = answers.length - unknown
  const name = t(`steering.toimintamallit.${step}`)
  return {
    ref: { kind: 'computed', id: `toimintamallit.${step}` },
    title: t('figures.sum.toimintamallitStep', { step: name }),
    // Nothing known is not zero.
    value:
      known === 0
        ? { text: t('steering.toimintamallit.allUnknown'), unknown: true }
        : { text: formatNumber(yes, t.locale) },
    how: t('figures.how.toimintamallitStep', { step: name, all: answers.length }),
    terms: answers.map(({ row, answer }) => ({
      ref: { kind: 'toimintamalli', id: row.id },
      title: row.name,
      value: answer === null ? { text: t(unknownUseLabel), unknown: true } : { text: t(useStateLabels[answer]) },
      note: null,
    })),
    unknown,
    section: 'toimintamallit',
  }
}

/** A toimintamalli counts to the investments it names, and to the one of its work package; as in the final report. */
function countedTo(body: ComputedRequest['body'], investmentId: string): SnapshotToimintamalli[] {
  const inside = new Set(branchOf(body.investments, investmentId).map(({ id }) => id))
  const ofUnit = new Map(body.units.map((unit) => [unit.id, unit.investmentId]))
  return body.toimintamallit.filter(
    (row) => row.investmentIds.some((id) => inside.has(id)) || inside.has(ofUnit.get(row.workPackageId ?? '') ?? ''),
  )
}

/** Changes of the plan, or the months in which they were decided: a change may have several. */
function planChanges({ t, body }: ComputedRequest, name: 'plan-changes' | 'plan-change-dates'): ComputedFigure {
  const changes =
    name === 'plan-changes' ? body.planChanges : body.planChanges.filter(({ decided }) => decided.length > 0)
  const count = name === 'plan-changes' ? changes.length : countDecisions(changes)
  const months = new Map(
    changes.map(({ id, decided }) => [
      id,
      decided.map(({ timeCode }) => formatTimeCode(timeCode, t.locale)).join(', '),
    ]),
  )
  return {
    ref: { kind: 'computed', id: name },
    title: t(`figures.sum.${name}`),
    value: { text: formatNumber(count, t.locale) },
    how: t(`figures.how.${name}`),
    terms: termsOf(
      t,
      body,
      changes.map((row): FigureRow => ({ kind: 'plan_change', row })),
      (row) => months.get(refOf(row).id) || null,
    ),
    unknown: 0,
    section: 'planChanges',
  }
}
