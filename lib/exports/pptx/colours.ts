import { printPalette } from '../../charts/palette.ts'

/** Colours of a deck without #, as the file format wants them. */
export type DeckColours = {
  /** Titles, headings and figures: readable on white and on `soft` */
  brand: string
  /** Behind the titles of columns */
  head: string
  /** Text on `head` */
  onHead: string
  accent: string
  ink: string
  muted: string
  soft: string
  rule: string
  lights: Record<'green' | 'yellow' | 'red' | 'reported' | 'none', string>
  series: string[]
  page: string
}

const own = { brand: '#00357a', accent: '#2a6ebb', soft: '#eef1f4' } as const
/** Smallest contrast of text with its ground, and of marks (WCAG 2.2, 1.4.3 and 1.4.11). */
const readable = 4.5
const visible = 3

const bare = (colour: string): string => colour.replace('#', '').toUpperCase()

/** The county's colours where they can be read, else the product's own: a colour for the eye must not cost anybody the text. */
export function deckColours(looks: { brandColour: string | null; accentColour: string | null }): DeckColours {
  const { ink, muted, page, lights, grid } = printPalette
  const wanted = looks.brandColour ?? own.brand
  const isReadable = Math.min(contrast(wanted, page), contrast(wanted, own.soft)) >= readable
  const accent = looks.accentColour ?? looks.brandColour ?? own.accent
  return {
    brand: bare(isReadable ? wanted : own.brand),
    head: bare(wanted),
    onHead: bare(contrast(wanted, page) >= contrast(wanted, ink) ? page : ink),
    accent: bare(contrast(accent, page) >= visible ? accent : own.accent),
    ink: bare(ink),
    muted: bare(muted),
    soft: bare(own.soft),
    rule: bare(grid),
    lights: {
      green: bare(lights.good),
      yellow: bare(lights.warning),
      red: bare(lights.danger),
      reported: bare(lights.neutral),
      none: bare(lights.unknown),
    },
    series: printPalette.series.map(bare),
    page: bare(page),
  }
}

/** Contrast of two colours (#rrggbb), 1–21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
