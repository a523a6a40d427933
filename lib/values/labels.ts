import type { JudgementReason, TargetOperator, Verdict } from '@/lib/values/judge'
import type { TimeReason } from '@/lib/values/parse-time'
import type { ParseReason } from '@/lib/values/parse-value'
import type { Qualifier, UnknownKind, ValueKind } from '@/lib/values/typed-value'

/** Catalogue keys of everything in the value layer that has a name; each table is total over its type. */

export const valueKindLabels: Record<ValueKind, string> = {
  number: 'values.kind.number',
  range: 'values.kind.range',
  fraction: 'values.kind.fraction',
  funnel: 'values.kind.funnel',
  breakdown: 'values.kind.breakdown',
  distribution: 'values.kind.distribution',
  scale: 'values.kind.scale',
  duration: 'values.kind.duration',
  amount: 'values.kind.amount',
  count: 'values.kind.count',
  yes_no: 'values.kind.yesNo',
  state: 'values.kind.state',
  text: 'values.kind.text',
  change: 'values.kind.change',
}

export const qualifierLabels: Record<Qualifier, string> = {
  exact: 'values.qualifier.exact',
  about: 'values.qualifier.about',
  over: 'values.qualifier.over',
  at_least: 'values.qualifier.atLeast',
  under: 'values.qualifier.under',
  at_most: 'values.qualifier.atMost',
}

export const unknownLabels: Record<UnknownKind, string> = {
  unknown: 'values.unknown.unknown',
  not_asked: 'values.unknown.notAsked',
  hidden: 'values.unknown.hidden',
  not_applicable: 'values.unknown.notApplicable',
}

/** A sentence that says what the kind of "no value" means, for the help under a choice. */
export const unknownHelpLabels: Record<UnknownKind, string> = {
  unknown: 'values.unknownHelp.unknown',
  not_asked: 'values.unknownHelp.notAsked',
  hidden: 'values.unknownHelp.hidden',
  not_applicable: 'values.unknownHelp.notApplicable',
}

const parseReasonLabels: Record<ParseReason, string> = {
  EMPTY: 'values.error.empty',
  NOT_A_NUMBER: 'values.error.notANumber',
  AMBIGUOUS_THOUSANDS: 'values.error.ambiguousThousands',
  TOO_LONG: 'values.error.tooLong',
  TOO_MANY_DECIMALS: 'values.error.tooManyDecimals',
  RANGE_REVERSED: 'values.error.rangeReversed',
  LOOKS_LIKE_DATE: 'values.error.looksLikeDate',
  UNIT_DIFFERS: 'values.error.unitDiffers',
  NOT_A_FRACTION: 'values.error.notAFraction',
  ZERO_DENOMINATOR: 'values.error.zeroDenominator',
  CHANGE_NEEDS_SIGN: 'values.error.changeNeedsSign',
  NOT_YES_NO: 'values.error.notYesNo',
  NOT_A_FUNNEL: 'values.error.notAFunnel',
  NOT_CELLS: 'values.error.notCells',
  OUTSIDE_SCALE: 'values.error.outsideScale',
}

/** The sentence shown at the field for a value that was not understood. None of them takes arguments. */
export function parseReasonKey(reason: ParseReason): string {
  return parseReasonLabels[reason]
}

const timeReasonLabels: Record<TimeReason, string> = {
  EMPTY: 'values.timeError.empty',
  NOT_A_TIME: 'values.timeError.notATime',
  NO_SUCH_TIME: 'values.timeError.noSuchTime',
  YEAR_MISSING: 'values.timeError.yearMissing',
  ENDS_BEFORE_START: 'values.timeError.endsBeforeStart',
}

/** The sentence shown at the field for a time that was not understood. */
export function timeReasonKey(reason: TimeReason): string {
  return timeReasonLabels[reason]
}

/** Every sentence that can stand at a field of a value or a time, for forms that are told of it in the browser. */
export const valueErrorKeys: readonly string[] = [
  ...Object.values(parseReasonLabels),
  ...Object.values(timeReasonLabels),
]

export const operatorLabels: Record<TargetOperator, string> = {
  '<': 'values.operator.under',
  '<=': 'values.operator.atMost',
  '=': 'values.operator.equal',
  '>=': 'values.operator.atLeast',
  '>': 'values.operator.over',
  change_percent: 'values.operator.changePercent',
  direction: 'values.operator.direction',
  state: 'values.operator.state',
}

export const verdictLabels: Record<Verdict, string> = {
  reached: 'values.verdict.reached',
  on_the_way: 'values.verdict.onTheWay',
  behind: 'values.verdict.behind',
  cannot_say: 'values.verdict.cannotSay',
}

export const judgementReasonLabels: Record<JudgementReason, string> = {
  met: 'values.judgement.met',
  met_late: 'values.judgement.metLate',
  moving: 'values.judgement.moving',
  moved_right: 'values.judgement.movedRight',
  moved_wrong: 'values.judgement.movedWrong',
  unchanged: 'values.judgement.unchanged',
  not_due: 'values.judgement.notDue',
  no_due_day: 'values.judgement.noDueDay',
  due_not_met: 'values.judgement.dueNotMet',
  no_measurement: 'values.judgement.noMeasurement',
  unknown: 'values.judgement.unknown',
  not_asked: 'values.judgement.notAsked',
  hidden: 'values.judgement.hidden',
  not_applicable: 'values.judgement.notApplicable',
  no_limit: 'values.judgement.noLimit',
  no_baseline: 'values.judgement.noBaseline',
  no_comparison: 'values.judgement.noComparison',
  baseline_zero: 'values.judgement.baselineZero',
  not_comparable: 'values.judgement.notComparable',
  units_differ: 'values.judgement.unitsDiffer',
  no_single_value: 'values.judgement.noSingleValue',
  too_vague: 'values.judgement.tooVague',
  other_period: 'values.judgement.otherPeriod',
  time_unknown: 'values.judgement.timeUnknown',
}
