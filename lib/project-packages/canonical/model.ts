import type { Field, Value } from '@/lib/project-packages/format/model'

/** "0012.50" and "12.5" are one number: without leading and closing zeros, and no zero below nothing. */
function canonicalDecimal(text: string): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = text.slice(sign.length).split('.')
  const kept = fraction.replace(/0+$/, '')
  const plain = `${whole.replace(/^0+(?=\d)/, '')}${kept ? `.${kept}` : ''}`
  return plain === '0' ? '0' : sign + plain
}

/** A moment in UTC to the millisecond, or to the microsecond where it has one, as the database keeps it. */
function canonicalInstant(text: string): string {
  const fraction = (/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(6, '0')
  const moment = new Date(text.replace(/\.\d+/, '')).toISOString().slice(0, 19)
  return `${moment}.${fraction.endsWith('000') ? fraction.slice(0, 3) : fraction}Z`
}

/** The value as it is kept, so that two ways of writing one value compare as one. */
export function canonical({ kind }: Field, value: Value): Value {
  // The database keeps free JSON with its keys in an order of its own: the package has them in one that everybody knows.
  if (kind === 'json') return ordered(value)
  if (typeof value !== 'string') return value
  if (kind === 'decimal') return canonicalDecimal(value)
  return kind === 'instant' ? canonicalInstant(value) : value
}

/** The text of a value with the keys of its objects in one order: equal texts are equal values. */
export function orderedText(value: Value | undefined): string {
  return JSON.stringify(ordered(value ?? null))
}

function ordered(value: Value): Value {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value as Record<string, Value>)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}
