import type { SnapshotToimintamalli } from '@/lib/rounds/snapshot/model'
import { isDescribed, takenInto, type UseState } from '@/lib/toimintamallit/model'

/** How many answer what; unknown is counted as unknown and never as "no". */
export type Answers = { yes: number; partly: number; no: number; unknown: number }

export type ToimintamalliFunnel = {
  all: number
  described: Answers
  piloted: Answers
  taken: Answers
  stayedInUse: Answers
}

/** From described through piloted and taken into use to stayed in use. */
export function toimintamalliFunnel(models: readonly SnapshotToimintamalli[]): ToimintamalliFunnel {
  return {
    all: models.length,
    described: answers(models.map(describedAnswer)),
    piloted: answers(models.map((m) => m.piloted)),
    taken: answers(models.map(takenInto)),
    stayedInUse: answers(models.map((m) => m.stayedInUse)),
  }
}

export function describedAnswer(model: SnapshotToimintamalli): UseState | null {
  const described = isDescribed(model)
  return described === null ? null : described ? 'yes' : 'no'
}

function answers(given: readonly (UseState | null)[]): Answers {
  const counts: Answers = { yes: 0, partly: 0, no: 0, unknown: 0 }
  for (const one of given) counts[one ?? 'unknown'] += 1
  return counts
}
