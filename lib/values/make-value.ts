import type { TypedValue, UnknownKind, ValueCell, ValueKind } from '@/lib/values/typed-value'

/** A value with what is given and nothing else. */
export function makeValue(kind: ValueKind, known: Partial<Omit<TypedValue, 'kind'>> = {}): TypedValue {
  return {
    asWritten: null,
    kind,
    number: null,
    numberTo: null,
    qualifier: 'exact',
    unit: null,
    n: null,
    scope: null,
    text: null,
    yes: null,
    unknown: null,
    cells: [],
    note: null,
    source: null,
    flags: [],
    ...known,
  }
}

/** A value that is not there, and why. */
export function makeUnknown(
  kind: ValueKind,
  unknown: UnknownKind,
  known: Partial<Omit<TypedValue, 'kind'>> = {},
): TypedValue {
  return makeValue(kind, { ...known, unknown })
}

export function makeCell(label: string, known: Partial<Omit<ValueCell, 'label'>> = {}): ValueCell {
  return {
    label,
    dimensions: {},
    asWritten: null,
    number: null,
    unit: null,
    qualifier: 'exact',
    unknown: null,
    ...known,
  }
}
