/**
 * A value keeps what was written and what it means. Source of the kinds: domain description, section "Values".
 * Decimals are exact strings with a dot ("35.5"); unknown, not asked, hidden, not applicable and zero are five things.
 */
export const valueKinds = [
  'number',
  'range',
  'fraction',
  'funnel',
  'breakdown',
  'distribution',
  'scale',
  'duration',
  'amount',
  'count',
  'yes_no',
  'state',
  'text',
  'change',
] as const
export type ValueKind = (typeof valueKinds)[number]

export const qualifiers = ['exact', 'about', 'over', 'at_least', 'under', 'at_most'] as const
export type Qualifier = (typeof qualifiers)[number]

export const unknownKinds = ['unknown', 'not_asked', 'hidden', 'not_applicable'] as const
export type UnknownKind = (typeof unknownKinds)[number]

/** One cell of a breakdown, distribution or funnel; `dimensions` are free ("kunta" → "Kajaani"). */
export type ValueCell = {
  label: string
  dimensions: Record<string, string>
  asWritten: string | null
  number: string | null
  unit: string | null
  qualifier: Qualifier
  unknown: UnknownKind | null
}

export type TypedValue = {
  asWritten: string | null
  kind: ValueKind
  /** The number itself; low end of a range; numerator of a fraction; minutes of a duration. */
  number: string | null
  /** High end of a range; denominator of a fraction. */
  numberTo: string | null
  qualifier: Qualifier
  unit: string | null
  n: number | null
  scope: string | null
  text: string | null
  yes: boolean | null
  /** Why there is no value; null when there is one. */
  unknown: UnknownKind | null
  cells: ValueCell[]
  note: string | null
  source: string | null
  flags: string[]
}

/** A time as written and as dates. `code` is canonical: 2025, 2025-07, 2025-Q3, 2025-W35, 2025-H1, 2025-09-03, a/b. */
export type TimeSpan = {
  asWritten: string | null
  code: string | null
  from: string | null
  to: string | null
  basis: string | null
}
