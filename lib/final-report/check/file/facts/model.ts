import type { FactIndicatorRow, FactModel, FactsFile } from '@/lib/final-report/check/file/schema'
import { measurementOfFact, quantity, valueOfFact } from '@/lib/final-report/check/file/values/model'
import type { CheckedMeasure, CheckedModel } from '@/lib/final-report/check/model'
import { tagsIn } from '@/lib/final-report/check/models/model'
import { makeUnknown, makeValue } from '@/lib/values/make-value'
import type { Qualifier, TypedValue } from '@/lib/values/typed-value'
import { kindOfUnit } from '@/lib/values/units'

const qualifierOf: Record<string, Qualifier> = { '>=': 'at_least', '>': 'over', '<=': 'at_most', '<': 'under' }

/** Measures of the facts; `@baseline` is a level before the work, `@0` the first measurement. Throws as `valueOfFact`. */
export function measureOfFact(fact: FactIndicatorRow): CheckedMeasure {
  const { id, name, unit, target, baseline } = fact
  const measured = fact.measurements.map((one, index) => {
    const { value, time } = measurementOfFact(fact, one)
    return { id: `${id}@${index}`, value, time: time.asWritten || null, n: value.n === null ? null : String(value.n) }
  })
  const before = baseline
    ? [{ id: `${id}@baseline`, value: valueOfFact(fact, baseline.value, {}), time: baseline.period ?? null, n: null }]
    : []
  return {
    id,
    name,
    unit,
    measurements: [...measured, ...before],
    targets: target
      ? [{ id: `${id}@target`, value: valueOfTarget(target, unit), time: null, role: 'final', superseded: false }]
      : [],
  }
}

function valueOfTarget(target: NonNullable<FactIndicatorRow['target']>, unit: string): TypedValue {
  const text = target.text ?? null
  const { value, direction } = target
  if (value === null) return makeUnknown(kindOfUnit(unit), 'unknown', { unit, text })
  if (typeof value === 'string') return makeValue('state', { asWritten: value, text: text ?? value, unit })
  return quantity(value, unit, { qualifier: qualifierOf[direction ?? ''] ?? 'exact', text })
}

/** The models of the facts, named by their place in the list. */
export function modelsOfFacts({
  toimintamallit,
}: Pick<FactsFile, 'toimintamallit'>): (CheckedModel & { fact: FactModel })[] {
  return toimintamallit.map((fact, index) => ({
    id: `model-${index + 1}`,
    name: fact.name,
    addresses: [
      ...new Set([fact.innokyla_url, fact.innokyla_url_in_table_4_2, fact.innokyla_url_in_section].filter(isText)),
    ],
    titleTag: tagsIn(fact.name)[0]?.text ?? null,
    investments: fact.investments.map((number) => (/^\d+$/.test(number) ? `I${number}` : number)),
    piloted: fact.piloted ?? null,
    stayedInUse: fact.stayed_in_use ?? null,
    fact,
  }))
}

function isText(text: string | null | undefined): text is string {
  return typeof text === 'string' && text.trim() !== ''
}
