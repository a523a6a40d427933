import type { Prisma, TargetOperator } from '@/generated/prisma/client'
import { timeSpanFromCode } from '@/lib/values/time'
import type { NationalIndicatorFact, TargetFact } from './facts/kkk2.ts'
import type { SyliIndicatorFact } from './facts/syli.ts'

/** A target without the row it hangs on. */
export type TargetRow = Omit<Prisma.IndicatorTargetCreateManyInput, 'organisationId' | 'indicatorId' | 'sort'>

const operators: Record<string, TargetOperator> = {
  '<': 'lt',
  '<=': 'lte',
  '=': 'eq',
  '>=': 'gte',
  '>': 'gt',
  change_percent: 'change_percent',
  decreasing: 'direction',
  increase: 'direction',
  '>= national level': 'comparator',
  '>= baseline': 'comparator',
  'return to pre-covid level': 'comparator',
}

const day = (text: string | null) => (text === null ? null : new Date(text))

function timeColumns(code: string | null, asWritten: string | null) {
  const span = code === null ? null : timeSpanFromCode(code, asWritten)
  return {
    timeAsWritten: asWritten,
    timeCode: code,
    timeFrom: day(span?.ok ? span.value.from : null),
    timeTo: day(span?.ok ? span.value.to : null),
  }
}

/** A target of a local indicator; "as_written" of these is the time as the plan writes it. */
export function metricTarget(fact: TargetFact, unit: string | null): TargetRow {
  const number = typeof fact.value === 'number' ? fact.value : null
  return {
    role: 'final',
    operator: fact.operator ? (operators[fact.operator] ?? null) : wordsOperator(fact.text ?? null, number),
    operatorText: fact.operator ?? null,
    text: fact.text ?? null,
    number,
    unit: number === null ? null : fact.operator === 'change_percent' ? '%' : unit,
    ...timeColumns(fact.period ?? null, fact.as_written ?? null),
    source: fact.source ?? null,
  }
}

/** What a target without an operator asks for: a level to reach, a direction, or a state. */
function wordsOperator(text: string | null, number: number | null): TargetOperator | null {
  if (number !== null) return null
  return text === 'vähenee' ? 'direction' : 'state'
}

type Role = 'interim' | 'final' | 'alternative'

function nationalTarget(fact: TargetFact, unit: string | null, role: Role): TargetRow {
  const number = typeof fact.value === 'number' ? fact.value : null
  return {
    role,
    operator: fact.operator ? (operators[fact.operator] ?? null) : number === null ? 'state' : null,
    operatorText: fact.operator ?? null,
    asWritten: fact.as_written ?? null,
    text: typeof fact.value === 'string' ? fact.value : null,
    number,
    unit: fact.unit ?? (number === null ? null : unit),
    ...timeColumns(fact.period ?? null, fact.period_as_written ?? null),
    definition: fact.definition ?? null,
    source: fact.source ?? null,
  }
}

/** When and why a definition was changed, as the clarification of an indicator tells it. */
export function changeOfDefinition(fact: NationalIndicatorFact): { at: string; until: Date; reason: string } | null {
  if (!fact.superseded_targets?.length) return null
  const reason = fact.clarifications[0] ?? ''
  const match = /^(\d{1,2})\/(\d{4}):/.exec(reason)
  if (!match) throw new Error(`${fact.name}: the month of the changed definition is not told`)
  const at = `${match[2]}-${String(match[1]).padStart(2, '0')}`
  const span = timeSpanFromCode(at)
  if (!span.ok || !span.value.to) throw new Error(`${at} is not a month`)
  // Only the month is known: the old definition holds to its end at the latest.
  return { at, until: new Date(span.value.to), reason }
}

export function nationalTargets(fact: NationalIndicatorFact): TargetRow[] {
  const { unit } = fact
  const changed = changeOfDefinition(fact)
  return [
    ...fact.interim_targets.map((target) => nationalTarget(target, unit, 'interim')),
    nationalTarget(fact.final_target, unit, 'final'),
    ...(fact.alternative_final_targets ?? []).map((target) => nationalTarget(target, unit, 'alternative')),
    ...(fact.superseded_targets ?? []).map((target) => ({
      ...nationalTarget(target, unit, 'final'),
      supersededAt: changed?.at ?? null,
      supersededOn: changed?.until ?? null,
      supersededReason: changed?.reason ?? null,
    })),
  ]
}

/** A target of a final report: a level, a state in words, or a comparison that names no level. */
export function syliTarget(fact: NonNullable<SyliIndicatorFact['target']>, unit: string): TargetRow {
  const number = typeof fact.value === 'number' ? fact.value : null
  return {
    role: 'final',
    operator: typeof fact.value === 'string' ? 'state' : (operators[fact.direction] ?? null),
    operatorText: fact.direction,
    asWritten: typeof fact.value === 'string' ? fact.value : null,
    text: fact.text,
    number,
    unit: number === null ? null : unit,
  }
}
