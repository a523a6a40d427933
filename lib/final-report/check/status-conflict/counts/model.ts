import type { CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import { type ModelRow, modelRows } from '@/lib/final-report/check/models/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { placeIn, placeOf, sectionName, textLines } from '@/lib/final-report/check/sections/model'
import { type Clause, cellSays, clausesOf, saidIn } from '@/lib/final-report/check/status-conflict/statements/model'

/** "Käyttöön jäi 21 mallia" in the section whose tables list the models, when the tables count otherwise. */
export function countConflicts(report: CheckedReport): Finding[] {
  const bySection = Map.groupBy(modelRows(report), ({ section }) => section)
  return [...bySection].flatMap(([section, rows]) => countsOf(section, rows, report))
}

function countsOf(section: CheckedSection, rows: readonly ModelRow[], report: CheckedReport): Finding[] {
  const [first] = rows
  return textLines(section, report).flatMap((line) =>
    line.sentences.flatMap((sentence) =>
      clausesOf(sentence.text).flatMap((clause): Finding[] => {
        const told = toldCount(clause, rows, report)
        if (!told || !first || told.counts.includes(Number(told.number))) return []
        const value = sentence.text
        const other = String(told.counts[0])
        return [
          {
            rule: 'status-conflict',
            severity: 'error',
            place: placeIn(section, line, sentence.from, sentence.to),
            other: placeOf(section, first.block.id),
            values: [value, other],
            variant: 'count',
            params: { value, other, place: sectionName(section) },
          },
        ]
      }),
    ),
  )
}

const models = /^(?:toiminta)?mall|^(?:verksamhets)?modell|^(?:operating )?models?$/i
const ofModels = /^\s*(?:(?:toiminta)?malleista|av (?:verksamhets)?modellerna|of the models)(?!\p{L})/iu
const together = /(?<!\p{L})(?:yhteensä|kaikkiaan|sammanlagt|totalt|in total|altogether)(?!\p{L})/iu

/** The number of models that a clause tells, and what it may be by the tables. Null: it tells none for sure. */
function toldCount(
  clause: Clause,
  rows: readonly ModelRow[],
  report: CheckedReport,
): { number: string; counts: number[] } | null {
  const numbers = readNumbers(clause.text, report.language)
  const [number] = numbers
  if (!number || numbers.length > 1 || !isCount(number, clause.text)) return null
  const said = saidIn(clause, report.language)
  const count = (about: 'stayedInUse' | 'piloted', says: boolean | 'partly') =>
    new Set(rows.filter((row) => cellSays(row[about]) === says).map(({ modelId }) => modelId)).size
  // What stayed in part may be counted to either.
  const counts = (about: 'stayedInUse' | 'piloted', says: boolean) => {
    const [sure, partly] = [count(about, says), count(about, 'partly')]
    return sure + count(about, !says) === 0 ? [] : Array.from({ length: partly + 1 }, (_, more) => sure + more)
  }
  const found =
    said?.use != null
      ? counts('stayedInUse', said.use)
      : said?.tried != null
        ? counts('piloted', said.tried)
        : together.test(clause.text)
          ? [new Set(rows.map(({ modelId }) => modelId)).size]
          : []
  return found.length === 0 ? null : { number: number.number, counts: found }
}

function isCount({ qualifier, numberTo, unit, noun }: ReadNumber, text: string): boolean {
  return qualifier === 'exact' && numberTo === null && unit === null && (models.test(noun ?? '') || ofModels.test(text))
}
