import {
  Bookmark,
  type FileChild,
  InternalHyperlink,
  PageReference,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Tab,
  TableOfContents,
  TextRun,
} from 'docx'
import {
  captionText,
  type DocumentFigure,
  type DocumentImage,
  type DocumentTable,
} from '../../final-report/document/model.ts'
import type { Drawing } from './drawing.ts'
import { runs } from './inlines.ts'
import { textWidth } from './job.ts'

export type Captioned = DocumentTable | DocumentFigure | DocumentImage

/** Parts of "Taulukko 1": the word of its sequence and its number; null when it is not numbered. */
export function labelParts(label: string): { word: string; between: string; number: string } | null {
  const [, word, between, number] = /^(.*?)(\s+)(\d+)$/.exec(label) ?? []
  return word && between && number ? { word, between, number } : null
}

/** Bookmarks of the captions by the id of their table or figure. */
export const captionAnchors = (items: readonly Captioned[]): Map<string, string> =>
  new Map(items.map((item, index) => [item.id, `_Caption${index + 1}`]))

/** The line over a table or under a figure: its number is a field of the sequence that Word counts. */
export function caption(item: Captioned, drawing: Drawing): Paragraph {
  const rest = item.label === '' ? '' : captionText(item).slice(item.label.length)
  const children: ParagraphChild[] =
    item.label === ''
      ? drawing.anchors.marked(item.id, item.caption, (part) => runs(part))
      : [...labelled(item, drawing), ...runs(rest)]
  return new Paragraph({
    style: 'Caption',
    keepNext: item.kind === 'table',
    children: [new Bookmark({ id: drawing.captions.get(item.id) ?? '', children })],
  })
}

function labelled(item: Captioned, drawing: Drawing): ParagraphChild[] {
  const parts = labelParts(item.label)
  if (!parts) return drawing.anchors.marked(item.id, item.label, (part) => runs(part))
  const { word, between, number } = parts
  const at = word.length + between.length
  // A number that does not follow the one before it is said to Word, or updating the fields would change it.
  const last = drawing.sequences.get(word) ?? 0
  drawing.sequences.set(word, Number(number))
  const reset = Number(number) === last + 1 ? '' : ` \\r ${Number(number)}`
  const field = () => new SimpleField(`SEQ ${sequenceName(word)} \\* ARABIC${reset}`, number)
  return drawing.anchors.marked(item.id, item.label, (part, start) => {
    if (start >= at) return [field()]
    return start + part.length > at ? [...runs(part.slice(0, at - start)), field()] : runs(part)
  })
}

/** A sequence is named by one word. */
const sequenceName = (word: string): string => word.replace(/[^\p{L}\p{N}]+/gu, '_')

/** A list of the captions of one kind, as a field that Word fills anew; every line leads to its caption. */
export function captionList(title: string, items: readonly Captioned[], { captions }: Drawing): FileChild[] {
  const numbered = items.flatMap((item) => {
    const parts = labelParts(item.label)
    return parts ? [{ item, ...parts }] : []
  })
  const word = numbered[0]?.word
  if (word === undefined) return []
  const lines = numbered.map(({ item }) => {
    const anchor = captions.get(item.id) ?? ''
    const page = new PageReference(anchor, { hyperlink: true })
    const children = [...runs(captionText(item)), new TextRun({ children: [new Tab()] }), page]
    return new Paragraph({
      style: 'TableofFigures',
      tabStops: [{ type: 'right', position: textWidth(false), leader: 'dot' }],
      children: [new InternalHyperlink({ anchor, children })],
    })
  })
  return [
    new Paragraph({ style: 'TOCHeading', text: title }),
    new TableOfContents(title, {
      hyperlink: true,
      captionLabelIncludingNumbers: sequenceName(word),
      contentChildren: lines,
    }),
  ]
}
