import type { SnapshotBody, SnapshotPlanChange, SnapshotRisk } from '@/lib/rounds/snapshot/model'
import { pointsOf, type Score, scoreNow } from '@/lib/steering/risks/model'

/** `grew` is bad news, `fell` and `closed` good; `scored`: it has points now and had none; `moved`: other place, same points. */
export const riskMoves = ['grew', 'new', 'scored', 'moved', 'fell', 'closed'] as const
export type RiskMove = (typeof riskMoves)[number]

export type RiskChange = {
  risk: SnapshotRisk
  move: RiskMove
  before: { score: Score | null; points: number | null }
  now: { score: Score | null; points: number | null }
}

/** Risks that are new, closed, or stand elsewhere than in the earlier publication; the bad news first. */
export function riskChanges(earlier: SnapshotBody, now: SnapshotBody): RiskChange[] {
  const past = new Map(earlier.risks.map((risk) => [risk.id, risk]))
  return now.risks
    .flatMap((risk): RiskChange[] => {
      const before = past.get(risk.id) ?? null
      const move = moveOf(before, risk)
      return move === null ? [] : [{ risk, move, before: standing(before), now: standing(risk) }]
    })
    .sort((a, b) => riskMoves.indexOf(a.move) - riskMoves.indexOf(b.move))
}

function standing(risk: SnapshotRisk | null): RiskChange['now'] {
  const score = risk && scoreNow(risk)
  return { score, points: pointsOf(score) }
}

function moveOf(before: SnapshotRisk | null, now: SnapshotRisk): RiskMove | null {
  const wasOpen = before !== null && before.closedOn === null
  if (now.closedOn !== null) return wasOpen ? 'closed' : null
  if (!wasOpen) return 'new'
  const [was, is] = [scoreNow(before), scoreNow(now)]
  if (is === null) return null
  if (was === null) return 'scored'
  const difference = (pointsOf(is) ?? 0) - (pointsOf(was) ?? 0)
  if (difference !== 0) return difference > 0 ? 'grew' : 'fell'
  return is.probability === was.probability ? null : 'moved'
}

export type PlanChangeNews = {
  change: SnapshotPlanChange
  /** Null: it was not in the earlier publication */
  before: SnapshotPlanChange['state'] | null
  /** Decisions that were not known then */
  decided: SnapshotPlanChange['decided']
}

/** Changes of the plan that are new, in another state, or decided once more. */
export function planChangeNews(earlier: SnapshotBody, now: SnapshotBody): PlanChangeNews[] {
  const past = new Map(earlier.planChanges.map((change) => [change.id, change]))
  return now.planChanges.flatMap((change): PlanChangeNews[] => {
    const before = past.get(change.id)
    const known = new Set(before?.decided.map(({ timeCode }) => timeCode))
    const decided = change.decided.filter(({ timeCode }) => !known.has(timeCode))
    const isNews = !before || before.state !== change.state || decided.length > 0
    return isNews ? [{ change, before: before?.state ?? null, decided }] : []
  })
}
