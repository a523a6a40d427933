import { compare, subtract } from '@/lib/values/decimal'
import type { TypedValue } from '@/lib/values/typed-value'
import { canonicalUnit } from '@/lib/values/units'

/** One value that a report tells of an indicator: as understood, or as typed when it could not be read. */
export type ToldValue = { value: TypedValue | null; text: string }

/** The same thing measured twice; null where it was not measured. */
export type ValueChange = {
  scope: string | null
  before: ToldValue | null
  after: ToldValue | null
  same: boolean
  /** By how much the number changed; null unless both are plain numbers of one unit */
  by: { number: string; unit: string | null; isDuration: boolean } | null
}

/** Pairs the values by their scope (`lääkärit`, `Kajaani`), in the order of the later report. */
export function differenceOfValues(before: readonly ToldValue[], after: readonly ToldValue[]): ValueChange[] {
  const left = [...before]
  const pairs = after.map((later) => {
    const at = left.findIndex((earlier) => scopeOf(earlier) === scopeOf(later))
    return change(at < 0 ? null : (left.splice(at, 1)[0] ?? null), later)
  })
  return [...pairs, ...left.map((earlier) => change(earlier, null))]
}

function change(before: ToldValue | null, after: ToldValue | null): ValueChange {
  const told = after ?? before
  return {
    scope: told && scopeOf(told),
    before,
    after,
    same: before !== null && after !== null && isSame(before, after),
    by: byHowMuch(before?.value ?? null, after?.value ?? null),
  }
}

function scopeOf({ value }: ToldValue): string | null {
  return value?.scope?.trim() || null
}

/** Exact difference of two plain numbers. A range, an estimate ("noin 5") or another unit gives none. */
function byHowMuch(before: TypedValue | null, after: TypedValue | null): ValueChange['by'] {
  if (!before || !after || !isPlain(before) || !isPlain(after)) return null
  if (unitOf(before) !== unitOf(after) || before.kind !== after.kind) return null
  const number = subtract(after.number, before.number)
  return compare(number, '0') === 0 ? null : { number, unit: after.unit, isDuration: after.kind === 'duration' }
}

type Plain = TypedValue & { number: string }

function isPlain(value: TypedValue): value is Plain {
  const { number, numberTo, qualifier, unknown, cells } = value
  return number !== null && numberTo === null && qualifier === 'exact' && unknown === null && cells.length === 0
}

function unitOf({ unit }: TypedValue): string | null {
  return unit === null ? null : canonicalUnit(unit)
}

/** What was written does not matter when the same was meant: `35,5` and `35,50 %` of one unit are one value. */
function isSame(before: ToldValue, after: ToldValue): boolean {
  if (!before.value || !after.value) return before.value === after.value && before.text.trim() === after.text.trim()
  const [one, other] = [before.value, after.value]
  if (isPlain(one) && isPlain(other)) {
    return compare(one.number, other.number) === 0 && unitOf(one) === unitOf(other) && one.n === other.n
  }
  return meaning(one) === meaning(other)
}

function meaning({ number, numberTo, qualifier, unit, n, text, yes, unknown, cells, asWritten }: TypedValue): string {
  const known = number ?? text ?? (yes === null ? null : String(yes))
  const parts = cells.map((cell) => [cell.label, cell.number, cell.unknown, cell.unit])
  return JSON.stringify([known, numberTo, qualifier, unit, n, unknown, parts, known === null ? asWritten : null])
}
