import { BodyReader } from '@/lib/final-report/import/docx/body/model'
import { withCaptions } from '@/lib/final-report/import/docx/captions/model'
import type { LineGround } from '@/lib/final-report/import/docx/ground/model'
import { LineReader } from '@/lib/final-report/import/docx/inlines/model'
import { Numbering } from '@/lib/final-report/import/docx/numbering/model'
import { mainPart, partBeside, type Relations, readPart, relationsOf } from '@/lib/final-report/import/docx/parts/model'
import { pictureBytes } from '@/lib/final-report/import/docx/pictures/model'
import { Styles } from '@/lib/final-report/import/docx/styles/model'
import { allIn, childOf, elementsIn, type XmlNode } from '@/lib/final-report/import/docx/xml/model'
import {
  type Loss,
  type LossKind,
  tidyRuns,
  type WrittenReport,
  type WrittenRun,
  writtenText,
} from '@/lib/final-report/import/written/model'
import { Refused } from '@/lib/platform/refused-file'
import { openPackage, type Package } from '@/lib/platform/zip-package'

/**
 * Words by which a file of the product's own is known again, in the languages of reports: of an unknown value, before the
 * sources of numbers, and under a place without a picture.
 */
export type OwnWords = { unknown: readonly string[]; sources: readonly string[]; noPicture: readonly string[] }

/**
 * Reads a Word document into the shape of the import: its text as it stands with the changes accepted, nothing fetched,
 * nothing run.
 * @throws Refused with the part at fault
 */
export function readDocx(bytes: Uint8Array, own: OwnWords): WrittenReport {
  const from = openPackage(bytes)
  const main = mainPart(from)
  const relations = relationsOf(from, main)
  const losses: Loss[] = []
  const styles = new Styles(partBeside(from, relations, 'styles'))
  const numbering = new Numbering(partBeside(from, relations, 'numbering'))
  // Two that need each other: a line may hold a note, and a note is lines.
  const place: { where: () => string } = { where: () => '' }
  const lose = (what: LossKind, text: string) => {
    losses.push({ what, where: place.where(), text: text.replace(/\s+/g, ' ').trim().slice(0, 120) })
  }
  const notes = notesOf(from, relations, { styles, lose }, own.sources)
  const ground: LineGround = { relations, styles, lose, picture: pictures(from, lose), note: notes }
  const reader = new BodyReader({
    lines: new LineReader(ground),
    styles,
    numbering,
    unknown: new Set(own.unknown),
    ownRemarks: new Set(own.noPicture),
    lose,
  })
  place.where = () => reader.where
  const document = readPart(from, main, (part) => reader.element(part))
  if (!childOf(document, 'w:body')) throw new Refused('DAMAGED', main)
  place.where = () => ''
  for (const comment of commentsIn(from, relations)) lose('comment', comment)
  for (const text of runningTexts(from, relations)) lose('running_text', text)
  const sections = reader.sections.map(({ parts, ...section }, index) => ({
    ...section,
    key: `h${index}`,
    kind: null,
    blocks: withCaptions(parts, section.title, losses),
  }))
  const filled = sections.filter(({ level, blocks }) => level > 0 || blocks.length > 0)
  if (filled.length === 0) throw new Refused('NOTHING')
  return { format: 1, from: 'docx', sections: filled, losses }
}

/** Each picture is unpacked once, to see that it is one; its name stands for it. */
function pictures(from: Package, lose: LineGround['lose']): LineGround['picture'] {
  const known = new Map<string, boolean>()
  return (target) => {
    const shows = known.get(target) ?? pictureBytes(from, target) !== null
    known.set(target, shows)
    if (!shows) lose('picture_kind', target.split('/').at(-1) ?? target)
    return shows ? target : null
  }
}

type Ground = Pick<LineGround, 'styles' | 'lose'>

/** The texts of foot- and endnotes by their ids. A note within a note is none. */
function notesOf(
  from: Package,
  relations: Relations,
  { styles, lose }: Ground,
  sources: readonly string[],
): LineGround['note'] {
  const texts = new Map<string, string>()
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = partBeside(from, relations, `${kind}s`)
    const name = [...relations.values()].find(({ type }) => type.endsWith(`/${kind}s`))?.target ?? ''
    const inside: LineGround = { relations: relationsOf(from, name), styles, lose, picture: () => null, note: () => [] }
    for (const node of part ? elementsIn(part) : []) {
      const isOwn = node.attributes['w:type'] !== undefined && node.attributes['w:type'] !== 'normal'
      if (isOwn) continue
      const lines = new LineReader(inside)
      const text = allIn(node, 'w:p').map((paragraph) => noteText(tidyRuns(lines.read(paragraph).runs)))
      texts.set(`${kind} ${node.attributes['w:id'] ?? ''}`, text.filter(Boolean).join('\n'))
    }
  }
  return (kind, id) => {
    const text = texts.get(`${kind} ${id}`) ?? ''
    const own = sources.find((word) => text.startsWith(`${word}: `))
    if (own !== undefined) return [{ kind: 'sources', told: text.slice(own.length + 2) }]
    return text === '' ? [] : [{ kind: 'note', text }]
  }
}

/** An address stands behind the words it belongs to: a note is plain text. */
function noteText(runs: readonly WrittenRun[]): string {
  return runs
    .map((run) =>
      run.kind === 'link' && run.text !== run.address ? `${run.text} (${run.address})` : writtenText([run]),
    )
    .join('')
    .trim()
}

function commentsIn(from: Package, relations: Relations): string[] {
  const part = partBeside(from, relations, 'comments')
  return part ? allIn(part, 'w:comment').map(wordsOf) : []
}

/** What stands over and under every page; a page number alone is no text. */
function runningTexts(from: Package, relations: Relations): string[] {
  const parts = [...relations.values()].filter(({ type, isOutside }) => !isOutside && /\/(?:header|footer)$/.test(type))
  const texts = parts.filter(({ target }) => from.has(target)).map(({ target }) => wordsOf(readPart(from, target)))
  return [...new Set(texts.filter((text) => /\p{L}{3}/u.test(text)))]
}

function wordsOf(node: XmlNode): string {
  return allIn(node, 'w:t')
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join(' ')
}
