import { stateLabels, unknownStateLabel } from '@/lib/actions/labels'
import { numberedTitle } from '@/lib/actions/model'
import { notInProjectLabel } from '@/lib/finance/labels'
import { labelOf } from '@/lib/investments/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import type { Words } from '@/lib/platform/words'
import { toldLight } from '@/lib/rounds/snapshot/lights/model'
import type { SnapshotBody, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import { cellText } from '@/lib/steering/cell-texts/model'
import { limitText, measurementText } from '@/lib/steering/figure-texts/model'
import type { FigureRow } from '@/lib/steering/figures/rows/model'
import { lightWords } from '@/lib/steering/labels'
import { type ShownLight, shown } from '@/lib/steering/lights/model'
import { amountText } from '@/lib/steering/money-texts/model'
import { riskRows } from '@/lib/steering/risks/model'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { formatPoints } from '@/lib/values/format'

/** A figure as it is understood. An unknown one is the word for it, never a zero. */
export type FigureValue = { text: string; unknown?: true; light?: ShownLight }

/** The value of a figure in the reader's notation. */
export function figureValue(t: Words, found: FigureRow): FigureValue {
  switch (found.kind) {
    case 'measurement':
      return { text: measurementText(t, found.row), ...(found.row.value.unknown && { unknown: true as const }) }
    case 'target':
      return limitValue(t, found.row)
    case 'light': {
      const light = shown(toldLight({ lights: found.usesLights }, found.row))
      return { text: t(lightWords(found.usesLights)[light]), light }
    }
    case 'budget_line':
      return found.row.notInProject ? { text: t(notInProjectLabel), unknown: true } : amountValue(t, found.row.amount)
    case 'budget_total':
      return found.row.stated === null
        ? { text: t('steering.money.notPrinted'), unknown: true }
        : amountValue(t, found.row.stated)
    case 'purchase':
    case 'estimate':
    case 'actual':
    case 'forecast':
    case 'reservation':
      return amountValue(t, found.row.amount)
    case 'risk': {
      const points = riskRows([{ ...found.row, closedOn: null }])[0]?.points ?? null
      return points === null
        ? { text: t('steering.risks.unscored'), unknown: true }
        : { text: formatPoints(points, t.locale) }
    }
    case 'plan_change':
      return { text: t(planChangeStateLabels[found.row.state]) }
    case 'action':
      return found.row.state === null
        ? { text: t(unknownStateLabel), unknown: true }
        : { text: t(stateLabels[found.row.state]) }
    case 'cell': {
      const { text, unknown } = cellText(t, found.row)
      return unknown ? { text, unknown } : { text }
    }
    case 'toimintamalli': {
      const { stayedInUse } = found.row
      const text = t('figures.stayedInUse', {
        answer: t(stayedInUse === null ? unknownUseLabel : useStateLabels[stayedInUse]).toLocaleLowerCase(t.locale),
      })
      return stayedInUse === null ? { text, unknown: true } : { text }
    }
    case 'decision':
      return { text: found.row.text }
  }
}

function limitValue(t: Words, target: SnapshotTarget): FigureValue {
  const { number, text, asWritten, operatorText } = target
  const known = number ?? text ?? asWritten ?? operatorText
  return known === null ? { text: limitText(t, target), unknown: true } : { text: limitText(t, target) }
}

/** Euros; an amount that nobody has told is a word. */
export function amountValue(t: Words, amount: string | null): FigureValue {
  return amount === null ? { text: t('steering.purchases.unknown'), unknown: true } : { text: amountText(t, amount) }
}

/** The value as its source writes it; null when the source gives no words of its own. */
export function writtenValue(found: FigureRow): string | null {
  switch (found.kind) {
    case 'measurement':
      return found.row.value.asWritten
    case 'target':
      return found.row.asWritten ?? found.row.text
    case 'purchase':
    case 'budget_line':
      return found.row.amountAsWritten
    case 'budget_total':
      return found.row.statedAsWritten
    case 'estimate':
    case 'reservation':
      return found.row.asWritten
    case 'action':
      return found.row.statusAsWritten ?? found.row.statusText
    case 'cell':
      return found.row.text
    case 'toimintamalli':
      return found.row.stayedInUseAsWritten
    default:
      return null
  }
}

/** What the figure is about: the heading of its card and its name in lists. */
export function figureTitle(t: Words, body: SnapshotBody, found: FigureRow): string {
  switch (found.kind) {
    case 'measurement':
    case 'target':
      return found.indicator.name
    case 'light':
    case 'purchase':
    case 'budget_line':
    case 'plan_change':
      return found.row.title
    case 'budget_total':
      return found.row.source
    case 'estimate':
      return body.units.find(({ id }) => id === found.row.workPackageId)?.title ?? t('figures.kind.estimate')
    case 'actual':
    case 'forecast':
    case 'reservation':
      return placeName(t, body, found.row.investmentId)
    case 'risk':
      return found.row.no === null ? found.row.description : `${found.row.no}. ${found.row.description}`
    case 'action':
      return numberedTitle(found.row)
    case 'cell':
      return found.table.title
    case 'toimintamalli':
      return found.row.name
    case 'decision':
      return found.item.title
  }
}

/** A part of the structure by its code and title; the whole project when none is meant. */
export function placeName(t: Words, { investments }: Pick<SnapshotBody, 'investments'>, id: string | null): string {
  const found = investments.find((one) => one.id === id)
  return found ? labelOf(found) : t('steering.money.wholeProject')
}
