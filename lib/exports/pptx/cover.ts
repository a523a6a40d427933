import type { Review } from '../../steering/review/model.ts'
import type { DeckColours } from './colours.ts'
import { emblemPicture } from './emblem.ts'
import { heightOf, paragraphsOf, splitToFit } from './paragraphs.ts'
import { pictureSize } from './picture-size.ts'
import { type Box, edge, type PictureBox, slideSize } from './slide.ts'

export type DeckLogo = { bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg'; alt: string }

/** The emblem is at least as high as the logo (rules of visibility of EU funding). */
const emblemPlace = { x: edge, y: 452, w: 78, h: 52 } as const
const logoRoom = { w: 220, h: 52 } as const

/** What stands on the first slide beside its title. */
export function coverBoxes(review: Review, colours: DeckColours, logo: DeckLogo | null): Box[] {
  const w = slideSize.w - 2 * edge
  const facts = [
    ...paragraphsOf([{ text: review.subtitle }], { size: 20 }, colours),
    ...paragraphsOf(
      [{ text: [review.organisation, review.project, review.period].filter(Boolean).join(' · ') }],
      { size: 16, before: 8 },
      colours,
    ),
    ...paragraphsOf([{ text: review.published }], { size: 14, colour: colours.muted, before: 8 }, colours),
  ].filter((paragraph) => paragraph.runs.length > 0)
  const [shown] = splitToFit(facts, w, 180)
  const statement = paragraphsOf([{ text: review.statement }], { size: 14 }, colours)
  const beside = emblemPlace.x + emblemPlace.w + 14
  const width = 520
  const h = heightOf(statement, width)
  return [
    ...(shown.length > 0
      ? [{ kind: 'text' as const, x: edge, y: 250, w, h: heightOf(shown, w), paragraphs: shown, inset: 0 }]
      : []),
    ...(logo ? logoBox(logo) : []),
    { kind: 'picture', ...emblemPlace, bytes: emblemPicture(), mediaType: 'image/png', alt: review.words.emblem },
    {
      kind: 'text',
      x: beside,
      y: emblemPlace.y + Math.max(0, (emblemPlace.h - h) / 2),
      w: width,
      h,
      paragraphs: statement,
      inset: 0,
    },
  ]
}

/** The county's logo at the upper right, in its own proportions. A picture whose size cannot be read is left out. */
function logoBox({ bytes, mediaType, alt }: DeckLogo): PictureBox[] {
  const size = pictureSize(bytes)
  if (!size) return []
  const scale = Math.min(logoRoom.w / size.width, logoRoom.h / size.height)
  const [w, h] = [size.width * scale, size.height * scale]
  return [{ kind: 'picture', x: slideSize.w - edge - w, y: 40, w, h, bytes, mediaType, alt }]
}
