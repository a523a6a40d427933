import { type FileChild, HeadingLevel, Paragraph } from 'docx'
import type { DocumentBlock, DocumentFigure, DocumentImage } from '../../final-report/document/model.ts'
import { caption } from './captions.ts'
import type { Drawing } from './drawing.ts'
import { inlines, link, runs } from './inlines.ts'
import { chartRun, pictureRun } from './pictures.ts'
import { innerHeading } from './styles.ts'
import { afterFigure, remarks, tableParts } from './tables.ts'

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

/** A real heading; those deeper than the format has are of its deepest kind. */
export function headingLine({ id, level, text }: Heading, { anchors }: Drawing, isNewPage = false): Paragraph {
  return new Paragraph({
    heading: levels[Math.min(level, levels.length) - 1] ?? HeadingLevel.HEADING_6,
    ...(isNewPage && { pageBreakBefore: true }),
    children: anchors.marked(id, text, (part) => runs(part)),
  })
}

type Heading = { id: string; level: number; text: string }

/** A heading inside a section: as real as the others, but the contents do not list it. */
function innerHeadingLine({ id, level, text }: Heading, { anchors }: Drawing): Paragraph {
  return new Paragraph({ style: innerHeading(level), children: anchors.marked(id, text, (part) => runs(part)) })
}

/** Lists are numbered from one each; `list` is a number that no other list has. */
export function blockParts(block: DocumentBlock, drawing: Drawing, list: number): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ style: 'BodyText', children: inlines(block.inlines, drawing) })]
    case 'heading':
      return [innerHeadingLine(block, drawing)]
    case 'quote':
      return [
        new Paragraph({
          style: 'Quote',
          keepNext: block.attribution !== null,
          children: inlines(block.inlines, drawing),
        }),
        ...(block.attribution === null
          ? []
          : [new Paragraph({ style: 'Quote', alignment: 'right', children: runs(`— ${block.attribution}`) })]),
      ]
    case 'list':
      return block.items.map((item) => listLine(inlines(item, drawing), block.ordered ? list : null))
    case 'links':
      return block.items.map((item) => listLine(link(item.text, item.address, drawing), null))
    case 'table':
      return tableParts(block, drawing)
    case 'figure':
      return pictureParts(
        block,
        new Paragraph({ style: 'Figure', children: [chartRun({ ...block, name: nameOf(block) })] }),
        drawing,
      )
    case 'image':
      return pictureParts(block, imageLine(block, drawing), drawing)
    case 'problem':
      return [
        new Paragraph({
          style: 'FaultBlock',
          children: [...runs('◆ '), ...drawing.anchors.marked(block.id, block.text, (part) => runs(part))],
        }),
      ]
    case 'unanswered':
      return [new Paragraph({ style: 'Unanswered', children: runs(block.text) })]
  }
}

function listLine(children: ReturnType<typeof inlines>, ordered: number | null): Paragraph {
  return ordered === null
    ? new Paragraph({ style: 'ListBullet', numbering: { reference: 'bullets', level: 0 }, children })
    : new Paragraph({
        style: 'ListNumber',
        numbering: { reference: 'numbers', level: 0, instance: ordered },
        children,
      })
}

function pictureParts(block: DocumentFigure | DocumentImage, line: Paragraph, drawing: Drawing): FileChild[] {
  const description = block.kind === 'image' ? block.description : null
  return [
    line,
    caption(block, drawing),
    ...(description === null ? [] : [new Paragraph({ style: 'SourceNote', children: runs(description) })]),
    ...remarks(block),
    afterFigure(),
  ]
}

/** A picture that is not there keeps its place, and what it shows is said in words. */
function imageLine(image: DocumentImage, { pictures }: Drawing): Paragraph {
  const picture = image.file && pictures.get(image.file.id)
  return picture
    ? new Paragraph({ style: 'Figure', children: [pictureRun(picture, { name: nameOf(image), alt: image.alt })] })
    : new Paragraph({ style: 'MissingPicture', children: runs(image.alt) })
}

/** What a program calls the picture among the others. */
const nameOf = ({ label, caption: text }: { label: string; caption: string }): string => (label === '' ? text : label)
