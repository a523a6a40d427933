import { isAddress, type TextMark } from '@/lib/final-report/blocks/model'
import type { Line, LineGround, LinePart } from '@/lib/final-report/import/docx/ground/model'
import { partsOfDrawing, partsOfOldPicture } from '@/lib/final-report/import/docx/pictures/model'
import {
  childOf,
  elementsIn,
  settingOf,
  switchOf,
  textIn,
  type XmlNode,
} from '@/lib/final-report/import/docx/xml/model'
import { type WrittenRun, writtenText } from '@/lib/final-report/import/written/model'

/** A field from its beginning to its end; what it shows stands after its instruction. */
type Field = { instruction: string; isShown: boolean; runs: WrittenRun[] }

/** Reads the lines of a document in their order: a field may go over several. */
export class LineReader {
  private fields: Field[] = []
  private line: Line = emptyLine()

  private readonly ground: LineGround

  constructor(ground: LineGround) {
    this.ground = ground
  }

  /** Whether what comes belongs to a list of contents, which is made anew. */
  get isInContents(): boolean {
    return this.fields.some(({ instruction }) => /^\s*(?:TOC|INDEX|TOA)\b/i.test(instruction))
  }

  read(paragraph: XmlNode): Line {
    this.line = emptyLine()
    this.inside(paragraph, null)
    // What stands open goes on in the next line; its words belong to this one.
    for (const field of this.fields) this.line.runs.push(...field.runs.splice(0))
    return this.line
  }

  private add(...runs: WrittenRun[]): void {
    const field = this.fields.at(-1)
    if (!field) this.line.runs.push(...runs)
    else if (field.isShown) field.runs.push(...runs)
  }

  private inside(node: XmlNode, mark: TextMark | null): void {
    for (const child of elementsIn(node)) this.element(child, mark)
  }

  private element(node: XmlNode, mark: TextMark | null): void {
    switch (node.name) {
      case 'w:r':
        this.run(node)
        return
      case 'w:hyperlink':
        this.link(node)
        return
      case 'w:fldSimple': {
        this.fields.push({ instruction: node.attributes['w:instr'] ?? '', isShown: true, runs: [] })
        this.inside(node, mark)
        this.endField()
        return
      }
      case 'w:bookmarkStart':
        this.line.anchors.push(node.attributes['w:name'] ?? '')
        return
      case 'w:del':
      case 'w:moveFrom':
        this.ground.lose('deleted_text', deletedText(node))
        return
      case 'w:sdt':
        this.inside(childOf(node, 'w:sdtContent') ?? node, mark)
        return
      case 'w:ins':
      case 'w:moveTo':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:bdo':
      case 'w:dir':
        this.inside(node, mark)
        return
      case 'm:oMath':
      case 'm:oMathPara':
        this.ground.lose('formula', textIn(node))
        this.add({ kind: 'text', text: textIn(node) })
        return
      case 'mc:AlternateContent':
        this.inside(childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback') ?? node, mark)
        return
    }
  }

  private run(node: XmlNode): void {
    const look = childOf(node, 'w:rPr')
    if (switchOf(look, 'w:vanish')) {
      const text = elementsIn(node)
        .filter(({ name }) => name === 'w:t')
        .map(textIn)
        .join('')
      if (text !== '' && !this.isInContents) this.ground.lose('hidden_text', text)
      return
    }
    const [bold, italic] = [switchOf(look, 'w:b'), switchOf(look, 'w:i')]
    const styled = this.ground.styles.of(settingOf(look, 'w:rStyle')).mark
    const mark =
      bold || (styled === 'strong' && bold !== false) ? 'strong' : italic || styled === 'emphasis' ? 'emphasis' : null
    for (const child of elementsIn(node)) this.piece(child, mark)
  }

  private piece(node: XmlNode, mark: TextMark | null): void {
    const say = (text: string) => this.add({ kind: 'text', text, ...(mark && { mark }) })
    switch (node.name) {
      case 'w:t':
        say(textIn(node).replace(/[\r\n\t]+/g, ' '))
        return
      case 'w:tab':
      case 'w:ptab':
        say(' ')
        return
      case 'w:br':
        if (!/^(?:page|column)$/.test(node.attributes['w:type'] ?? '')) say('\n')
        return
      case 'w:cr':
        say('\n')
        return
      case 'w:noBreakHyphen':
        say('\u2011')
        return
      case 'w:sym':
        this.symbol(node.attributes['w:char'] ?? '', say)
        return
      case 'w:instrText': {
        const field = this.fields.at(-1)
        if (field && !field.isShown) field.instruction += textIn(node)
        return
      }
      case 'w:fldChar':
        this.fieldSign(node.attributes['w:fldCharType'])
        return
      case 'w:footnoteReference':
        this.add(...this.ground.note('footnote', node.attributes['w:id'] ?? ''))
        return
      case 'w:endnoteReference':
        this.add(...this.ground.note('endnote', node.attributes['w:id'] ?? ''))
        return
      case 'w:drawing':
        this.take(partsOfDrawing(node, this.ground))
        return
      case 'w:pict':
        this.take(partsOfOldPicture(node, this.ground))
        return
      case 'w:object':
        this.ground.lose('object', '')
        return
      case 'mc:AlternateContent':
        for (const child of elementsIn(childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback') ?? node))
          this.piece(child, mark)
        return
      default:
        // Ruby and the like: their words.
        if (node.name === 'w:ruby') say(textIn(node))
    }
  }

  private take(parts: readonly LinePart[]): void {
    if (!this.isInContents) this.line.parts.push(...parts)
  }

  /** Signs of the fonts of symbols: the ones that begin lists and tick boxes are known. */
  private symbol(char: string, say: (text: string) => void): void {
    const known: Record<string, string> = { f0b7: '•', f0a7: '▪', f0e0: '→', f0fc: '✓', f0d8: '▸', f02d: '–' }
    const code = Number.parseInt(char, 16)
    const sign = known[char.toLowerCase()] ?? (code > 0x20 && code < 0xe000 ? String.fromCodePoint(code) : null)
    if (sign === null) this.ground.lose('symbol', char)
    else say(sign)
  }

  private fieldSign(kind: string | undefined): void {
    const field = this.fields.at(-1)
    if (kind === 'begin') this.fields.push({ instruction: '', isShown: false, runs: [] })
    else if (kind === 'separate' && field) field.isShown = true
    else if (kind === 'end') this.endField()
  }

  private endField(): void {
    const wasContents = this.isInContents
    const field = this.fields.pop()
    if (!field || wasContents) return
    const text = writtenText(field.runs)
    const [, name = '', rest = ''] = /^\s*(\w+)\s*([\s\S]*)$/.exec(field.instruction) ?? []
    const [target = ''] = rest.match(/"[^"]*"|\S+/) ?? []
    switch (name.toUpperCase()) {
      case 'SEQ':
        this.line.sequence = target.replaceAll('"', '').replaceAll('_', ' ')
        this.add(...field.runs)
        return
      case 'REF':
        if (text !== '') this.add({ kind: 'reference', text, to: target.replaceAll('"', '') })
        return
      case 'HYPERLINK': {
        const [, anchor] = /\\l\s+"?([^"\s]+)"?/i.exec(rest) ?? []
        this.linked(field.runs, target.startsWith('\\') ? null : target.replaceAll('"', ''), anchor ?? null)
        return
      }
      default:
        this.add(...field.runs)
        return
    }
  }

  private link(node: XmlNode): void {
    const relation = this.ground.relations.get(node.attributes['r:id'] ?? '')
    this.fields.push({ instruction: '', isShown: true, runs: [] })
    this.inside(node, null)
    const runs = this.fields.pop()?.runs ?? []
    if (this.isInContents) return
    this.linked(runs, relation?.isOutside ? relation.target : null, node.attributes['w:anchor'] ?? null)
  }

  /** A link keeps its words whatever becomes of its address; notes and pictures in it stay. */
  private linked(runs: readonly WrittenRun[], address: string | null, anchor: string | null): void {
    const text = runs.map((run) => (run.kind === 'text' || run.kind === 'link' ? run.text : '')).join('')
    const others = runs.filter((run) => run.kind !== 'text' && run.kind !== 'link')
    if (text.trim() === '') {
      this.add(...others)
      return
    }
    if (isAddress(address) && address.length <= 2000) this.add({ kind: 'link', text, address }, ...others)
    else if (address === null && anchor !== null) this.add({ kind: 'reference', text, to: anchor }, ...others)
    else {
      if (address !== null) this.ground.lose('link_address', `${text}: ${address}`)
      this.add(...runs)
    }
  }
}

const emptyLine = (): Line => ({ runs: [], parts: [], anchors: [], sequence: null })

function deletedText(node: XmlNode): string {
  return elementsIn(node)
    .map((child) => (child.name === 'w:delText' || child.name === 'w:t' ? textIn(child) : deletedText(child)))
    .join('')
}
