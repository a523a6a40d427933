import { add, isZero, multiply, negate, parseDecimal } from '@/lib/values/decimal'
import { allWords, fewerWords, moreWords, unknownSigns, unknownWords } from '@/lib/values/lexicon'
import { makeCell } from '@/lib/values/make-value'
import { parseQuantity, type Quantity, takeQualifier } from '@/lib/values/parse-quantity'
import { fail, ok, type Result } from '@/lib/values/result'
import { type Qualifier, type UnknownKind, unknownKinds, type ValueCell } from '@/lib/values/typed-value'
import { canonicalUnit, minutesPerUnit, mixedDurationUnit } from '@/lib/values/units'

/** Which of the four kinds of "no value" the words say; null when they say something else. */
export function readUnknown(text: string): UnknownKind | null {
  const plain = text.trim().toLowerCase()
  const sign = unknownSigns.find(([pattern]) => pattern.test(plain))
  return sign?.[1] ?? unknownKinds.find((kind) => allWords(unknownWords[kind]).includes(plain)) ?? null
}

export type Fraction = { number: string; numberTo: string; unit: string | null }
export type FractionReason = 'NOT_A_FRACTION' | 'ZERO_DENOMINATOR' | 'LOOKS_LIKE_DATE'

/**
 * `5/5`, `45/58 lähijohtajaa`, `45 / 58`. When nobody said that a fraction is meant, `7/2025` and `12/24` may as well be
 * months and are refused; spaces round the slash (`12 / 24`) say that it is a fraction.
 */
export function parseFraction(text: string, meant: boolean): Result<Fraction, FractionReason> {
  const match = /^(\d[\d ]*)\s*\/\s*(\d[\d ]*?)(?:\s+(\p{L}[^\d]*))?$/u.exec(text.replace(/[\u00a0\u202f\u2009]/g, ' '))
  const number = parseDecimal(match?.[1] ?? '')
  const numberTo = parseDecimal(match?.[2] ?? '')
  if (!match || !number.ok || !numberTo.ok) return fail('NOT_A_FRACTION')
  if (isZero(numberTo.value)) return fail('ZERO_DENOMINATOR')
  const month = Number(number.value) >= 1 && Number(number.value) <= 12
  if (!meant && !/\d +\/ +\d/.test(text) && month && /^(?:(?:19|20)\d\d|2\d|3[0-5])$/.test(numberTo.value))
    return fail('LOOKS_LIKE_DATE')
  return ok({ number: number.value, numberTo: numberTo.value, unit: match[3]?.trim() || null })
}

/** `3 h 4 min`, `1 vrk 2 h`, `5 tuntia 45 minuuttia` → minutes. A single unit (`14 vrk`) is a quantity, not this. */
export function parseMixedDuration(text: string): { minutes: string; unit: string; qualifier: Qualifier } | null {
  const { qualifier, rest } = takeQualifier(text)
  const parts = [...rest.matchAll(/(\d+(?:,\d+)?)\s*(\p{L}+\.?)\s*/gu)]
  if (parts.length < 2 || parts.map((part) => part[0]).join('') !== rest) return null
  let total = '0'
  let previous = Number.POSITIVE_INFINITY
  for (const [, digits = '', word = ''] of parts) {
    const unit = canonicalUnit(word) === 't' ? 'h' : word
    const factor = minutesPerUnit(unit)
    const number = parseDecimal(digits)
    if (factor === null || !number.ok || Number(factor) >= previous) return null
    previous = Number(factor)
    total = add(total, multiply(number.value, factor))
  }
  return { minutes: total, unit: mixedDurationUnit, qualifier }
}

export type Change = Quantity & { over: string | null }

const overTime = /\s*\/\s*(\d+\s*(?:kk|vk|vrk|v|vuotta|kuukautta|viikkoa|mån|år|months?|years?|weeks?|days?))$/iu

/**
 * `+354 / 3 kk`, `−20 %`, `25 vähemmän`, `n. 37 htv vähemmän`: a number with a sign that says which way it went.
 * Null when the text has no sign of a change in it.
 */
export function parseChange(text: string, expected: string | null): Change | null {
  const over = overTime.exec(text)?.[1] ?? null
  const body = over === null ? text : text.replace(overTime, '')
  const word = / (\p{L}+)$/u.exec(body)?.[1]?.toLowerCase() ?? ''
  const fewer = allWords(fewerWords).includes(word)
  const more = allWords(moreWords).includes(word)
  const counted = fewer || more ? body.slice(0, body.length - word.length).trim() : body
  const quantity = parseQuantity(counted, expected)
  if (!quantity.ok || quantity.value.numberTo !== null) return null
  const signed = /^[+\-−]/.test(takeQualifier(counted).rest)
  if (!fewer && !more && !signed) return null
  if ((fewer || more) && signed) return null
  return { ...quantity.value, number: fewer ? negate(quantity.value.number) : quantity.value.number, over }
}

export function hasArrow(text: string): boolean {
  return /→|⇒|->|=>/.test(text)
}

/** `26 arvioitu → 10 ohjattu → 3 toteutettu`: each step is one number, or an unknown, with a name. Null when it is not. */
export function parseFunnel(text: string): ValueCell[] | null {
  const steps = text.split(/\s*(?:→|⇒|->|=>)\s*/).map(parseStep)
  const cells = steps.filter((step) => step !== null)
  return cells.length >= 2 && cells.length === steps.length ? cells : null
}

function parseStep(step: string): ValueCell | null {
  const before = /^(\S+|(?:\d{1,3} )+\d{3})\s+(\p{L}.*)$/u.exec(step)
  const after = /^(\p{L}.*?):?\s+(\S+)$/u.exec(step)
  for (const [number, label] of [[before?.[1], before?.[2]] as const, [after?.[2], after?.[1]] as const]) {
    if (number === undefined || label === undefined) continue
    const unknown = readUnknown(number)
    if (unknown) return makeCell(label, { asWritten: number, unknown })
    const { qualifier, rest } = takeQualifier(number)
    const parsed = parseDecimal(rest)
    if (parsed.ok) return makeCell(label, { asWritten: number, number: parsed.value, qualifier })
  }
  return null
}

/** Cells of a breakdown typed one per line (or with `;` between): `Kajaani: 24`. Fails at the first line without name and value. */
export function parseCells(text: string, unit: string | null): Result<ValueCell[], 'NOT_CELLS'> {
  const cells: ValueCell[] = []
  for (const line of text.split(/[\n;]+/).map((part) => part.trim())) {
    if (line === '') continue
    const match = /^(.+?)\s*:\s*(.+)$/.exec(line)
    const [, label = '', written = ''] = match ?? []
    const unknown = readUnknown(written)
    const quantity = parseQuantity(written, unit)
    if (!match || (!unknown && (!quantity.ok || quantity.value.numberTo !== null))) return fail('NOT_CELLS')
    if (unknown || !quantity.ok) cells.push(makeCell(label, { asWritten: written, unit, unknown }))
    else {
      const { number, qualifier } = quantity.value
      cells.push(makeCell(label, { asWritten: written, number, qualifier, unit: quantity.value.unit ?? unit }))
    }
  }
  return cells.length > 0 ? ok(cells) : fail('NOT_CELLS')
}
