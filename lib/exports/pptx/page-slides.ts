import { type Review, type ReviewBlock, type ReviewPage, toldFigures } from '../../steering/review/model.ts'
import type { DeckColours } from './colours.ts'
import { type Column, flow } from './flow.ts'
import { heightOf, paragraphsOf } from './paragraphs.ts'
import { lightRuns, type Piece, piecesOfAll } from './pieces.ts'
import { type Box, bodyPlace, type Paragraph } from './slide.ts'

/** Sizes of running text, the best one first. */
const sizes = [16, 14, 13, 12] as const
const gutter = 24

type Arranged = { size: number; slides: Box[][] }

/**
 * The boxes of a page's slides: as few slides as the smallest text allows, and then the largest text that needs no more. A
 * report of a unit may have its texts to the left and its figures to the right.
 */
export function pageSlides(page: ReviewPage, words: Review['words'], colours: DeckColours): Box[][] {
  const tried: Arranged[] = []
  for (const size of sizes) {
    for (const arranged of arrangements(page, words, colours, size)) {
      if (arranged.slides.length === 1) return arranged.slides
      tried.push(arranged)
    }
  }
  const best = tried.sort((a, b) => a.slides.length - b.slides.length || b.size - a.size)[0]
  return best?.slides ?? [[]]
}

function arrangements(page: ReviewPage, words: Review['words'], colours: DeckColours, size: number): Arranged[] {
  const lead = leadOf(page, colours)
  const leadHeight = heightOf(lead, bodyPlace.w)
  const { y: top, x, w, h } = bodyPlace
  const isShort = leadHeight < h / 3
  const firstTop = lead.length > 0 && isShort ? top + leadHeight + 10 : top
  const column = (at: number, width: number, leading = 1): Column => ({
    ...{ x: x + at, w: width, top, firstTop, bottom: top + h },
    leading,
  })
  const context = { colours, words, size, runIn: gathers(page), title: page.title }
  const told = toldFigures(page.blocks)
  const pieces = (blocks: readonly ReviewBlock[]) => piecesOfAll(blocks, context, told)
  const before: Piece[] = isShort ? [] : lead.map((paragraph) => ({ kind: 'text', paragraph, keep: false }))
  const leadBox: Box[] =
    lead.length > 0 && isShort ? [{ kind: 'text', x, y: top, w, h: leadHeight, paragraphs: lead, inset: 0 }] : []
  const withLead = (slides: Box[][]) => slides.map((boxes, index) => (index === 0 ? [...leadBox, ...boxes] : boxes))

  const all = [...before, ...pieces(page.blocks)]
  const whole = flow(all, column(0, w), colours)
  const one = { size, slides: withLead(whole.slides) }
  const made: Arranged[] = [one]
  // Two columns of running text read better than long lines; tables are halved only where that leaves a single slide.
  const asText = page.kind === 'unit' || gathers(page)
  if (asText ? one.slides.length > 1 : one.slides.length === 2) {
    const half = (w - gutter) / 2
    const halves = flow(all, column(0, half, 2), colours)
    const two = { size, slides: withLead(paired(halves.slides, half + gutter)) }
    if (!halves.tight && asText) made.unshift(two)
    else if (!halves.tight && two.slides.length === 1) made.push(two)
  }
  const [left, right] = sides(page.blocks)
  if (page.kind !== 'unit' || left.length === 0 || right.length === 0) return made
  for (const share of [0.4, 0.5, 0.6]) {
    const width = w * share - gutter / 2
    const texts = flow([...before, ...pieces(left)], column(0, width), colours)
    const figures = flow(pieces(right), column(width + gutter, w - width - gutter), colours)
    if (figures.tight) continue
    const count = Math.max(texts.slides.length, figures.slides.length)
    const both = Array.from({ length: count }, (_, at) => [...(texts.slides[at] ?? []), ...(figures.slides[at] ?? [])])
    // Two columns are worth it when both are used; a lone narrow column on every slide is not.
    if (Math.min(texts.slides.length, figures.slides.length) * 2 >= count)
      made.unshift({ size, slides: withLead(both) })
  }
  return made
}

/** Several units on one page, each under its heading. */
const gathers = ({ kind, blocks }: ReviewPage): boolean =>
  (kind === 'ended' || kind === 'overview') && blocks.some((block) => block.kind === 'heading')

/** Every second column stands to the right of the one before it. */
function paired(columns: readonly Box[][], step: number): Box[][] {
  return columns.flatMap((boxes, at) => {
    const right = (columns[at + 1] ?? []).map((box) => ({ ...box, x: box.x + step }))
    return at % 2 === 0 ? [[...boxes, ...right]] : []
  })
}

/** Texts, and figures with the headings right above them. */
function sides(blocks: readonly ReviewBlock[]): [ReviewBlock[], ReviewBlock[]] {
  const left: ReviewBlock[] = []
  const right: ReviewBlock[] = []
  const isText = (block: ReviewBlock | undefined) =>
    block !== undefined && (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'list')
  for (const [index, block] of blocks.entries()) {
    const next = blocks.slice(index).find((one) => one.kind !== 'heading')
    const ofFigures = block.kind === 'heading' ? next !== undefined && !isText(next) : !isText(block)
    ;(ofFigures ? right : left).push(block)
  }
  return [left, right]
}

/** The light, and what the page is about. */
function leadOf({ light, lead }: ReviewPage, colours: DeckColours): Paragraph[] {
  return [
    ...(light ? paragraphsOf(lightRuns(light, colours), { size: 16, bold: true }, colours) : []),
    ...(lead.length > 0 ? paragraphsOf(lead, { size: 14, colour: colours.muted, before: 2 }, colours) : []),
  ]
}
