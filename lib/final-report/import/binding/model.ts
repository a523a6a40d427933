import type { BoundData } from '@/lib/final-report/bindings/model'
import { type Binding, type Run, unbound } from '@/lib/final-report/blocks/model'
import { contentWords, covered, sameWord } from '@/lib/final-report/check/measures/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { sentencesOf, wordsIn } from '@/lib/final-report/check/words/model'
import type { BindingDraft } from '@/lib/final-report/editing/model'
import { type Meaning, numberIn } from '@/lib/final-report/import/model'
import { boundNumber, indicatorName, type NumberForm } from '@/lib/final-report/numbers/model'
import type { Words } from '@/lib/platform/words'
import { isDurationUnit, isMoneyUnit, isPercentUnit } from '@/lib/values/units'

/** A measurement or target of the project with the ways its number reads. */
type Candidate = {
  binding: BindingDraft
  role: 'measurement' | 'target'
  /** An actual value; levels before the work and estimates are others */
  isActual: boolean
  name: string
  nameWords: readonly string[]
  unit: string | null
  /** As the product tells where the number comes from */
  source: string
  forms: Meaning['forms']
}

/** A number that could be one of the data but is not certain to be. */
export type Suggestion = { text: string; sentence: string; names: string[] }

/** Every measurement and target of the data that has a number, by the figures it is written with. */
export type Candidates = {
  all: readonly Candidate[]
  byFigures: ReadonlyMap<string, readonly Candidate[]>
  t: Words
}

const forms = ['full', 'bare', 'digits'] as const satisfies readonly NumberForm[]
const figures = /\d(?:[\d .,]*\d)?/

/** One kind of gap: a typed space and one that does not break are the same to a reader. */
const alike = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

/** The ways in which a binding's number reads; null when there is none. */
export function meaningOf(
  binding: BindingDraft,
  data: BoundData,
  t: Words,
): { forms: Meaning['forms']; source: string } | null {
  const read = forms.map((form) => ({ form, number: boundNumber({ ...binding, sort: 0 }, data, t, form) }))
  const [full] = read
  if (!full?.number) return null
  return { forms: read.map(({ form, number }) => ({ form, text: number?.text ?? '' })), source: full.number.source }
}

export function candidatesOf(data: BoundData, t: Words): Candidates {
  const byFigures = new Map<string, Candidate[]>()
  const every: Candidate[] = []
  for (const indicator of data.indicators) {
    const name = indicatorName(indicator)
    const about = { name, nameWords: contentWords(name) }
    const unit = indicator.current?.unit ?? null
    const all = [
      ...indicator.measurements
        .filter(({ value }) => !value.unknown)
        .map((row) => ({
          role: 'measurement' as const,
          isActual: row.role === 'actual',
          unit: row.value.unit ?? unit,
          binding: { ...unbound, source: 'measurement' as const, measurementId: row.id },
        })),
      ...indicator.targets
        .filter(({ number }) => number !== null)
        .map((row) => ({
          role: 'target' as const,
          isActual: false,
          unit: row.unit ?? unit,
          binding: { ...unbound, source: 'target' as const, targetId: row.id },
        })),
    ]
    for (const one of all) {
      const meaning = meaningOf(one.binding, data, t)
      const key = meaning && figures.exec(alike(meaning.forms[0]?.text ?? ''))?.[0]
      if (!meaning || !key) continue
      const candidate = { ...about, ...one, ...meaning }
      every.push(candidate)
      byFigures.set(key, [...(byFigures.get(key) ?? []), candidate])
    }
  }
  return { all: every, byFigures, t }
}

type Bound = { runs: Run[]; bindings: BindingDraft[]; suggestions: Suggestion[] }

/**
 * Binds the typed numbers of a line that are certain to be ones of the data: it reads exactly as exactly one measurement or
 * target of the project, and its sentence names the indicator, or the counted thing stands behind it. Or the product itself has
 * told its source (`told`). What is likely and not certain is a suggestion; nothing is guessed.
 * @param first the place of the first new binding
 */
export function bindNumbers(runs: readonly Run[], candidates: Candidates, told: string, first: number): Bound {
  const made: Bound = { runs: [], bindings: [], suggestions: [] }
  const known = toldBy(runs, candidates, told)
  for (const run of runs) {
    if (run.kind !== 'text') {
      made.runs.push(run)
      continue
    }
    let from = 0
    const found = foundIn(run.text, candidates, known.get(run) ?? [])
    made.suggestions.push(...found.suggestions)
    for (const { place, candidate } of found.certain) {
      const before = run.text.slice(from, place.from)
      if (before !== '') made.runs.push({ ...run, text: before })
      const form = place.form === 'full' ? {} : { [place.form]: true as const }
      made.runs.push({ kind: 'number', binding: first + made.bindings.length, ...form })
      made.bindings.push(candidate.binding)
      from = place.to
    }
    if (from < run.text.length) made.runs.push({ ...run, text: run.text.slice(from) })
  }
  return made
}

/** The numbers of a text that are certain, in order, and those that are likely. `known`: what the product told itself. */
function foundIn(text: string, { byFigures, t }: Candidates, known: readonly Fitting[]) {
  const certain: Fitting[] = [...known]
  const suggestions: Suggestion[] = []
  for (const read of readNumbers(text, t.locale)) {
    if (read.form !== 'digits' && read.form !== 'fraction') continue
    if (certain.some(({ place }) => place.from < read.to && place.to > read.at.from)) continue
    const sentence = sentencesOf(text, t.locale).find((one) => one.from <= read.at.from && read.at.from < one.to)
    const fitting = (byFigures.get(alike(text.slice(read.at.from, read.at.to))) ?? []).flatMap((candidate) => {
      const place = placeOf(text, read, candidate)
      return place ? [{ candidate, place }] : []
    })
    const chosen = certainOf(fitting, read, sentence?.text ?? text)
    if (chosen) certain.push(chosen)
    else suggestions.push(...suggestionOf(fitting, read, sentence?.text ?? text))
  }
  return { certain: certain.sort((a, b) => a.place.from - b.place.from), suggestions }
}

/**
 * What the product told behind the line, "87 %: Hoitoon pääsy, 7/2025; …": the value whose words these are, where its number
 * stands once in the line.
 */
function toldBy(runs: readonly Run[], { all }: Candidates, told: string): Map<Run, Fitting[]> {
  const found = new Map<Run, Fitting[]>()
  if (told === '') return found
  const said = new Set(`${told.replace(/\.$/, '')}; `.split('; ').map(alike))
  const saying = (text: string, { source }: Candidate) => alike(`${text}: ${source}`)
  const saidBy = new Map<string, Candidate[]>()
  for (const candidate of all) {
    for (const key of new Set(candidate.forms.map(({ text }) => saying(text, candidate)))) {
      if (said.has(key)) saidBy.set(key, [...(saidBy.get(key) ?? []), candidate])
    }
  }
  /** Of several values told in the same words the actual one is meant, when there is just one. */
  const meant = (text: string, candidate: Candidate): boolean => {
    const same = saidBy.get(saying(text, candidate)) ?? []
    const actual = same.filter(({ isActual }) => isActual)
    return (same.length === 1 ? same : actual.length === 1 ? actual : []).includes(candidate)
  }
  for (const candidate of all) {
    const named = candidate.forms.filter(({ text }) => meant(text, candidate))
    for (const { form, text } of named) {
      const places = runs.flatMap((run) =>
        run.kind === 'text' ? placesIn(run.text, text).map((place) => ({ run, place: { ...place, form } })) : [],
      )
      const [only, more] = places
      const taken = only && found.get(only.run)
      if (!only || more || taken?.some(({ place }) => place.from < only.place.to && place.to > only.place.from))
        continue
      found.set(only.run, [...(taken ?? []), { candidate, place: only.place }])
      break
    }
  }
  return found
}

/** Where a number stands in a text by itself, not as a part of another. */
function placesIn(text: string, number: string): { from: number; to: number }[] {
  const [whole, wanted] = [alike(text), alike(number)]
  const places: { from: number; to: number }[] = []
  for (let from = whole.indexOf(wanted); from >= 0; from = whole.indexOf(wanted, from + 1)) {
    const to = from + wanted.length
    const isPart = /[\p{L}\d,.–-]$/u.test(whole.slice(0, from)) || /^(?:[\p{L}\d]|[,.–-]\d)/u.test(whole.slice(to))
    const isGroup = /\d $/.test(whole.slice(0, from)) && /^\d{3}(?!\d)/.test(wanted)
    if (!isPart && !isGroup) places.push({ from, to })
  }
  return places
}

type Place = { from: number; to: number; form: NumberForm }
type Fitting = { candidate: Candidate; place: Place }

/** Where the value stands in the text, when it is the number read and of its kind. */
function placeOf(text: string, read: ReadNumber, candidate: Candidate): Place | null {
  const found = numberIn(text.slice(0, read.to), { binding: 0, forms: candidate.forms })
  if (!found || found.from > read.at.from || found.to < read.at.to) return null
  const { unit } = candidate
  const same =
    isPercentUnit(unit) === isPercentUnit(read.unit) &&
    isDurationUnit(unit) === isDurationUnit(read.unit) &&
    isMoneyUnit(unit) === isMoneyUnit(read.unit)
  return same && /^(?![\p{L}\d])/u.test(text.slice(found.to)) ? found : null
}

function certainOf(fitting: readonly Fitting[], read: ReadNumber, sentence: string): Fitting | null {
  const [only, more] = fitting
  if (!only || more) return null
  return fitsSentence(only.candidate, sentence) && names(only.candidate, read, sentence) ? only : null
}

const ofTarget = /tavoit|(?<!\p{L})mål|target|goal/iu
const ofChange = /kasv|vähen|lisää|lisän|laski|lask|nous|ökad|ökat|minsk|increas|decreas|reduc/iu

/** A target is one when the sentence speaks of a target; a level is none when it speaks of a change. */
function fitsSentence({ role }: Candidate, sentence: string): boolean {
  return role === 'target' ? ofTarget.test(sentence) : !ofTarget.test(sentence) && !ofChange.test(sentence)
}

/** Whether the sentence says what the number is of. Small counts need the name: things are counted everywhere. */
function names({ nameWords, unit }: Candidate, { noun, number }: ReadNumber, sentence: string): boolean {
  const shared = covered(nameWords, contentWords(sentence))
  if (nameWords.length === 1 ? shared === 1 : shared >= 2 && shared * 2 >= nameWords.length) return true
  const large = number.replace(/\D/g, '').replace(/^0+/, '').length >= 3
  return (
    large &&
    noun !== null &&
    unit !== null &&
    wordsIn(unit).some(({ text }) => sameWord(text.toLowerCase(), noun.toLowerCase()))
  )
}

const mostNames = 3

function suggestionOf(fitting: readonly Fitting[], read: ReadNumber, sentence: string): Suggestion[] {
  const likely = fitting.filter(({ candidate }) => names(candidate, read, sentence))
  if (likely.length === 0) return []
  const known = [...new Set(likely.map(({ candidate }) => candidate.source))].slice(0, mostNames)
  return [{ text: read.asWritten, sentence, names: known }]
}

/** Bindings with their places. */
export function placed(bindings: readonly BindingDraft[]): Binding[] {
  return bindings.map((binding, sort) => ({ ...binding, sort }))
}
