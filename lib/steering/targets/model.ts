import { newestByScope } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type {
  SnapshotBody,
  SnapshotIndicator,
  SnapshotJudgement,
  SnapshotMeasurement,
  SnapshotTarget,
} from '@/lib/rounds/snapshot/model'
import { ratioPercent } from '@/lib/values/decimal'

/**
 * Whether the final target in force is reached: by every scope that was measured; not by some, with the time for it still
 * ahead or past; or it cannot be told.
 */
export const fulfilments = ['reached', 'not_yet', 'not_reached', 'cannot_say'] as const
export type Fulfilment = (typeof fulfilments)[number]

export type TargetRow = { target: SnapshotTarget; judgements: SnapshotJudgement[] }

export type NationalRow = {
  indicator: SnapshotIndicator
  investmentCode: string | null
  investmentTitle: string | null
  fulfilment: Fulfilment
  interim: TargetRow[]
  final: TargetRow[]
  alternative: TargetRow[]
  superseded: SnapshotTarget[]
  /** Newest value of each scope; empty when nothing has been measured */
  newest: SnapshotMeasurement[]
}

export type FulfilmentSummary = {
  reached: number
  cannotSay: number
  all: number
  /** With the time for it ahead or past */
  notReached: number
  /** Whole per cent of all, the ones of which nothing can be told included; null when there are none */
  percent: string | null
}

/** National indicators in the order of the structure. */
export function nationalRows(body: SnapshotBody): NationalRow[] {
  const order = new Map(body.investments.map((one, index) => [one.id, { ...one, index }]))
  return body.indicators
    .filter((one) => one.scope === 'national')
    .map((indicator) => ({ indicator, place: indicator.investmentId ? order.get(indicator.investmentId) : undefined }))
    .sort((a, b) => (a.place?.index ?? order.size) - (b.place?.index ?? order.size))
    .map(({ indicator, place }) => ({
      ...rowOf(indicator, body.period.to),
      investmentCode: place?.code ?? null,
      investmentTitle: place?.title ?? null,
    }))
}

/** Every indicator with its targets in force, local ones too. */
export function targetRows({ indicators, period }: Pick<SnapshotBody, 'indicators' | 'period'>): JudgedRow[] {
  return indicators.map((indicator) => rowOf(indicator, period.to))
}

type JudgedRow = Omit<NationalRow, 'investmentCode' | 'investmentTitle'>

function rowOf(indicator: SnapshotIndicator, lastDay: string): JudgedRow {
  const inForce = (role: SnapshotTarget['role']) =>
    indicator.targets
      .filter((target) => target.role === role && target.superseded === null)
      .map((target) => ({ target, judgements: indicator.judgements.filter((j) => j.targetId === target.id) }))
  const final = inForce('final')
  return {
    indicator,
    fulfilment: fulfilmentOf(final, lastDay),
    interim: inForce('interim'),
    final,
    alternative: inForce('alternative'),
    superseded: indicator.targets.filter((target) => target.superseded !== null),
    newest: [...newestByScope(indicator.measurements).values()],
  }
}

/** A scope that misses the target decides; after that, one that cannot be told. */
export function fulfilmentOf(final: readonly TargetRow[], lastDay: string): Fulfilment {
  const judged = final.flatMap(({ target, judgements }) => judgements.map((one) => ({ met: one.met, target })))
  const missed = judged.filter((one) => one.met === false)
  if (missed.some(({ target }) => target.time.to !== null && target.time.to <= lastDay)) return 'not_reached'
  if (missed.length > 0) return 'not_yet'
  return judged.length > 0 && judged.every((one) => one.met === true) ? 'reached' : 'cannot_say'
}

export function fulfilmentSummary(rows: readonly { fulfilment: Fulfilment }[]): FulfilmentSummary {
  const count = (wanted: Fulfilment) => rows.filter((row) => row.fulfilment === wanted).length
  const [reached, cannotSay] = [count('reached'), count('cannot_say')]
  return {
    reached,
    notReached: count('not_reached') + count('not_yet'),
    cannotSay,
    all: rows.length,
    // Where nothing can be said of any of them, no share is known: that is not 0 %.
    percent: cannotSay === rows.length ? null : ratioPercent(String(reached), String(rows.length), 0),
  }
}
