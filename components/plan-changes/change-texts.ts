import type { CellParts } from '@/components/ui/table-model'
import type { TagTone } from '@/components/ui/tag'
import type { EffectSum } from '@/lib/plan-changes/effects/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import type { PlanChangeRow, PlanChangeState } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'
import { formatAmount, formatChange, formatTimeCode } from '@/lib/values/format'
import { timeSpanFromCode } from '@/lib/values/time'
import type { PlaceChoices } from '@/lib/work-packages/choices/model'
import { titleOf } from '@/lib/work-packages/model'

export const stateTones: Record<PlanChangeState, TagTone> = {
  proposed: 'neutral',
  in_preparation: 'info',
  decided: 'info',
  in_force: 'good',
  rejected: 'danger',
}

/** `5. Chatbot` */
export function changeTitle({ no, title }: Pick<PlanChangeRow, 'no' | 'title'>): string {
  return no === null ? title : `${no}. ${title}`
}

export function stateCell(t: Words, state: PlanChangeState): CellParts {
  return { text: t(planChangeStateLabels[state]), tag: stateTones[state] }
}

/** When it was decided: a month or a day, as understood; what is no time stays as written. */
export function decidedText(t: Words, { asWritten, timeCode }: { asWritten: string; timeCode: string }): string {
  return timeSpanFromCode(timeCode).ok ? formatTimeCode(timeCode, t.locale) : asWritten
}

const unknown = (t: Words): CellParts => ({ text: t('planChanges.unknown'), unknown: true })

/** Euros; an unknown amount is told in words, never as zero. */
export function amountCell(t: Words, amount: string | null): CellParts {
  return amount === null ? unknown(t) : { text: formatAmount(amount, t.locale) }
}

export function differenceCell(t: Words, difference: string | null): CellParts {
  return difference === null ? unknown(t) : { text: formatChange(difference, t.locale, 'amount') }
}

/** A sum, and how many amounts it lacks. */
export function sumCell(t: Words, { total, unknown: lacking }: EffectSum, change = false): CellParts {
  const note = lacking > 0 ? t('values.unknownCount', { count: lacking }) : undefined
  return { ...(change ? differenceCell(t, total) : amountCell(t, total)), note }
}

/** The unit as it is called now, else as the source writes it. */
export function unitCell(t: Words, change: PlanChangeRow, { units }: PlaceChoices): CellParts {
  const unit = units.find(({ id }) => id === change.workPackageId)
  if (!unit)
    return change.workPackageAsWritten ? { text: change.workPackageAsWritten } : { text: t('planChanges.wholeProject') }
  return { text: titleOf(unit), note: change.workPackageAsWritten ?? undefined }
}

/** The unit and the investment of an effect as one text. */
export function placeText(
  t: Words,
  { workPackageId, investmentId }: { workPackageId: string | null; investmentId: string | null },
  { units, investments }: PlaceChoices,
): string {
  const unit = units.find(({ id }) => id === workPackageId)
  const investment = investments.find(({ id }) => id === investmentId)
  const parts = [investment?.title, unit && titleOf(unit)].filter(Boolean)
  return parts.join(', ') || t('planChanges.wholeProject')
}
