import { captionOf, isCaptionLine, kindOfWord, type RawPart } from '@/lib/final-report/import/docx/captions/model'
import type { Line, LinePart } from '@/lib/final-report/import/docx/ground/model'
import type { LineReader } from '@/lib/final-report/import/docx/inlines/model'
import type { Numbering } from '@/lib/final-report/import/docx/numbering/model'
import type { Role, Styles } from '@/lib/final-report/import/docx/styles/model'
import { framedCell, readTable, type TableGround } from '@/lib/final-report/import/docx/tables/model'
import { childOf, elementsIn, settingOf, type XmlNode } from '@/lib/final-report/import/docx/xml/model'
import { type LossKind, tidyRuns, type WrittenRun, writtenText } from '@/lib/final-report/import/written/model'

export type RawSection = {
  level: number
  number: string | null
  title: string
  anchors: string[]
  parts: RawPart[]
}

export type BodyGround = {
  lines: LineReader
  styles: Styles
  numbering: Numbering
  /** Words for an unknown value */
  unknown: ReadonlySet<string>
  /** Remarks that the product itself makes, and makes anew */
  ownRemarks: ReadonlySet<string>
  lose(what: LossKind, text: string): void
}

/** Longer is no heading, whatever its style says. */
const longestHeading = 300

/** Reads the body of a document into headings with what stands under them. */
export class BodyReader {
  readonly sections: RawSection[] = [{ level: 0, number: null, title: '', anchors: [], parts: [] }]
  private readonly ground: BodyGround

  constructor(ground: BodyGround) {
    this.ground = ground
  }

  private read(node: XmlNode): void {
    for (const child of elementsIn(node)) this.element(child)
  }

  /** The heading under which reading stands now. */
  get where(): string {
    return this.sections.at(-1)?.title ?? ''
  }

  private add(part: RawPart): void {
    this.sections.at(-1)?.parts.push(part)
  }

  /** One element right inside the body, or inside what holds several. */
  element(node: XmlNode): void {
    switch (node.name) {
      case 'w:p':
        this.paragraph(node)
        return
      case 'w:tbl':
        this.table(node)
        return
      case 'w:sdt': {
        const content = childOf(node, 'w:sdtContent')
        if (!content) return
        if (isContents(node)) this.skipContents(content)
        else this.read(content)
        return
      }
      case 'w:altChunk':
        this.ground.lose('inserted_file', '')
        return
      case 'w:del':
      case 'w:moveFrom':
        this.ground.lose('deleted_text', '')
        return
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        this.read(node)
        return
    }
  }

  /** Lists of contents, figures and tables are made anew: their fields are read to their end, their words are not kept. */
  private skipContents(content: XmlNode): void {
    this.ground.lose('contents', '')
    for (const child of elementsIn(content)) {
      if (child.name === 'w:p') this.ground.lines.read(child)
    }
  }

  private paragraph(node: XmlNode): void {
    const about = childOf(node, 'w:pPr')
    const style = this.ground.styles.of(settingOf(about, 'w:pStyle'))
    const wasContents = this.ground.lines.isInContents
    const line = this.ground.lines.read(node)
    if (wasContents || this.ground.lines.isInContents || style.role.kind === 'contents') {
      if (!wasContents) this.ground.lose('contents', '')
      return
    }
    const own = Number(settingOf(about, 'w:outlineLvl') ?? Number.NaN)
    const role: Role = own >= 0 && own < 9 ? { kind: 'heading', level: own + 1 } : style.role
    const runs = tidyRuns(line.runs)
    const text = writtenText(runs).trim()
    const numbers = listOf(about) ?? style.numbers
    if (role.kind === 'heading' && text !== '' && text.length <= longestHeading) {
      const drawn = numbers && this.ground.numbering.next(numbers.list, numbers.level)
      this.heading(role.level, text.replace(/\s+/g, ' '), drawn, line.anchors)
    } else this.text(role, { ...line, runs }, text, numbers)
    this.beside(line.parts)
  }

  private heading(level: number, text: string, drawn: string | null, anchors: string[]): void {
    const [, typed, rest] = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/.exec(text) ?? []
    const number = drawn ?? typed ?? null
    const title = drawn === null && rest !== undefined ? rest : text
    this.sections.push({ level, number, title, anchors, parts: [] })
  }

  private text(role: Role, line: Line, text: string, numbers: { list: string; level: number } | null): void {
    const { runs } = line
    if (role.kind === 'unanswered') {
      this.ground.lose('unanswered', text)
      return
    }
    if (text === '' && !runs.some(({ kind }) => kind === 'note')) return
    if (role.kind === 'place') {
      this.add({ kind: 'image', caption: null, alt: text, description: null, picture: null })
      return
    }
    if (role.kind === 'remark') {
      if (!this.ground.ownRemarks.has(text)) this.add({ kind: 'remark', text })
      return
    }
    if (role.kind === 'caption' || line.sequence !== null || isCaptionLine(text)) {
      const known = captionOf(text)
      const of = known?.of ?? kindOfWord(line.sequence ?? '')
      const caption = { ...(known?.caption ?? { label: null, text }), anchors: line.anchors }
      this.add({ kind: 'caption', of, caption })
      return
    }
    const list = numbers && numbers.list !== '0' ? numbers : null
    if (list || role.kind === 'list') {
      this.item(role, list, runs)
      return
    }
    if (role.kind === 'quote') {
      this.quote(runs, text)
      return
    }
    const bullet = /^[•·▪◦‣]\s+/.exec(text)
    if (bullet) {
      this.item({ kind: 'list', ordered: false }, null, withoutBeginning(runs, bullet[0].length))
      return
    }
    this.add({ kind: 'paragraph', runs })
  }

  private item(role: Role, list: { list: string; level: number } | null, runs: WrittenRun[]): void {
    const styled = role.kind === 'list' && role.ordered
    const ordered = list ? (this.ground.numbering.isOrdered(list.list, list.level) ?? styled) : styled
    const level = list?.level ?? 0
    const last = this.sections.at(-1)?.parts.at(-1)
    if (last?.kind === 'list') last.items.push({ level, ordered, runs })
    else this.add({ kind: 'list', items: [{ level, ordered, runs }] })
  }

  private quote(runs: WrittenRun[], text: string): void {
    const last = this.sections.at(-1)?.parts.at(-1)
    const [, name] = /^[—–-]\s+(\S.*)$/.exec(text) ?? []
    if (name !== undefined && last?.kind === 'quote' && last.attribution === null) last.attribution = name
    else this.add({ kind: 'quote', runs, attribution: null })
  }

  /** Pictures stand after the line they are in; the words of a box are read as text. */
  private beside(parts: readonly LinePart[]): void {
    for (const part of parts) {
      if (part.kind === 'box') this.read(part.content)
      else this.add(part)
    }
  }

  private table(node: XmlNode): void {
    const framed = framedCell(node)
    if (framed) {
      this.read(framed)
      return
    }
    const after: LinePart[] = []
    const ground: TableGround = {
      unknown: this.ground.unknown,
      lose: this.ground.lose,
      cellText: (cell) => this.cellText(cell, after),
    }
    for (const table of readTable(node, ground)) this.add(table)
    if (after.length > 0) this.ground.lose('cell_parts', '')
    this.beside(after)
  }

  /** The words of a cell, one paragraph a line; items of lists keep a sign. A table inside is read row by row. */
  private cellText(cell: XmlNode, after: LinePart[]): string {
    const lines = elementsIn(cell).flatMap((child): string[] => {
      if (child.name === 'w:tbl') {
        this.ground.lose('nested_table', '')
        return elementsIn(child).flatMap((row) =>
          row.name === 'w:tr'
            ? [
                elementsIn(row)
                  .filter(({ name }) => name === 'w:tc')
                  .map((one) => this.cellText(one, after))
                  .join('; '),
              ]
            : [],
        )
      }
      if (child.name === 'w:sdt') return [this.cellText(childOf(child, 'w:sdtContent') ?? child, after)]
      if (child.name !== 'w:p') return []
      const about = childOf(child, 'w:pPr')
      const line = this.ground.lines.read(child)
      after.push(...line.parts)
      const text = cellWords(tidyRuns(line.runs))
      return [text !== '' && listOf(about) ? `• ${text}` : text]
    })
    return lines.filter(Boolean).join('\n')
  }
}

/** A cell holds words only: an address stands behind the words it belongs to, a note in brackets. */
function cellWords(runs: readonly WrittenRun[]): string {
  return runs
    .map((run) => {
      if (run.kind === 'link') return run.text.includes(run.address) ? run.text : `${run.text} (${run.address})`
      if (run.kind === 'note') return ` (${run.text})`
      return writtenText([run])
    })
    .join('')
    .trim()
}

function listOf(about: XmlNode | undefined): { list: string; level: number } | null {
  const numbers = childOf(about, 'w:numPr')
  const list = settingOf(numbers, 'w:numId')
  return list === undefined ? null : { list, level: Number(settingOf(numbers, 'w:ilvl') ?? 0) }
}

function isContents(node: XmlNode): boolean {
  const gallery = settingOf(childOf(childOf(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return /^(?:Table of Contents|Table of Figures|Bibliographies)$/i.test(gallery ?? '')
}

function withoutBeginning(runs: readonly WrittenRun[], length: number): WrittenRun[] {
  const [first, ...rest] = runs
  return first?.kind === 'text' ? tidyRuns([{ ...first, text: first.text.slice(length) }, ...rest]) : [...runs]
}
