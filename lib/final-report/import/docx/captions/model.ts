import type {
  Loss,
  WrittenCaption,
  WrittenImage,
  WrittenPart,
  WrittenTable,
} from '@/lib/final-report/import/written/model'

/** What a section is put together from: its parts, and lines that belong to a table or a figure beside them. */
export type RawPart =
  | WrittenPart
  | { kind: 'caption'; of: 'table' | 'figure' | null; caption: WrittenCaption }
  | { kind: 'remark'; text: string }

const words = {
  figure: 'kuva|kuvio|kaavio|bild|figur|diagram|figure|fig\\.|picture|chart|illustration',
  table: 'taulukko|tabell|table',
} as const

const labelled = new RegExp(
  `^(${words.figure}|${words.table})\\s+(\\d+(?:[.-]\\d+)*)(?:\\s*[.:–—-]\\s*|\\s+|$)([\\s\\S]*)$`,
  'i',
)

/** What a caption's word counts: "Taulukko" → table. */
export function kindOfWord(word: string): 'table' | 'figure' | null {
  if (new RegExp(`^(?:${words.table})$`, 'i').test(word)) return 'table'
  return new RegExp(`^(?:${words.figure})$`, 'i').test(word) ? 'figure' : null
}

/** "Kuva 3. Asiakkaat" in its parts; null when it does not begin like a caption. */
export function captionOf(text: string): { of: 'table' | 'figure'; caption: Omit<WrittenCaption, 'anchors'> } | null {
  const [, word = '', number = '', rest = ''] = labelled.exec(text.trim()) ?? []
  const of = kindOfWord(word)
  return of && { of, caption: { label: `${word} ${number}`, text: rest.trim() } }
}

/** Whether a plain line reads as a caption and nothing else: number, a sign behind it, and a short text. */
export function isCaptionLine(text: string): boolean {
  return text.length <= 300 && /^\p{L}+\.?\s+\d+(?:[.-]\d+)*\s*[.:–—-]\s*\S/u.test(text) && captionOf(text) !== null
}

type Captioned = WrittenTable | WrittenImage

/** Gives tables and figures their captions and remarks. A caption alone keeps a place for what it tells of. */
export function withCaptions(raw: readonly RawPart[], where: string, losses: Loss[]): WrittenPart[] {
  const owners = new Map<RawPart, Captioned>()
  const taken = new Set<Captioned>()
  for (const part of raw) {
    if (part.kind !== 'caption') continue
    const owner = nearest(raw, part, taken)
    if (!owner) continue
    owner.caption = part.caption
    taken.add(owner)
    owners.set(part, owner)
  }
  const made: WrittenPart[] = []
  for (const [at, part] of raw.entries()) {
    if (part.kind === 'remark') remarkOn(raw, at, part.text, made)
    else if (part.kind !== 'caption') made.push(part)
    else if (!owners.has(part)) made.push(alone(part, where, losses))
  }
  return made
}

/** A table has its caption above, a figure below; the other side is looked at when that is not so. */
function nearest(
  raw: readonly RawPart[],
  part: Extract<RawPart, { kind: 'caption' }>,
  taken: ReadonlySet<Captioned>,
): Captioned | null {
  const at = raw.indexOf(part)
  const fits = (one: RawPart | undefined): Captioned | null => {
    const kind = one?.kind === 'table' ? 'table' : one?.kind === 'image' ? 'figure' : null
    if (!one || kind === null || (part.of !== null && part.of !== kind)) return null
    const captioned = one as Captioned
    return taken.has(captioned) ? null : captioned
  }
  const beside = (step: 1 | -1) => {
    let to = at + step
    while (raw[to]?.kind === 'remark') to += step
    return fits(raw[to])
  }
  return part.of === 'figure' ? (beside(-1) ?? beside(1)) : (beside(1) ?? beside(-1))
}

function alone({ of, caption }: Extract<RawPart, { kind: 'caption' }>, where: string, losses: Loss[]): WrittenPart {
  const text = [caption.label, caption.text].filter(Boolean).join('. ')
  if (of !== 'figure') return { kind: 'paragraph', runs: [{ kind: 'text', text }] }
  losses.push({ what: 'picture_missing', where, text })
  return { kind: 'image', caption, alt: '', description: null, picture: null }
}

/** What is said of a table or a figure right beside it: notes of the one, a longer description of the other. */
function remarkOn(raw: readonly RawPart[], at: number, text: string, made: WrittenPart[]): void {
  const skipped = (step: 1 | -1) => {
    let to = at + step
    while (raw[to]?.kind === 'remark' || raw[to]?.kind === 'caption') to += step
    return raw[to]
  }
  const [before, after] = [skipped(-1), skipped(1)]
  if (after?.kind === 'table' && after.notes.length < 20) after.notes.push(text)
  else if (before?.kind === 'image') before.description = [before.description, text].filter(Boolean).join('\n')
  else made.push({ kind: 'paragraph', runs: [{ kind: 'text', text }] })
}
