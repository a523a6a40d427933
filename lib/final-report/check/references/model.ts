import type { targets } from '@/lib/final-report/check/captions/model'
import { lineText, type ReferenceKind } from '@/lib/final-report/check/model'
import { perSection, type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import type { Locale } from '@/lib/platform/locales'

/** A place of the text that leads elsewhere in the report: made with a tool, or typed as words. */
export type FoundReference = {
  to: ReferenceKind
  line: TextLine
  from: number
  end: number
  /** As written: "kuvassa 12" */
  text: string
  /** What is typed has a number; "Kuvat 3–5" is three references */
  number: string | null
  /** What is made knows its target; undefined when typed */
  targetId: string | null | undefined
}

type Pattern = { to: ReferenceKind; words: RegExp; dotted: boolean }

const one = String.raw`\d{1,3}[a-z]?(?![\p{L}\p{N}])(?!,\d)(?!\.\d)`
const chapter = String.raw`\d{1,2}(?:\.\d{1,2}){1,5}(?![\d])(?!\.\d{2,4})`
const between = String.raw`(?:\s*[–-]\s*|\s*,\s*|\s+(?:ja|sekä|tai|och|samt|eller|and|or)\s+)`

const word = (words: string, flags = 'giu') =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:${words})\s+(${one}(?:${between}${one})*)(?!\s*(?:%|prosent|procent|per cent|€|euro))`,
    flags,
  )
const chapters = (words: string, plainWords: string) => [
  new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${words})\s+(${chapter}(?:${between}${chapter})*)`, 'giu'),
  word(plainWords),
]

/** The words that people put before a number when they refer to something in the report, by the report's language. */
const patterns: Record<Locale, Pattern[]> = {
  fi: [
    {
      to: 'figure',
      words: word('kuv(?:a|an|aa|assa|asta|aan|at|ien|issa|ista|iin)|kuvio(?:n|ta|ssa|sta|on|t|issa)?'),
      dotted: false,
    },
    { to: 'table', words: word('tauluk(?:ko|on|koa|ossa|osta|koon|ot|oissa|oista|oihin|kojen)'), dotted: false },
    {
      to: 'attachment',
      words: word('liit(?:e|teen|että|teessä|teestä|teeseen|teet|teissä|teistä|teisiin|teenä|teinä)'),
      dotted: false,
    },
    ...chapters(
      '(?:ala)?lu(?:ku|vun|kua|vussa|vusta|kuun|vut|vuissa|vuista|kuihin)|osio(?:ssa|sta|on)|kysymy(?:ksessä|ksestä|kseen)',
      '(?:ala)?luvu(?:ssa|sta|issa|ista)',
    ).map((words, index) => ({ to: 'section' as const, words, dotted: index === 0 })),
  ],
  sv: [
    { to: 'figure', words: word('bild(?:en|er|erna|ens)?|figur(?:en|er|erna|ens)?'), dotted: false },
    { to: 'table', words: word('tabell(?:en|er|erna|ens)?'), dotted: false },
    { to: 'attachment', words: word('bilag(?:a|an|or|orna|ans)'), dotted: false },
    ...chapters(
      '(?:under)?kapit(?:el|let|len)|avsnitt(?:et|en)?|fråga(?:n)?',
      '(?:i|av|från|se)\\s+(?:kapit(?:el|let)|avsnitt(?:et)?)',
    ).map((words, index) => ({ to: 'section' as const, words, dotted: index === 0 })),
  ],
  en: [
    { to: 'figure', words: word('fig(?:ure|ures|\\.)'), dotted: false },
    { to: 'table', words: word('tables?'), dotted: false },
    { to: 'attachment', words: word('attachments?|annex(?:es)?|appendi(?:x|ces)'), dotted: false },
    ...chapters('chapters?|sections?|question', 'chapters?').map((words, index) => ({
      to: 'section' as const,
      words,
      dotted: index === 0,
    })),
  ],
}

/** Words before a reference that make it lead into another document: "hankesuunnitelman liitteessä 2". */
const elsewhere: Record<Locale, RegExp> = {
  fi: /(?:suunnitelma|asetukse|päätökse|sopimukse|muistio|julkaisu|oppaa|selvitykse|pöytäkirja|lai|raporti|kirja|esittee|esityslista)(?:n|ssa|sta|nsa)?\s+$/i,
  sv: /(?:planens?|förordningens?|beslutets?|avtalets?|lagens?|protokollets?|rapportens?|publikationens?)\s+$/i,
  en: /(?:plan|regulation|decision|agreement|act|minutes|report)(?:'s|’s)\s+$/i,
}

/** References of a section in reading order. */
export const referencesOf = perSection((section, report): readonly FoundReference[] =>
  textLines(section, report).flatMap((line) => [
    ...madeIn(line),
    // An attachment numbers its own figures and chapters: what is typed in it leads into itself.
    ...(section.kind === 'attachment' ? [] : typedIn(line, report.language)),
  ]),
)

function madeIn(line: TextLine): FoundReference[] {
  const found: FoundReference[] = []
  let from = 0
  for (const piece of line.line) {
    const text = lineText([piece])
    const end = from + text.length
    if (piece.kind === 'reference') {
      found.push({ to: piece.to, line, from, end, text, number: null, targetId: piece.targetId })
    }
    from = end
  }
  return found
}

function typedIn(line: TextLine, language: Locale): FoundReference[] {
  return patterns[language].flatMap(({ to, words }) =>
    [...line.typed.matchAll(words)].flatMap((match): FoundReference[] => {
      const [text, numbers = ''] = match
      if (elsewhere[language].test(line.typed.slice(0, match.index))) return []
      return numbersIn(numbers).map((number) => ({
        to,
        line,
        from: match.index,
        end: match.index + text.length,
        text,
        number,
        targetId: undefined,
      }))
    }),
  )
}

/** "3–5" is 3, 4 and 5. */
function numbersIn(text: string): string[] {
  const range = /^(\d+)\s*[–-]\s*(\d+)$/.exec(text)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    if (to > from && to - from < 30) return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  }
  return text.match(/\d+(?:\.\d+)*[a-z]?/g) ?? []
}

/** The id of what the reference leads to; null when there is no such thing. */
export function resolved(reference: FoundReference, found: ReturnType<typeof targets>): string | null {
  if (reference.targetId !== undefined) return reference.targetId
  const number = reference.number ?? ''
  const whole = /^(\d+)[a-z]$/.exec(number)?.[1]
  return found.get(`${reference.to} ${number}`) ?? (whole && found.get(`${reference.to} ${whole}`)) ?? null
}
