import type { ReferenceTarget, Run } from '@/lib/final-report/blocks/model'

/** What a name or an anchor of the file leads to; `several` when it could be more than one. */
export type Named = { target: ReferenceTarget; number: string | null; title: string } | 'several'

/** What can be referred to: by anchors of the file, by names as they are written ("kuva 3"), and chapters by their numbers. */
export type Targets = {
  anchors: Map<string, Named>
  names: Map<string, Named>
  chapters: Map<string, Named>
}

/** Why a reference stays as it is written. */
export const openReasons = ['missing', 'several', 'inflected', 'other_words'] as const
export type OpenReason = (typeof openReasons)[number]
export type OpenReference = { text: string; reason: OpenReason }

export const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim()

/** Adds a name; one that comes twice leads nowhere certain. */
export function addName(to: Map<string, Named>, name: string, named: Exclude<Named, 'several'>): void {
  const before = to.get(name)
  const isSame = before !== undefined && before !== 'several' && before.target.id === named.target.id
  to.set(name, before === undefined || isSame ? named : 'several')
}

type Resolved = { runs: Run[]; open: OpenReference[]; resolved: number }

/**
 * A reference that the file itself makes. It is taken when the report would write the same words, or only the chapter's number;
 * other words stay as they are, for a reference writes its target's name.
 * @param before the words in front of it
 */
export function resolveMade(
  { text, to }: { text: string; to: string | null },
  before: string,
  targets: Targets,
): { runs: Run[]; open: OpenReference[]; cut: number } {
  const keep = (reason: OpenReason) => ({
    runs: [{ kind: 'text', text }] satisfies Run[],
    open: [{ text, reason }],
    cut: 0,
  })
  const byName = targets.names.get(nameKey(text))
  const byAnchor = to === null ? undefined : targets.anchors.get(to)
  // A field of the file may lead to the heading of an attachment by the attachment's name.
  const isName = byName !== undefined && byName !== 'several' && byName.target.to === 'attachment'
  const named = isName ? byName : (byAnchor ?? byName)
  if (named === undefined) return keep('missing')
  if (named === 'several') return keep('several')
  const { target, number, title } = named
  const words = nameKey(text)
  const made = (run: Run, cut = 0) => ({ runs: [run], open: [], cut })
  if (target.to !== 'section') {
    if (words === nameKey(title)) return made({ kind: 'reference', target })
    // The field shows only the number: the word in front of it belongs to the name.
    const [, word = ''] = /^(.*?)\s*\d\S*$/.exec(title) ?? []
    const cut = /^\d/.test(text) && nameKey(`${word} ${text}`) === nameKey(title) ? wordBefore(before, word) : 0
    return cut > 0 ? made({ kind: 'reference', target }, cut) : keep(/^\d+$/.test(text) ? 'inflected' : 'other_words')
  }
  if (number !== null) {
    if (words === number) return made({ kind: 'reference', target, bare: true })
    const [, chapter] = /^(\p{L}+\s+)\d/u.exec(text) ?? []
    if (chapter !== undefined && words === nameKey(chapter + number)) {
      return {
        runs: [
          { kind: 'text', text: chapter },
          { kind: 'reference', target, bare: true },
        ],
        open: [],
        cut: 0,
      }
    }
    return keep('other_words')
  }
  return words === nameKey(title) || text === to ? made({ kind: 'reference', target }) : keep('other_words')
}

/** How many signs at the end of the text are the word and the space behind it. */
function wordBefore(text: string, word: string): number {
  const [end] = /(\S+)[\s\u00a0]+$/.exec(text) ?? []
  return end !== undefined && nameKey(end) === nameKey(word) ? end.length : 0
}

const captioned =
  /(?<![\p{L}\d])((?:kuv|taulu|liit|bild|figur|tabell|bilag|figure|table|attachment|annex)\p{L}*)[\s\u00a0]+(\d+)(?![\p{L}\d]|[.,:]\d|[-–]\d)/giu
const chapter =
  /(?<!\p{L})((?:luku|luvu\p{L}*|lukuun|kappale\p{L}*|kapit\p{L}*|avsnitt\p{L}*|chapters?|sections?)[\s\u00a0]+)(\d+(?:\.\d+)*)(?![\p{L}\d]|\.\d)/giu

/** References that were typed: "Kuva 3" and "luvussa 4.2" become made ones where there is just one thing of that name. */
export function resolveTyped(text: string, targets: Targets): Resolved {
  const made: Resolved = { runs: [], open: [], resolved: 0 }
  const found = [
    ...[...text.matchAll(captioned)].map((match) => ({ match, ...typedName(match, targets) })),
    ...[...text.matchAll(chapter)].map((match) => ({ match, ...typedChapter(match, targets) })),
  ].sort((a, b) => a.match.index - b.match.index)
  let from = 0
  for (const { match, run, lead, open } of found) {
    if (match.index < from) continue
    if (open) made.open.push({ text: match[0], reason: open })
    if (!run) continue
    const before = text.slice(from, match.index) + lead
    if (before !== '') made.runs.push({ kind: 'text', text: before })
    made.runs.push(run)
    made.resolved += 1
    from = match.index + match[0].length
  }
  if (from < text.length) made.runs.push({ kind: 'text', text: text.slice(from) })
  return made
}

type Typed = { run: Run | null; lead: string; open: OpenReason | null }

function typedName([whole, word = '', number = '']: RegExpMatchArray, { names }: Targets): Typed {
  const open = (reason: OpenReason): Typed => ({ run: null, lead: '', open: reason })
  const named = names.get(nameKey(whole))
  if (named === 'several') return open('several')
  if (named) return { run: { kind: 'reference', target: named.target }, lead: '', open: null }
  // "kuvassa 3": the made reference would read "Kuva 3", which is no sentence.
  const stem = nameKey(word).slice(0, 4)
  const alike = [...names.keys()].some((name) => name.startsWith(stem) && name.endsWith(` ${number}`))
  return open(alike ? 'inflected' : 'missing')
}

function typedChapter([, lead = '', number = '']: RegExpMatchArray, { chapters }: Targets): Typed {
  const named = chapters.get(number)
  if (named && named !== 'several') {
    return { run: { kind: 'reference', target: named.target, bare: true }, lead, open: null }
  }
  // A plain figure after "luku" is mostly no chapter.
  return { run: null, lead, open: number.includes('.') ? (named ?? 'missing') : null }
}
