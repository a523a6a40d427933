import { compare, decimalFromNumber, isDecimal } from '@/lib/values/decimal'
import { addressOf, leavesOf, type NamedLists, valueAt } from './leaves'

/** Why a leaf of the source is no column of its own. `rebuilt`: our own calculation must still give the same. */
export type Normalised = { reason: string; rebuilt: boolean }

export type LossReport = {
  walked: number
  found: number
  /** Reason → leaves */
  normalised: Record<string, number>
  /** Rules that no leaf needed: they would hide a loss one day */
  idle: string[]
  /** Leaves that are gone or different, with both values */
  lost: string[]
  /** Values that the rebuilt tree has and the source has not */
  invented: string[]
}

/** Walks every leaf of the source and looks for the same value at the same address of what the queries give. */
export function checkLoss(
  source: unknown,
  rebuilt: unknown,
  normalised: Record<string, Normalised>,
  named: NamedLists = {},
): LossReport {
  const report: LossReport = { walked: 0, found: 0, normalised: {}, idle: [], lost: [], invented: [] }
  const used = new Set<string>()
  for (const { steps, pattern, value } of leavesOf(source, named)) {
    report.walked += 1
    const name = ruleFor(pattern, normalised)
    const rule = normalised[name]
    used.add(name)
    if (rule) report.normalised[rule.reason] = (report.normalised[rule.reason] ?? 0) + 1
    if (rule && !rule.rebuilt) continue
    const found = valueAt(rebuilt, steps, named)
    if (!same(value, found)) report.lost.push(`${addressOf(steps)}: ${show(value)} became ${show(found)}`)
    else if (!rule) report.found += 1
  }
  report.idle = Object.keys(normalised).filter((name) => !used.has(name))
  report.invented = leavesOf(rebuilt, named)
    .filter(({ value }) => value !== null && !isEmpty(value))
    .filter(({ steps }) => valueAt(source, steps, named) === undefined)
    .map(({ steps, value }) => `${addressOf(steps)}: ${show(value)} is not in the source`)
  return report
}

/** A rule names a pattern, or with a star at its end everything that begins so. */
export function ruleFor(pattern: string, normalised: Record<string, Normalised>): string {
  const plain = Object.keys(normalised).find((rule) => rule === pattern)
  const star = Object.keys(normalised).find((rule) => rule.endsWith('*') && pattern.startsWith(rule.slice(0, -1)))
  return plain ?? star ?? ''
}

/** Numbers are equal as exact decimals; a text, a truth value or nothing only when it is that very one. */
function same(source: unknown, found: unknown): boolean {
  if (isEmpty(source)) return isEmpty(found)
  if (typeof source !== 'number') return source === found
  if (typeof found === 'number') return source === found
  return typeof found === 'string' && isDecimal(found) && compare(found, decimalFromNumber(source)) === 0
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : (JSON.stringify(value)?.slice(0, 120) ?? String(value))
}
