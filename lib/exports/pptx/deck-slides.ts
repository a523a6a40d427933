import type { Review, ReviewBlock, ReviewPage } from '../../steering/review/model.ts'
import { type Printable, printable, printableCopy } from '../typst/printable.ts'
import type { DeckColours } from './colours.ts'
import { coverBoxes, type DeckLogo } from './cover.ts'
import { flow } from './flow.ts'
import { pageSlides } from './page-slides.ts'
import { heightOf, paragraphsOf } from './paragraphs.ts'
import { piecesOfAll } from './pieces.ts'
import { type Box, bodyPlace, type NoteRun, type Slide } from './slide.ts'
import { shortTitle, titleSize, uniqueTitles } from './titles.ts'

/** `review` is the document with every text made writable, `replaced` what had to be replaced for that. */
type Deck = { review: Review; slides: Slide[]; replaced: string[] }

/** XML cannot hold these; everything else is left to the reader's fonts. */
const canBeWritten = (code: number): boolean => code !== 0xfffe && code !== 0xffff && !(code >= 0x7f && code < 0xa0)

/** The whole deck, laid out: cover, contents, then the pages of the sections in their order. */
export function deckSlides(given: Review, colours: DeckColours, logo: DeckLogo | null): Deck {
  const make: Printable = printable(canBeWritten)
  const review = copyWithAddresses(given, make)
  const titles = uniqueTitles([
    review.title,
    review.words.contents,
    ...review.sections.flatMap((section) => section.pages.map((page) => page.title)),
  ])
  const first = 2
  const pages = review.sections.flatMap((section) => section.pages)
  const groups = pages.map((page, index) => slidesOfPage(review, page, titles[index + first] ?? page.title, colours))
  const starts = groups.map(
    (_, index) => 1 + first + groups.slice(0, index).reduce((sum, group) => sum + group.length, 0),
  )
  const cover: Slide = {
    layout: 'cover',
    title: review.title,
    titleSize: titleSize(review.title, 'cover') ?? 14,
    boxes: coverBoxes(review, colours, logo && { ...logo, alt: make.text(logo.alt) }),
    notes: [[{ text: review.published }]],
  }
  const contents = contentsSlide(review, titles[1] ?? review.words.contents, starts, colours)
  return { review, slides: [cover, contents, ...groups.flat()], replaced: make.replaced() }
}

/** Addresses are not shown and stay as they are; every text is made writable. */
function copyWithAddresses<T>(value: T, make: Printable): T
function copyWithAddresses(value: unknown, make: Printable): unknown {
  if (Array.isArray(value)) return value.map((item) => copyWithAddresses(item, make))
  if (typeof value !== 'object' || value === null) return printableCopy(value, make)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'href' || key === 'origin' ? item : copyWithAddresses(item, make),
    ]),
  )
}

function slidesOfPage(review: Review, page: ReviewPage, title: string, colours: DeckColours): Slide[] {
  const fits = titleSize(title, 'page') !== null
  // A title that no slide can hold stands whole as the first text.
  const whole: ReviewPage = fits
    ? page
    : { ...page, blocks: [{ kind: 'paragraph', label: null, runs: [{ text: title, strong: true }] }, ...page.blocks] }
  const boxes = pageSlides(whole, review.words, colours)
  return boxes.map((own, index) => {
    const suffix = index === 0 ? '' : ` (${review.words.continues}\u00a0${index + 1}/${boxes.length})`
    const full = title + suffix
    const shown = titleSize(full, 'page') === null ? shortTitle(title, suffix, 'page') : full
    return {
      layout: 'page',
      title: shown,
      titleSize: titleSize(shown, 'page') ?? 12,
      boxes: own,
      notes: notesOf(review, page, index === 0),
    }
  })
}

function notesOf({ words, origin }: Review, page: ReviewPage, isFirst: boolean): NoteRun[][] {
  const source: NoteRun[] = [
    { text: `${words.source}: ` },
    { text: absolute(origin, page.href), href: absolute(origin, page.href) },
  ]
  if (!isFirst || page.notes.length === 0) return [source]
  const remarks = page.notes.map((runs) =>
    runs.map(({ text, href }): NoteRun => (href ? { text, href: absolute(origin, href) } : { text })),
  )
  return [source, [{ text: words.notes }], ...remarks]
}

export const absolute = (origin: string, href: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : origin.replace(/\/$/, '') + href

/** The sections and where each begins. */
function contentsSlide(review: Review, title: string, starts: readonly number[], colours: DeckColours): Slide {
  let page = 0
  const paragraphs = review.sections.flatMap((section) => {
    const start = starts[page]
    page += section.pages.length
    if (section.pages.length === 0 || start === undefined) return []
    const at = { text: `${section.title} · ${review.words.slide.toLowerCase()} ${start}`, href: `#${start}` }
    return paragraphsOf([at], { size: 20, before: 10 }, colours)
  })
  const { x, y, w, h } = bodyPlace
  const left = w * 0.46
  const box: Box = { kind: 'text', x, y, w: left - 24, h: heightOf(paragraphs, left - 24), paragraphs, inset: 0 }
  const context = { colours, words: review.words, size: 16, runIn: false, title }
  const figures: ReviewBlock[] = [
    { kind: 'heading', text: review.words.glance },
    { kind: 'keyFigures', items: review.glance.filter(({ light }) => !light) },
    { kind: 'keyFigures', items: review.glance.filter(({ light }) => light) },
  ]
  const right = { x: x + left, w: w - left, top: y, firstTop: y, bottom: y + h }
  const cards = review.glance.length > 0 ? flow(piecesOfAll(figures, context, new Set()), right, colours).slides : []
  const boxes = [...(paragraphs.length > 0 ? [box] : []), ...(cards[0] ?? [])]
  return { layout: 'page', title, titleSize: 26, boxes, notes: [[{ text: review.published }]] }
}
