import type { CellParts } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import { riskKindLabels } from '@/lib/risks/labels'
import { type AssessmentRow, pointsAgree, pointsOf, type RiskRow, riskKinds } from '@/lib/risks/model'
import type { RiskStanding } from '@/lib/risks/standing/model'
import { formatNumber, formatPoints } from '@/lib/values/format'

/** `3. Rekrytointi epäonnistuu` */
export function riskTitle({ no, description }: Pick<RiskRow, 'no' | 'description'>): string {
  return no === null ? description : `${no}. ${description}`
}

/** The kind's word; a kind that came with the data and is not known here goes by its own name. */
export function kindText(t: Words, kind: string): string {
  const known = riskKinds.find((one) => one === kind)
  return known ? t(riskKindLabels[known]) : kind
}

const notScored = (t: Words): CellParts => ({ text: t('risks.unscored'), unknown: true })

export function scoreCell(t: Words, score: number | null | undefined): CellParts {
  return score == null ? notScored(t) : { text: formatNumber(score, t.locale) }
}

/** Points as computed, and beside them the printed ones where they differ. Unscored is no zero. */
export function pointsCell(t: Words, assessment: AssessmentRow | null): CellParts {
  const points = assessment ? pointsOf(assessment) : null
  const printed = assessment?.pointsAsWritten ?? null
  const differs = assessment !== null && printed !== null && pointsAgree({ points, pointsAsWritten: printed }) !== true
  const note = differs ? t('risks.printedPoints', { points: formatPoints(printed, t.locale) }) : undefined
  return points === null ? { ...notScored(t), note } : { text: formatPoints(points, t.locale), note }
}

/** What is left when the mitigations work: `2 × 3 = 6 p.` */
export function afterCell(t: Words, assessment: AssessmentRow | null): CellParts {
  const { probabilityAfter: probability = null, impactAfter: impact = null } = assessment ?? {}
  if (probability === null && impact === null) return { text: t('risks.notAssessedAfter'), unknown: true }
  return { text: productText(t, probability, impact) }
}

export function productText(t: Words, probability: number | null, impact: number | null): string {
  const part = (value: number | null) => (value === null ? '?' : formatNumber(value, t.locale))
  const points = pointsOf({ probability, impact })
  const product = `${part(probability)} × ${part(impact)}`
  return points === null ? product : `${product} = ${formatPoints(points, t.locale)}`
}

/** How the risk has moved since it was assessed before: an arrow, both points and a word. */
export function movementCell(t: Words, { latest, previous, movement }: RiskStanding): CellParts {
  if (movement === null || latest === null) return { text: t('risks.movement.none'), unknown: true }
  const points = (one: AssessmentRow | null) => {
    const value = one ? pointsOf(one) : null
    return value === null ? t('risks.unscored') : formatNumber(value, t.locale)
  }
  return { text: t(`risks.movement.${movement}`, { before: points(previous), now: points(latest) }) }
}

/** How many of the mitigations are done. */
export function mitigationCell(t: Words, { mitigations }: Pick<RiskRow, 'mitigations'>): CellParts {
  if (mitigations.length === 0) return { text: t('risks.noMitigations'), unknown: true }
  const done = mitigations.filter(({ state }) => state === 'done').length
  const told = mitigations.some(({ state }) => state !== null)
  return told
    ? { text: t('risks.mitigationsDone', { done, all: mitigations.length }) }
    : { text: t('risks.mitigationsCount', { all: mitigations.length }) }
}
