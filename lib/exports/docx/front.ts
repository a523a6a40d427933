import { type FileChild, Footer, Header, PageNumber, Paragraph, SimpleField, Tab, TableOfContents, TextRun } from 'docx'
import type { DocumentBlock, DocumentLooks, ReportDocument } from '../../final-report/document/model.ts'
import { emblemPicture } from '../pptx/emblem.ts'
import { type Captioned, captionList } from './captions.ts'
import type { Drawing } from './drawing.ts'
import { runs } from './inlines.ts'
import { textWidth } from './job.ts'
import { drawnPicture, pictureRun } from './pictures.ts'

type Front = Omit<ReportDocument, 'looks' | 'sections'>

/** The emblem is never smaller than another logo on the page. */
const emblemRoom = { width: 140, height: 64 } as const
const logoRoom = { width: 260, height: 60 } as const

/** The title page: who, what, when, and who has paid for it. */
export function titlePage(document: Front, logo: DocumentLooks['logo']): Paragraph[] {
  const mark =
    logo && drawnPicture({ bytes: new Uint8Array(Buffer.from(logo.data, 'base64')), mediaType: logo.mediaType })
  const emblem = drawnPicture({ bytes: emblemPicture(), mediaType: 'image/png' })
  return [
    ...(mark && logo
      ? [
          new Paragraph({
            style: 'TitleFact',
            children: [pictureRun(mark, { name: logo.alt, alt: logo.alt }, logoRoom)],
          }),
        ]
      : []),
    new Paragraph({ style: 'County', children: runs(document.county) }),
    new Paragraph({ style: 'Title', children: runs(document.project) }),
    new Paragraph({ style: 'Subtitle', children: runs(document.heading) }),
    ...document.facts.map(
      ({ term, text }) =>
        new Paragraph({ style: 'TitleFact', children: [...runs(`${term}: `, { style: 'Strong' }), ...runs(text)] }),
    ),
    ...(document.notice === null ? [] : [new Paragraph({ style: 'Notice', children: runs(document.notice) })]),
    ...(emblem
      ? [
          new Paragraph({
            style: 'TitleFact',
            spacing: { before: 1600 },
            children: [pictureRun(emblem, { name: document.emblem.alt, alt: document.emblem.alt }, emblemRoom)],
          }),
        ]
      : []),
    new Paragraph({ style: 'Statement', children: runs(document.statement) }),
    new Paragraph({ style: 'TitleFact', children: runs(document.programme) }),
  ]
}

/** The contents, and the lists of figures and tables, as fields that Word fills anew. */
export function contents(
  words: ReportDocument['words'],
  captioned: readonly Captioned[],
  drawing: Drawing,
): FileChild[] {
  const of = (...kinds: DocumentBlock['kind'][]) => captioned.filter(({ kind }) => kinds.includes(kind))
  return [
    new Paragraph({ style: 'TOCHeading', pageBreakBefore: true, children: runs(words.contents) }),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-4' }),
    ...(words.figures === undefined ? [] : captionList(words.figures, of('figure', 'image'), drawing)),
    ...(words.tables === undefined ? [] : captionList(words.tables, of('table'), drawing)),
  ]
}

/** What stands over and under every page but the first. A lying page has its right edge elsewhere. */
export function running({ project, heading, statement, words }: Front, isLying: boolean) {
  const tabStops = [{ type: 'right' as const, position: textWidth(isLying) }]
  const chapter = new SimpleField('STYLEREF 1', '')
  const tab = new TextRun({ children: [new Tab()] })
  const numbers = [`${words.page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  const head = [...runs(`${project}, ${heading.toLocaleLowerCase('fi')}`), tab, chapter]
  const foot = [...runs(statement), tab, new TextRun({ children: numbers })]
  return {
    headers: { default: new Header({ children: [new Paragraph({ style: 'Header', tabStops, children: head })] }) },
    footers: { default: new Footer({ children: [new Paragraph({ style: 'Footer', tabStops, children: foot })] }) },
  }
}
