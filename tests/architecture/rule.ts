import type { Sources } from './source'

export type Verdict = { looked: number; findings: string[] }

/** A violation made in memory, and the finding that must come of it. */
export type Planted = { files: Record<string, string>; finding: RegExp }

export type Rule = {
  name: string
  /** What is counted, e.g. "imports". */
  unit: string
  /** The rule must have looked at this many in the real project: a rule that finds nothing to look at proves nothing. */
  floor: number
  check(sources: Sources): Verdict
  planted: Planted[]
}
