import jsep from 'jsep'
import type { MeasurementRow } from '@/lib/indicators/model'
import { add, divide, multiply, negate, parseDecimal, round, subtract } from '@/lib/values/decimal'
import { makeUnknown, makeValue } from '@/lib/values/make-value'
import { fail, ok, type Result } from '@/lib/values/result'
import type { Qualifier, TypedValue, UnknownKind } from '@/lib/values/typed-value'
import { isDurationUnit } from '@/lib/values/units'

/** Mark of a value that was counted from others and not entered. */
const calculatedFlag = 'calculated'

export const longestFormula = 500
const decimals = 2

export type FormulaReason = 'SYNTAX' | 'TOO_LONG' | 'NO_INDICATOR' | 'UNKNOWN_INDICATOR' | 'CYCLE'

/** A formula as a tree: numbers, other indicators (in the order of `operands`), and the four operations. */
type Node =
  | { is: 'number'; number: string }
  | { is: 'operand'; id: string }
  | { is: 'negative'; of: Node }
  | { is: 'operation'; operator: '+' | '-' | '*' | '/'; left: Node; right: Node }

export type Formula = { root: Node; operands: string[] }

const reference = /\[([^[\]]+)\]/g
const placeholder = /^operand(\d+)$/
const operators = ['+', '-', '*', '/'] as const

/**
 * Reads a formula such as `[KEH-1] / ([KEH-1] + [KEH-2]) * 100`: other indicators in brackets, numbers the Finnish way, and the
 * four operations. Reasons: SYNTAX (something else stands there), TOO_LONG, NO_INDICATOR (nothing but numbers).
 */
export function parseFormula(text: string): Result<Formula, FormulaReason> {
  if (text.length > longestFormula) return fail('TOO_LONG')
  const operands = [...new Set([...text.matchAll(reference)].map(([, name = '']) => name.trim()))]
  const plain = text
    .replace(reference, (_, name: string) => ` operand${operands.indexOf(name.trim())} `)
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/[−–]/g, '-')
    .replace(/[×·]/g, '*')
    .replace(/[÷:]/g, '/')
  const root = treeOf(plain, operands)
  if (!root) return fail('SYNTAX')
  return operands.length === 0 ? fail('NO_INDICATOR') : ok({ root, operands })
}

function treeOf(plain: string, operands: readonly string[]): Node | null {
  try {
    return nodeOf(jsep(plain), operands)
  } catch {
    // The parser throws on what is no expression at all.
    return null
  }
}

function nodeOf(found: jsep.Expression, operands: readonly string[]): Node | null {
  const known = found as jsep.CoreExpression
  if (known.type === 'Literal') {
    const number = parseDecimal(known.raw)
    return number.ok ? { is: 'number', number: number.value } : null
  }
  if (known.type === 'Identifier') {
    const id = operands[Number(placeholder.exec(known.name)?.[1] ?? Number.NaN)]
    return id === undefined ? null : { is: 'operand', id }
  }
  if (known.type === 'UnaryExpression' && known.operator === '-') {
    const of = nodeOf(known.argument, operands)
    return of && { is: 'negative', of }
  }
  if (known.type !== 'BinaryExpression') return null
  const operator = operators.find((one) => one === known.operator)
  const [left, right] = [nodeOf(known.left, operands), nodeOf(known.right, operands)]
  return operator && left && right ? { is: 'operation', operator, left, right } : null
}

/** The same formula with other names in the brackets: codes become ids when it is stored, and codes again when it is shown. */
export function renamed(text: string, nameOf: (name: string) => string): string {
  return text.replace(reference, (_, name: string) => `[${nameOf(name.trim())}]`)
}

/** What refers to what: the formula of each indicator, by its id. */
export type Formulas = ReadonlyMap<string, string | null>

/** Whether the indicator would, with this formula, be counted from itself, however far round. */
export function makesCycle(id: string, formula: string, formulas: Formulas): boolean {
  const seen = new Set<string>()
  const waiting = operandsOf(formula)
  while (waiting.length > 0) {
    const next = waiting.pop() ?? ''
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...operandsOf(formulas.get(next) ?? null))
  }
  return false
}

/** Indicators that a stored formula names; none where there is no formula, or none that can be read. */
export function operandsOf(formula: string | null): string[] {
  if (formula === null) return []
  const parsed = parseFormula(formula)
  return parsed.ok ? [...parsed.value.operands] : []
}

type Counted = { number: string; about: boolean } | UnknownKind

/**
 * The value of a formula for values of the operands, exact but for divisions, and rounded to two decimals at the end. One
 * unknown value makes the whole unknown, in the worst of the ways in which its parts are; so does a division by zero and a
 * value that is no single number (a range, "over 56 %", words). "About" stays about.
 */
export function evaluate(formula: Formula, told: (id: string) => TypedValue, unit: string | null): TypedValue {
  const counted = count(formula.root, told)
  const known = { unit, flags: [calculatedFlag] }
  // Durations are kept, and counted, in minutes.
  const kind = isDurationUnit(unit) ? 'duration' : 'number'
  if (typeof counted === 'string') return makeUnknown(kind, counted, known)
  const qualifier: Qualifier = counted.about ? 'about' : 'exact'
  return makeValue(kind, { ...known, number: round(counted.number, decimals), qualifier })
}

const worst: readonly UnknownKind[] = ['unknown', 'hidden', 'not_asked', 'not_applicable']

function count(node: Node, told: (id: string) => TypedValue): Counted {
  if (node.is === 'number') return { number: node.number, about: false }
  if (node.is === 'operand') return ofValue(told(node.id))
  if (node.is === 'negative') {
    const of = count(node.of, told)
    return typeof of === 'string' ? of : { ...of, number: negate(of.number) }
  }
  const [left, right] = [count(node.left, told), count(node.right, told)]
  if (typeof left === 'string' || typeof right === 'string') {
    return worst.find((kind) => kind === left || kind === right) ?? 'unknown'
  }
  const number = operated(node.operator, left.number, right.number)
  return number === null ? 'unknown' : { number, about: left.about || right.about }
}

function operated(operator: (typeof operators)[number], left: string, right: string): string | null {
  if (operator === '+') return add(left, right)
  if (operator === '-') return subtract(left, right)
  return operator === '*' ? multiply(left, right) : divide(left, right, 30)
}

function ofValue({ unknown, number, numberTo, qualifier, kind }: TypedValue): Counted {
  if (unknown !== null) return unknown
  const single = number !== null && numberTo === null && kind !== 'change' && kind !== 'fraction'
  if (!single || (qualifier !== 'exact' && qualifier !== 'about')) return 'unknown'
  return { number, about: qualifier === 'about' }
}

type Source = {
  id: string
  current: { formula: string | null; unit: string | null } | null
  measurements: MeasurementRow[]
}

/**
 * The indicators with the values that are counted: one for each time and scope of which every operand tells a value. Where an
 * operand tells nothing there is nothing to count, and no row. What was once entered for a time stays and is not counted again.
 */
export function withCalculated<Row extends Source>(rows: readonly Row[]): Row[] {
  const byId = new Map<string, Row>(rows.map((row) => [row.id, row]))
  const done = new Map<string, Row>()
  const settle = (row: Row, above: ReadonlySet<string>): Row => {
    const known = done.get(row.id)
    if (known) return known
    const parsed = row.current?.formula ? parseFormula(row.current.formula) : null
    if (!parsed?.ok || above.has(row.id)) return row
    const sources = parsed.value.operands.map((id) => {
      const source = byId.get(id)
      return source ? settle(source, new Set([...above, row.id])) : null
    })
    const rowsOf = new Map(sources.flatMap((source) => (source ? [[source.id, source.measurements]] : [])))
    const counted = { ...row, measurements: [...row.measurements, ...calculatedRows(row, parsed.value, rowsOf)] }
    done.set(row.id, counted)
    return counted
  }
  return rows.map((row) => settle(row, new Set()))
}

const keyOf = ({ time, value, area }: MeasurementRow): string =>
  JSON.stringify([time.from, time.to, value.scope ?? '', area ?? ''])

function calculatedRows(
  row: Source,
  formula: Formula,
  rowsOf: ReadonlyMap<string, readonly MeasurementRow[]>,
): MeasurementRow[] {
  const entered = new Set(row.measurements.filter(({ role }) => role === 'actual').map(keyOf))
  const told = formula.operands.map((id) => {
    const own = (rowsOf.get(id) ?? []).filter(({ role, time }) => role === 'actual' && (time.from ?? time.to) !== null)
    return [id, new Map(own.map((one) => [keyOf(one), one]))] as const
  })
  const [, first] = told[0] ?? ['', new Map<string, MeasurementRow>()]
  return [...first].flatMap(([key, one]) => {
    const values = new Map<string, TypedValue>()
    for (const [id, own] of told) {
      const found = own.get(key)
      if (found) values.set(id, found.value)
    }
    if (entered.has(key) || values.size < told.length) return []
    const value = evaluate(
      formula,
      (id) => values.get(id) ?? makeUnknown('number', 'unknown'),
      row.current?.unit ?? null,
    )
    return [
      {
        id: mixedId(row.id, one.id),
        reportId: one.reportId,
        role: 'actual' as const,
        value: { ...value, scope: one.value.scope },
        time: one.time,
        area: one.area,
        change: null,
        meetsTarget: null,
        corrections: [],
        replaces: [],
      },
    ]
  })
}

/** Whether the value follows from others by a formula. */
export function isCalculated({ value }: Pick<MeasurementRow, 'value'>): boolean {
  return value.flags.includes(calculatedFlag)
}

/** What tells one counted value of an indicator from its others, whatever rows it is counted from: its time, scope and area. */
export function countedKey({ time, value, area }: Pick<MeasurementRow, 'time' | 'value' | 'area'>): string {
  const when = time.code ?? [time.from, time.to].join('..')
  return encodeURIComponent([when, ...(value.scope || area ? [value.scope ?? '', area ?? ''] : [])].join('|'))
}

/** One id of two: a counted value is known by its indicator and by the value of its first operand. */
function mixedId(one: string, other: string): string {
  const digits = other.replaceAll('-', '')
  const mixed = [...one.replaceAll('-', '')].map((digit, place) =>
    (Number.parseInt(digit, 16) ^ Number.parseInt(digits[place] ?? '0', 16)).toString(16),
  )
  // Marked as an id of one's own making (RFC 9562, version 8).
  mixed[12] = '8'
  mixed[16] = 'a'
  const text = mixed.join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
