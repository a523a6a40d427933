import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  SimpleField,
  TextRun,
} from 'docx'
import type { DocumentInline } from '../../final-report/document/model.ts'
import type { Drawing } from './drawing.ts'

type Look = { bold?: boolean; italics?: boolean; style?: string; color?: string }

/** Text as runs; a line end inside it stays one. */
export function runs(text: string, look: Look = {}): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 && { break: 1 }) }))
}

/** A text that leads to an address; the text alone when the address is none that a program would open. */
export function link(text: string, address: string, drawing: Drawing, look: Look = {}): ParagraphChild[] {
  const target = openable(address, drawing.origin)
  if (target === null) return runs(text, look)
  return [new ExternalHyperlink({ link: target, children: runs(text, { ...look, style: 'Hyperlink' }) })]
}

/** Longer addresses are refused by Word. */
const longestAddress = 2000

function openable(address: string, origin: string): string | null {
  const whole = address.startsWith('/') ? origin + address : address
  if (!URL.canParse(whole)) return null
  const { href, protocol } = new URL(whole)
  return ['http:', 'https:', 'mailto:'].includes(protocol) && href.length <= longestAddress ? href : null
}

/** A run of text; where the bound numbers of it come from stands in one footnote behind it. */
export function inlines(items: readonly DocumentInline[], drawing: Drawing): ParagraphChild[] {
  const told = new Set(items.filter((item) => item.kind === 'number').map((item) => `${item.text}: ${item.source}`))
  const { sources } = drawing.words
  return [
    ...items.flatMap((item) => inline(item, drawing)),
    ...(sources !== undefined && told.size > 0 ? [footnote(`${sources}: ${[...told].join('; ')}.`, drawing)] : []),
  ]
}

function inline(item: DocumentInline, drawing: Drawing): ParagraphChild[] {
  switch (item.kind) {
    case 'text':
      return runs(item.text, { ...(item.mark && { style: item.mark === 'strong' ? 'Strong' : 'Emphasis' }) })
    case 'number':
      return [
        ...(item.address === null ? runs(item.text) : link(item.text, item.address, drawing)),
        ...(item.note === null ? [] : runs(` (${item.note})`, { style: 'Remark' })),
      ]
    case 'reference':
      return reference(item, drawing)
    case 'link':
      return link(item.text, item.address, drawing)
    case 'note':
      return [footnote(item.text, drawing)]
    case 'problem':
      return runs(`◆ ${item.text}`, { style: 'Fault' })
  }
}

function reference(item: { text: string; target: string }, { anchors }: Drawing): ParagraphChild[] {
  const use = anchors.use(item.text, item.target)
  if (!use) return runs(item.text)
  const cached = item.text.slice(use.before.length)
  if (cached === '') return [new InternalHyperlink({ anchor: use.name, children: runs(item.text) })]
  return [...(use.before === '' ? [] : runs(use.before)), new SimpleField(`REF ${use.name} \\h`, cached)]
}

function footnote(text: string, { footnotes }: Drawing): FootnoteReferenceRun {
  footnotes.push(text)
  return new FootnoteReferenceRun(footnotes.length)
}
