import type PptxGenJS from 'pptxgenjs'
import type { Review } from '../../steering/review/model.ts'
import type { DeckColours } from './colours.ts'
import { textWidth } from './measure.ts'
import { edge, footerTop, slideSize, titlePlaces } from './slide.ts'

type Frame = { review: Review; colours: DeckColours; emblem: string }

const inches = (points: number): number => points / 72
const placed = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => ({
  x: inches(x),
  y: inches(y),
  w: inches(w),
  h: inches(h),
})

/** At least one centimetre high, as the rules of visibility of EU funding ask of print. */
const emblemPlace = { x: edge, y: footerTop + 4, w: 45, h: 30 } as const
const footerSize = 12

/** The two layouts: a cover, and a page with the emblem and the statement at its foot. Each has a real title. */
export function defineLayouts(pptx: PptxGenJS, { review, colours, emblem }: Frame): void {
  const title = (layout: keyof typeof titlePlaces, size: number, valign: 'bottom' | 'top') => ({
    placeholder: {
      options: {
        name: 'title',
        type: 'title' as const,
        ...placed(titlePlaces[layout]),
        color: colours.brand,
        bold: true,
        fontSize: size,
        align: 'left' as const,
        valign,
        margin: 0,
      },
      text: '',
    },
  })
  const bar = (place: { x: number; y: number; w: number; h: number }, color: string) => ({
    rect: { ...placed(place), fill: { color }, line: { type: 'none' as const } },
  })
  pptx.defineSlideMaster({
    title: 'cover',
    background: { color: colours.page },
    objects: [
      bar({ x: 0, y: 0, w: slideSize.w, h: 14 }, colours.head),
      bar({ x: edge, y: 238, w: 96, h: 4 }, colours.accent),
      title('cover', 36, 'bottom'),
    ],
  })
  const text = (content: string, place: { x: number; w: number }, align: 'left' | 'right') => ({
    text: {
      text: content,
      options: {
        ...placed({ ...place, y: footerTop + 10, h: 18 }),
        fontSize: footerSize,
        color: colours.muted,
        align,
        valign: 'middle' as const,
        margin: 0,
      },
    },
  })
  const statement = { x: emblemPlace.x + emblemPlace.w + 10, w: 440 }
  const where = fitted([review.project, review.period], 330)
  pptx.defineSlideMaster({
    title: 'page',
    background: { color: colours.page },
    objects: [
      bar({ x: 0, y: 0, w: slideSize.w, h: 6 }, colours.head),
      bar({ x: edge, y: footerTop - 4, w: slideSize.w - 2 * edge, h: 1 }, colours.rule),
      { image: { ...placed(emblemPlace), data: emblem, altText: review.words.emblem } },
      text(fitted([review.statement], statement.w), statement, 'left'),
      text(where, { x: slideSize.w - edge - 50 - 340, w: 340 }, 'right'),
      title('page', 26, 'top'),
    ],
    slideNumber: {
      ...placed({ x: slideSize.w - edge - 44, y: footerTop + 10, w: 44, h: 18 }),
      fontSize: footerSize,
      color: colours.muted,
      align: 'right',
      margin: 0,
    },
  })
}

/** One line of the foot: the last part is kept, what is too long before it is shortened. The cover has it whole. */
function fitted(parts: readonly string[], width: number): string {
  const tail = parts.length > 1 ? ` · ${parts.at(-1)}` : ''
  const text = parts[0] ?? ''
  let kept = text
  while (kept.length > 1 && textWidth(kept + tail, footerSize) > width * 0.97) kept = kept.slice(0, -1)
  return kept === text ? text + tail : `${kept.trimEnd()}…${tail}`
}
