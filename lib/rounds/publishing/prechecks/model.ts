import type { UnitState } from '@/lib/rounds/model'
import { sumsThatDiffer } from '@/lib/rounds/publishing/prechecks/sums/model'
import { indicatorsWithoutValue } from '@/lib/rounds/publishing/prechecks/values/model'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { isFinal } from '@/lib/status-reports/model'

/** What is looked at before a period is published, the gravest first. */
export const precheckRules = [
  'no_report',
  'not_approved',
  'red_without_reason',
  'yellow_without_reason',
  'open_comments',
  'no_value',
  'no_national_value',
  'budget_differs',
  'estimates_differ',
  'parts_differ',
  'rows_differ',
] as const
export type PrecheckRule = (typeof precheckRules)[number]

/** Where a finding can be looked at: a unit's report or its section, the money of the project, or its national indicators. */
export type FindingPlace = { unitId: string; path: string | null } | 'finance' | 'targets' | 'structure'

export type Finding = {
  rule: PrecheckRule
  place: FindingPlace
  /** What it is about: a unit, a budget table, a national indicator, a table */
  title: string
  /** What of it: an indicator of the unit, a column of the table */
  part: string | null
  /** Where the unit stands, when that is the matter */
  state: UnitState | null
  /** How many, when there can be several */
  count: number | null
  /** The sum as told and as counted from its parts: exact decimals */
  sums: { told: string; counted: string; unit: string | null } | null
}

/** What the list is made from: the review as it would be published now, and what is not in it. */
export type ToCheck = {
  body: SnapshotBody
  /** Of each reporting unit */
  states: ReadonlyMap<string, UnitState>
  /** Open comment threads by unit; one without any is missing */
  threads: ReadonlyMap<string, number>
}

const nothingMore = { part: null, state: null, count: null, sums: null }

/** Everything a publisher should know before publishing: by rule, then in the order of the units. Empty when nothing is amiss. */
export function findingsOf(given: ToCheck): Finding[] {
  const { body } = given
  const found = [
    ...unitFindings(given),
    ...lightFindings(body),
    ...indicatorsWithoutValue(body),
    ...sumsThatDiffer(body),
  ]
  return precheckRules.flatMap((rule) => found.filter((finding) => finding.rule === rule))
}

function unitFindings({ body, states, threads }: ToCheck): Finding[] {
  return body.units
    .filter(({ reports }) => reports)
    .flatMap((unit): Finding[] => {
      const state = states.get(unit.id) ?? 'no_report'
      const about = { ...nothingMore, title: unit.title, place: { unitId: unit.id, path: null } }
      const open = threads.get(unit.id) ?? 0
      return [
        ...(state === 'no_report' ? [{ ...about, rule: 'no_report' as const, state }] : []),
        ...(state !== 'no_report' && !isFinal(state) ? [{ ...about, rule: 'not_approved' as const, state }] : []),
        ...(open > 0 ? [{ ...about, rule: 'open_comments' as const, count: open }] : []),
      ]
    })
}

/** Only a light of the unit's own needs its reason there: a light that comes from a part has it at the part. */
function lightFindings({ units }: SnapshotBody): Finding[] {
  return units.flatMap(({ id, title, report }): Finding[] => {
    const light = report?.light?.value
    if ((light !== 'red' && light !== 'yellow') || report?.reason?.text.trim()) return []
    const rule = light === 'red' ? 'red_without_reason' : 'yellow_without_reason'
    return [{ ...nothingMore, rule, title, place: { unitId: id, path: 'overall' } }]
  })
}

export type FindingCounts = Partial<Record<PrecheckRule, number>>

/** How many findings each rule has; rules without any are left out. */
export function countFindings(findings: readonly { rule: PrecheckRule }[]): FindingCounts {
  const of = (rule: PrecheckRule) => findings.filter((finding) => finding.rule === rule).length
  return Object.fromEntries(precheckRules.map((rule) => [rule, of(rule)] as const).filter(([, count]) => count > 0))
}
