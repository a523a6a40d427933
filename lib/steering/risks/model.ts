import type { SnapshotRisk } from '@/lib/rounds/snapshot/model'

export type Score = { probability: number; impact: number }

export type RiskRow = {
  risk: SnapshotRisk
  score: Score | null
  /** probability × impact; null when unscored */
  points: number | null
  /** Points as printed when they are not the product */
  otherPoints: number | null
  /** The score at the time compared with; without one, the score before the latest */
  previous: Score | null
  /** What is left when the mitigations work */
  after: Score | null
}

/**
 * Open risks with their latest assessment, highest points first; unscored ones stay unscored and come last. `earlier` are
 * the risks of the publication compared with.
 */
export function riskRows(risks: readonly SnapshotRisk[], earlier: readonly SnapshotRisk[] | null = null): RiskRow[] {
  const past = earlier && new Map(earlier.map((risk) => [risk.id, risk]))
  return risks
    .filter((risk) => risk.closedOn === null)
    .map((risk) => rowOf(risk, past ? (past.get(risk.id)?.assessments.at(-1) ?? null) : beforeLatest(risk)))
    .sort((a, b) => (b.points ?? -1) - (a.points ?? -1) || (a.risk.no ?? 0) - (b.risk.no ?? 0))
}

/** Where a risk stands now; null when it is not scored. */
export function scoreNow({ assessments }: Pick<SnapshotRisk, 'assessments'>): Score | null {
  const latest = assessments.at(-1)
  return latest ? scoreOf(latest) : null
}

/** probability × impact of a score. */
export function pointsOf(score: Score | null): number | null {
  return score && score.probability * score.impact
}

/** The latest assessment of another period than the newest one: a second look within one period is no movement. */
function beforeLatest({ assessments }: SnapshotRisk): Assessment | null {
  const latest = assessments.at(-1)
  return assessments.findLast((one, at) => at < assessments.length - 1 && !isSamePeriod(one, latest)) ?? null
}

function isSamePeriod(a: Assessment, b: Assessment | undefined): boolean {
  return a.periodKey !== null && a.periodKey === b?.periodKey
}

type Assessment = SnapshotRisk['assessments'][number]

function rowOf(risk: SnapshotRisk, before: Assessment | null | undefined): RiskRow {
  const latest = risk.assessments.at(-1)
  const score = scoreNow(risk)
  const points = pointsOf(score)
  const printed = latest?.pointsAsWritten ?? null
  return {
    risk,
    score,
    points,
    otherPoints: printed !== null && printed !== points ? printed : null,
    previous: before ? scoreOf(before) : null,
    after: latest ? scoreOf({ probability: latest.probabilityAfter, impact: latest.impactAfter }) : null,
  }
}

function scoreOf({ probability, impact }: Pick<Assessment, 'probability' | 'impact'>): Score | null {
  return probability === null || impact === null ? null : { probability, impact }
}
