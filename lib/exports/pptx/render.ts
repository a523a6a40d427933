import PptxGenJS from 'pptxgenjs'
import type { Review } from '../../steering/review/model.ts'
import { type DeckColours, deckColours } from './colours.ts'
import type { DeckLogo } from './cover.ts'
import { absolute, deckSlides } from './deck-slides.ts'
import { emblemPicture } from './emblem.ts'
import { defineLayouts } from './layouts.ts'
import { lineHeight } from './measure.ts'
import { finishPackage } from './package.ts'
import { runsIn } from './paragraphs.ts'
import {
  bulletIndent,
  type Cell,
  cellMargin,
  deckFont,
  type Paragraph,
  type Slide,
  slideSize,
  type TableBox,
} from './slide.ts'

/** Everything that the maker of the file is told; plain data, so that it can be sent to another process. */
export type DeckJob = {
  review: Review
  looks: { brandColour: string | null; accentColour: string | null; logo: DeckLogo | null }
  /** Milliseconds since 1970; the same job gives the same bytes */
  createdAt: number
}

export type DeckMade = { pptx: Uint8Array; slides: number; replaced: string[] }

const languages = { fi: 'fi-FI', sv: 'sv-FI' } as const

type Page = ReturnType<PptxGenJS['addSlide']>
type Text = PptxGenJS.TextProps

const inches = (points: number): number => points / 72

/** Makes the deck in this process: the layout is ours, the package is made by pptxgenjs and put in order afterwards. */
export async function renderDeck({ review: given, looks, createdAt }: DeckJob): Promise<DeckMade> {
  const colours = deckColours(looks)
  const { review, slides, replaced } = deckSlides(given, colours, looks.logo)
  const pptx = new PptxGenJS()
  pptx.defineLayout({ name: 'deck', width: inches(slideSize.w), height: inches(slideSize.h) })
  pptx.layout = 'deck'
  pptx.theme = { headFontFace: deckFont, bodyFontFace: deckFont }
  defineLayouts(pptx, { review, colours, emblem: pictureData(emblemPicture(), 'image/png') })
  for (const slide of slides) draw(pptx, slide, { colours, origin: review.origin })
  const made = (await pptx.write({ outputType: 'uint8array', compression: false })) as Uint8Array
  const { organisation, locale, period } = review
  // As the review as PDF is called: a title of its own says which project it is of.
  const title = `${review.project}: ${review.title}`
  const about = { title, organisation, period, language: languages[locale], createdAt: new Date(createdAt), colours }
  return { pptx: finishPackage(made, slides, about), slides: slides.length, replaced }
}

type Drawing = { colours: DeckColours; origin: string }

function draw(pptx: PptxGenJS, slide: Slide, drawing: Drawing): void {
  const page = pptx.addSlide({ masterName: slide.layout })
  page.addText(
    [{ text: slide.title, options: { fontSize: slide.titleSize, lineSpacing: lineHeight(slide.titleSize) } }],
    {
      placeholder: 'title',
      lineSpacing: lineHeight(slide.titleSize),
    },
  )
  for (const box of slide.boxes) {
    const place = { x: inches(box.x), y: inches(box.y), w: inches(box.w), h: inches(box.h) }
    if (box.kind === 'text') {
      const look = { isTextBox: true, margin: box.inset, valign: 'top' as const, wrap: true }
      page.addText(textsOf(box.paragraphs, box.w - 2 * box.inset, drawing), {
        ...place,
        ...look,
        ...(box.fill && { fill: { color: box.fill } }),
      })
    } else if (box.kind === 'picture') {
      page.addImage({ ...place, data: pictureData(box.bytes, box.mediaType), altText: box.alt })
    } else if (box.kind === 'table') drawTable(page, box, place, drawing)
    else {
      // Only a place is taken: the chart itself is written by finishPackage, which knows unknown values from zero.
      page.addChart('bar', [{ name: '-', labels: ['-'], values: [1] }], { ...place, altText: box.alt })
    }
  }
  page.addNotes(' ')
}

const pictureData = (bytes: Uint8Array, mediaType: string): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`

/** Runs one after another; the last one of a paragraph ends it. */
function textsOf(paragraphs: readonly Paragraph[], width: number, { origin }: Drawing): Text[] {
  return paragraphs.flatMap((paragraph, at) => {
    const { size, before, align, bullet } = paragraph
    const look = {
      fontSize: size,
      lineSpacing: lineHeight(size),
      ...(at > 0 && before > 0 && { paraSpaceBefore: before }),
      ...(align && { align }),
    }
    const written = runsIn(paragraph, width)
    const runs = written.length > 0 ? written : [{ text: '', colour: '000000' }]
    return runs.map(
      (run, index): Text => ({
        text: run.text,
        options: {
          ...look,
          color: run.colour,
          ...('bold' in run && { bold: run.bold === true }),
          ...('href' in run && run.href && { hyperlink: linkOf(run.href, origin) }),
          ...(index === 0 && bullet && { bullet: { indent: bulletIndent } }),
          ...(index === runs.length - 1 && at < paragraphs.length - 1 && { breakLine: true }),
        },
      }),
    )
  })
}

/** `#5` is the fifth slide. */
const linkOf = (href: string, origin: string) =>
  href.startsWith('#') ? { slide: Number(href.slice(1)) } : { url: absolute(origin, href) }

function drawTable(
  page: Page,
  box: TableBox,
  place: { x: number; y: number; w: number; h: number },
  drawing: Drawing,
): void {
  const { colours } = drawing
  const rule = (kind: string): PptxGenJS.BorderProps => ({
    type: 'solid',
    pt: kind === 'total' ? 1.5 : 0.5,
    color: kind === 'total' ? colours.muted : colours.rule,
  })
  const none: PptxGenJS.BorderProps = { type: 'none' }
  const cell = ({ paragraphs, fill }: Cell, kind: string, width: number): PptxGenJS.TableCell => ({
    text: textsOf(paragraphs.length > 0 ? paragraphs : [emptyParagraph], width - 2 * cellMargin.x, drawing),
    options: {
      ...(fill && { fill: { color: fill } }),
      border: [rule(kind), none, rule('row'), none],
      margin: [cellMargin.y, cellMargin.x, cellMargin.y, cellMargin.x],
      valign: 'top',
    },
  })
  const rows = box.rows.map(({ cells, kind }) => cells.map((one, at) => cell(one, kind, box.columns[at] ?? 0)))
  page.addTable(rows, {
    ...place,
    colW: box.columns.map(inches),
    rowH: box.rows.map((row) => inches(row.height)),
    color: colours.ink,
  })
}

const emptyParagraph: Paragraph = { runs: [], size: 12, before: 0 }
