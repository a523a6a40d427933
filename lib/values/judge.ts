import { add, compare, divide, isZero, multiply } from '@/lib/values/decimal'
import { type Comparison, comparisons, point, reachOf, sameUnit, satisfies } from '@/lib/values/reach'
import type { Qualifier, TimeSpan, TypedValue } from '@/lib/values/typed-value'
import { isPercentUnit } from '@/lib/values/units'

/**
 * `>=` 80: at least 80. `change_percent` −5: five per cent less than the baseline. `direction`: falls or grows, no level.
 * `state`: a state in words, or yes, by a date.
 */
export const targetOperators = [...comparisons, 'change_percent', 'direction', 'state'] as const
export type TargetOperator = (typeof targetOperators)[number]

/**
 * What was aimed at. `value` is the limit, the per cent of a change, or the state in words; null for a direction alone.
 * A limit without a number ("vähintään koko maan taso") is the `comparison` of the context. `by`: to be reached by the end of `time`;
 * `during`: the value of that very time is judged.
 */
export type Target = {
  operator: TargetOperator
  value: TypedValue | null
  direction: 'up' | 'down' | null
  time: TimeSpan | null
  timing: 'by' | 'during'
}

export type Measured = { value: TypedValue; time: TimeSpan | null }

export type JudgeContext = {
  /** Today in Helsinki, `2025-10-12`. */
  today: string
  baseline?: TypedValue | null
  /** The value a `comparator` target is measured by ("vähintään koko maan taso"). */
  comparison?: TypedValue | null
}

export const verdicts = ['reached', 'on_the_way', 'behind', 'cannot_say'] as const
export type Verdict = (typeof verdicts)[number]

export const judgementReasons = [
  'met',
  'met_late',
  'moving',
  'moved_right',
  'moved_wrong',
  'unchanged',
  'not_due',
  'no_due_day',
  'due_not_met',
  'no_measurement',
  'unknown',
  'not_asked',
  'hidden',
  'not_applicable',
  'no_limit',
  'no_baseline',
  'no_comparison',
  'baseline_zero',
  'not_comparable',
  'units_differ',
  'no_single_value',
  'too_vague',
  'other_period',
  'time_unknown',
] as const
export type JudgementReason = (typeof judgementReasons)[number]

/** `met` tells whether the measured value satisfies the target as it stands; null when that cannot be told. */
export type Judgement = { verdict: Verdict; reason: JudgementReason; met: boolean | null }

const comparisonOfQualifier: Record<Qualifier, Comparison> = {
  exact: '=',
  about: '=',
  over: '>',
  at_least: '>=',
  under: '<',
  at_most: '<=',
}

/** The comparison that a target's words ask for: `yli 5 %` is `>`. A number without such a word is `=`. */
export function comparisonOf(qualifier: Qualifier): Comparison {
  return comparisonOfQualifier[qualifier]
}

type Told<T> = T | JudgementReason

/**
 * Judges one measurement against one target. An unknown value is never zero and never a failure. Before the due day a value
 * that is not there yet is on the way only if it has moved from the baseline; no rule of pace was found in the sources,
 * so none is applied. Reached here means by the numbers: evidence is asked for elsewhere.
 */
export function judge(target: Target, measured: Measured | null, context: JudgeContext): Judgement {
  if (!measured) return cannotSay('no_measurement')
  const { value, time } = measured
  if (value.unknown) return cannotSay(value.unknown)
  if (target.timing === 'during' && target.time) {
    if (!time || (time.from === null && time.to === null)) return cannotSay('time_unknown')
    const before = time.to !== null && target.time.from !== null && time.to < target.time.from
    const after = time.from !== null && target.time.to !== null && time.from > target.time.to
    if (before || after) return cannotSay('other_period')
  }
  if (target.operator === 'direction') return judgeDirection(target, value, context)
  const met = target.operator === 'state' ? meetsState(target, value) : meetsLimit(target, value, context)
  if (typeof met === 'string') return cannotSay(met)
  const due = target.time?.to ?? null
  if (met) {
    const late = target.timing === 'by' && due !== null && time?.from != null && time.from > due
    return { verdict: 'reached', reason: late ? 'met_late' : 'met', met }
  }
  if (due !== null && context.today > due) return { verdict: 'behind', reason: 'due_not_met', met }
  return { ...notYet(target, value, context), met }
}

function cannotSay(reason: JudgementReason): Judgement {
  return { verdict: 'cannot_say', reason, met: null }
}

function meetsState(target: Target, value: TypedValue): Told<boolean> {
  if (value.kind === 'yes_no' && value.yes !== null) return value.yes
  const plain = (text: string | null | undefined) => text?.trim().toLowerCase() ?? ''
  const wanted = plain(target.value?.text ?? target.value?.asWritten)
  // Words are compared, never interpreted: "päätös hyväksytty" may or may not be "käytössä".
  return wanted !== '' && wanted === plain(value.text ?? value.asWritten) ? true : 'not_comparable'
}

function meetsLimit(target: Target, value: TypedValue, context: JudgeContext): Told<boolean> {
  if (target.value?.kind === 'yes_no' && value.kind === 'yes_no') {
    return target.value.yes === null || value.yes === null ? 'not_comparable' : target.value.yes === value.yes
  }
  if (target.operator === 'change_percent') return meetsChange(target, value, context)
  const told = target.value
  const levelled = told !== null && (told.number !== null || told.unknown !== null || told.yes !== null)
  const limitValue = levelled ? told : (context.comparison ?? null)
  if (!limitValue || limitValue.unknown) return levelled ? 'no_limit' : 'no_comparison'
  // How much something changed says nothing of the level it reached.
  if (value.kind === 'change' && limitValue.kind !== 'change') return 'not_comparable'
  // "yli 5 %" as a limit is the number 5 and the comparison "over", not every number above 5.
  const asked = target.operator === '=' ? comparisonOf(limitValue.qualifier) : target.operator
  const limit = reachOf(
    limitValue.qualifier === 'about' ? limitValue : { ...limitValue, qualifier: 'exact' },
    limitValue.unit,
  )
  if (typeof limit === 'string') return 'no_limit'
  const actual = reachOf(value, limitValue.unit)
  if (typeof actual === 'string') return actual
  if (!sameUnit(actual.unit, limit.unit)) return 'units_differ'
  return isComparison(asked) ? satisfies(actual, asked, limit) : 'not_comparable'
}

function isComparison(operator: TargetOperator): operator is Comparison {
  return comparisons.some((known) => known === operator)
}

function meetsChange(target: Target, value: TypedValue, context: JudgeContext): Told<boolean> {
  const percent = target.value?.number ?? null
  if (percent === null) return 'no_limit'
  const operator = compare(percent, '0') < 0 ? '<=' : '>='
  if (value.kind === 'change') {
    const actual = reachOf(value, value.unit)
    if (typeof actual === 'string') return actual
    return isPercentUnit(value.unit) ? satisfies(actual, operator, point(percent)) : 'units_differ'
  }
  const baseline = context.baseline ?? null
  if (!baseline || baseline.unknown) return 'no_baseline'
  const [from, actual] = [reachOf(baseline, value.unit), reachOf(value, value.unit)]
  if (typeof actual === 'string') return actual
  if (typeof from === 'string' || from.low === null || from.low !== from.high) return 'no_baseline'
  if (!sameUnit(actual.unit, from.unit)) return 'units_differ'
  if (isZero(from.low)) return 'baseline_zero'
  const factor = divide(add('100', percent), '100', 30) ?? '0'
  return satisfies(actual, operator, { ...point(multiply(from.low, factor)), about: from.about })
}

function judgeDirection(target: Target, value: TypedValue, context: JudgeContext): Judgement {
  if (!target.direction) return cannotSay('no_limit')
  const moved = movement(target.direction, value, context.baseline ?? context.comparison ?? null)
  if (moved === 'moved_right') return { verdict: 'reached', reason: moved, met: true }
  if (moved === 'moved_wrong' || moved === 'unchanged') return { verdict: 'behind', reason: moved, met: false }
  return cannotSay(moved)
}

function notYet(
  target: Target,
  value: TypedValue,
  context: JudgeContext,
): { verdict: Verdict; reason: JudgementReason } {
  if (value.kind === 'yes_no') {
    return target.time?.to
      ? { verdict: 'on_the_way', reason: 'not_due' }
      : { verdict: 'cannot_say', reason: 'no_due_day' }
  }
  const percent = target.operator === 'change_percent' ? (target.value?.number ?? '0') : null
  const wanted =
    percent !== null ? (compare(percent, '0') < 0 ? 'down' : 'up') : wayTo(target, context.baseline ?? null)
  if (!wanted) return { verdict: 'cannot_say', reason: 'no_baseline' }
  const moved = movement(wanted, value, context.baseline ?? null)
  if (moved === 'moved_right') return { verdict: 'on_the_way', reason: 'moving' }
  return { verdict: moved === 'moved_wrong' || moved === 'unchanged' ? 'behind' : 'cannot_say', reason: moved }
}

function wayTo(target: Target, baseline: TypedValue | null): 'up' | 'down' | null {
  if (target.operator === '>' || target.operator === '>=') return 'up'
  if (target.operator === '<' || target.operator === '<=') return 'down'
  const limit = target.value?.number ?? null
  if (limit === null || !baseline || baseline.unknown || baseline.number === null) return target.direction
  return compare(limit, baseline.number) < 0 ? 'down' : 'up'
}

function movement(
  wanted: 'up' | 'down',
  value: TypedValue,
  from: TypedValue | null,
): 'moved_right' | 'moved_wrong' | 'unchanged' | JudgementReason {
  const start = value.kind === 'change' ? point('0') : from && !from.unknown ? reachOf(from, value.unit) : 'no_baseline'
  if (typeof start === 'string') return 'no_baseline'
  const actual = reachOf(value, value.unit)
  if (typeof actual === 'string') return actual
  if (value.kind !== 'change' && !sameUnit(actual.unit, start.unit)) return 'units_differ'
  const right = satisfies(actual, wanted === 'up' ? '>' : '<', start)
  if (right === true) return 'moved_right'
  const wrong = satisfies(actual, wanted === 'up' ? '<' : '>', start)
  if (wrong === true) return 'moved_wrong'
  return right === 'too_vague' || wrong === 'too_vague' ? 'too_vague' : 'unchanged'
}
