import { Document, Packer, type PageNumberEstimator, Paragraph } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { flatSections } from '../../final-report/document/model.ts'
import { type DeckColours, deckColours } from '../pptx/colours.ts'
import { textWidth } from '../pptx/measure.ts'
import { printable, printableCopy } from '../typst/printable.ts'
import { Anchors } from './anchors.ts'
import { Leaves, leafProperties } from './body.ts'
import { type Captioned, captionAnchors } from './captions.ts'
import type { Drawing } from './drawing.ts'
import { contents, running, titlePage } from './front.ts'
import { runs } from './inlines.ts'
import type { DocxJob, DocxMade } from './job.ts'
import { finishPackage } from './package.ts'
import { drawnPicture } from './pictures.ts'
import { reportLists, reportStyles } from './styles.ts'

const languages = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** Word finds a font for every character; only what XML cannot hold, and control characters, are told by their code point. */
const canBeWritten = (code: number): boolean => code !== 0xfffe && code !== 0xffff && !(code >= 0x7f && code < 0xa0)

/**
 * Makes the file in this process. It holds the thread for as long as it takes: the product calls it in a child process only.
 */
export async function compileDocx(job: DocxJob): Promise<DocxMade> {
  const make = printable(canBeWritten)
  const document = printableCopy(job.document, make)
  const looks = job.looks && {
    ...job.looks,
    logo: job.looks.logo && { ...job.looks.logo, alt: make.text(job.looks.logo.alt) },
  }
  const colours = deckColours({ brandColour: looks?.brand ?? null, accentColour: looks?.accent ?? null })
  const captioned = flatSections(document.sections).flatMap(({ blocks }) =>
    blocks.filter((block): block is Captioned => 'label' in block),
  )
  const drawing = drawingOf(job, document, { colours, captioned })
  const leaves = new Leaves(
    [...titlePage(document, looks?.logo ?? null), ...contents(document.words, captioned, drawing)],
    drawing,
  )
  const flowing = document.flowing === true
  for (const [at, section] of document.sections.entries()) leaves.add(section, { beginsPage: flowing && at === 0 })
  const language = languages[document.language]
  const counted = countedPages()
  const file = new Document({
    pageNumbers: counted.estimate,
    styles: reportStyles(colours, language, { flowing }),
    numbering: reportLists,
    footnotes: Object.fromEntries(
      drawing.footnotes.map((text, index) => [
        index + 1,
        { children: [new Paragraph({ style: 'FootnoteText', children: [...runs(' '), ...runs(text)] })] },
      ]),
    ),
    sections: leaves.all.map(({ isLying, children }, index) => ({
      ...running(document, isLying),
      properties: leafProperties(isLying, index === 0),
      children,
    })),
  })
  const { title, heading, project, county, programme } = document
  const about = { title, subject: programme, author: county, keywords: [heading, project, county, programme], language }
  const docx = finishPackage(await Packer.toBuffer(file), {
    ...about,
    colours,
    createdAt: new Date(job.createdAt),
    tables: captioned.filter((item) => item.kind === 'table').map((item) => item.caption),
  })
  return { docx, pages: counted.pages(), replaced: make.replaced() }
}

function drawingOf(
  { pictures }: DocxJob,
  { origin, words, sections }: DocxJob['document'],
  { colours, captioned }: { colours: DeckColours; captioned: readonly Captioned[] },
): Drawing {
  const drawn = pictures.flatMap((picture) => {
    const one = drawnPicture(picture)
    return one ? [[picture.id, one] as const] : []
  })
  return {
    origin,
    words,
    colours,
    anchors: new Anchors(sections),
    pictures: new Map(drawn),
    captions: captionAnchors(captioned),
    footnotes: [],
    sequences: new Map(),
  }
}

/**
 * The pages as the library lays them out for the contents, and how many there were. Letters are measured with our own table, and
 * numbers of headings are not asked for (ours are in their texts): both ways of the library take seconds in a long report.
 */
function countedPages() {
  const estimate = estimatePageNumbersWith({
    guess: true,
    measureWidth: (text, { size, bold }) => textWidth(text, size, bold),
  })
  let pages = 0
  const counting: PageNumberEstimator = (body, context) => {
    const found = estimate(body, context)
    pages = found.pageCount ?? 0
    return found
  }
  return { estimate: counting, pages: () => pages }
}
