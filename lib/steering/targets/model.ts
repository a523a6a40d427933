import { newestByScope, scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type {
  SnapshotBody,
  SnapshotIndicator,
  SnapshotJudgement,
  SnapshotMeasurement,
  SnapshotTarget,
} from '@/lib/rounds/snapshot/model'
import { ratioPercent } from '@/lib/values/decimal'

/** Whether the final target in force is reached: by every scope that was measured, not by some, or it cannot be told. */
export const fulfilments = ['reached', 'not_reached', 'cannot_say'] as const
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
  notReached: number
  cannotSay: number
  all: number
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
      ...rowOf(indicator),
      investmentCode: place?.code ?? null,
      investmentTitle: place?.title ?? null,
    }))
}

function rowOf(indicator: SnapshotIndicator): Omit<NationalRow, 'investmentCode' | 'investmentTitle'> {
  const inForce = (role: SnapshotTarget['role']) =>
    indicator.targets
      .filter((target) => target.role === role && target.superseded === null)
      .map((target) => ({ target, judgements: indicator.judgements.filter((j) => j.targetId === target.id) }))
  const final = inForce('final')
  return {
    indicator,
    fulfilment: fulfilmentOf(final),
    interim: inForce('interim'),
    final,
    alternative: inForce('alternative'),
    superseded: indicator.targets.filter((target) => target.superseded !== null),
    newest: [...newestByScope(indicator.measurements).values()],
  }
}

/** A scope that misses the target decides; after that, one that cannot be told. */
export function fulfilmentOf(final: readonly TargetRow[]): Fulfilment {
  const judged = final.flatMap((row) => row.judgements)
  if (judged.some((one) => one.met === false)) return 'not_reached'
  return judged.length > 0 && judged.every((one) => one.met === true) ? 'reached' : 'cannot_say'
}

export function fulfilmentSummary(rows: readonly { fulfilment: Fulfilment }[]): FulfilmentSummary {
  const count = (wanted: Fulfilment) => rows.filter((row) => row.fulfilment === wanted).length
  const reached = count('reached')
  return {
    reached,
    notReached: count('not_reached'),
    cannotSay: count('cannot_say'),
    all: rows.length,
    percent: ratioPercent(String(reached), String(rows.length), 0),
  }
}

export type SeriesPoint = { code: string; from: string; measurementId: string; number: string | null }
export type NumberSeries = { scope: string | null; points: SeriesPoint[] }

/** What can be drawn: values that are single numbers and whose time is known, one series per scope, oldest first. */
export function numberSeries(indicator: SnapshotIndicator): NumberSeries[] {
  const series = new Map<string | null, SeriesPoint[]>()
  for (const one of indicator.measurements) {
    const { code, from, to } = one.time
    const day = from ?? to
    if (one.role === 'comparison' || code === null || day === null) continue
    if (one.value.number === null || one.value.numberTo !== null || one.value.kind === 'change') continue
    // A starting level is the first point of what is followed, whoever it was measured of.
    const scope = one.role === 'baseline' && !series.has(scopeOf(one)) ? onlyScope(indicator) : scopeOf(one)
    const point = { code, from: day, measurementId: one.id, number: one.value.unknown ? null : one.value.number }
    series.set(scope, [...(series.get(scope) ?? []), point])
  }
  return [...series].map(([scope, points]) => ({
    scope,
    points: points.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  }))
}

function onlyScope(indicator: SnapshotIndicator): string | null {
  const scopes = [...newestByScope(indicator.measurements).keys()]
  return scopes.length === 1 ? (scopes[0] ?? null) : null
}
