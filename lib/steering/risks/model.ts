import type { SnapshotRisk } from '@/lib/rounds/snapshot/model'

export type Score = { probability: number; impact: number }

export type RiskRow = {
  risk: SnapshotRisk
  score: Score | null
  /** probability × impact; null when unscored */
  points: number | null
  /** Points as printed when they are not the product */
  otherPoints: number | null
  /** The score before the latest one, if there was one */
  previous: Score | null
}

/** Open risks with their latest assessment, highest points first; unscored ones stay unscored and come last. */
export function riskRows(risks: readonly SnapshotRisk[]): RiskRow[] {
  return risks
    .filter((risk) => risk.closedOn === null)
    .map(rowOf)
    .sort((a, b) => (b.points ?? -1) - (a.points ?? -1) || (a.risk.no ?? 0) - (b.risk.no ?? 0))
}

function rowOf(risk: SnapshotRisk): RiskRow {
  const latest = risk.assessments.at(-1)
  const before = risk.assessments.at(-2)
  const score = latest ? scoreOf(latest) : null
  const points = score ? score.probability * score.impact : null
  const printed = latest?.pointsAsWritten ?? null
  return {
    risk,
    score,
    points,
    otherPoints: printed !== null && printed !== points ? printed : null,
    previous: before ? scoreOf(before) : null,
  }
}

function scoreOf({ probability, impact }: SnapshotRisk['assessments'][number]): Score | null {
  return probability === null || impact === null ? null : { probability, impact }
}
