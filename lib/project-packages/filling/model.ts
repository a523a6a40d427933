import type { Field, Value } from '@/lib/project-packages/format/model'

/** What is known where a field is filled in: when the import runs, what the row is called and where it stands in its list. */
export type Filling = { now: string; id: string; at: number }

/**
 * What stands in a field that the package leaves out. The address of a
 * report's field stays empty here: it is made of the row's references once the ids are known.
 */
export function filledIn({ kind, fills, optional }: Field, { now, id, at }: Filling): Value {
  if (kind === 'texts') return []
  if (kind === 'order') return at
  if (kind === 'county') return false
  if (fills === null || fills === 'address' || optional) return null
  if (fills === 'now' && kind === 'instant') return now
  if (fills === 'id') return id
  if (kind === 'json') return JSON.parse(fills) as Value
  if (kind === 'flag') return fills === 'true'
  return kind === 'integer' ? Number(fills) : fills
}
