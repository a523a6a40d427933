/** Looks of the files that a county gives out. Colours as #rrggbb; null: the product's own. */
export type Looks = { brandColour: string | null; accentColour: string | null; logo: Logo | null }

export type Logo = { bytes: Uint8Array<ArrayBuffer>; mediaType: LogoType; alt: string }

export type LogoType = (typeof logoTypes)[number]

const logoTypes = ['image/png', 'image/jpeg'] as const

/** What the page of the settings shows; the picture itself has an address of its own. */
export type LookSettings = {
  brandColour: string | null
  accentColour: string | null
  logo: { alt: string; fileName: string; size: number } | null
  version: number
}

export const noLooks: Looks = { brandColour: null, accentColour: null, logo: null }

/** A picture that files can carry. */
export const isLogoType = (mediaType: string): mediaType is LogoType =>
  (logoTypes as readonly string[]).includes(mediaType)

export const largestLogo = 1_000_000

/** Why a picture was not taken as the logo. */
export const logoReasons = ['NOT_ALLOWED', 'STALE', 'EMPTY_FILE', 'TOO_LARGE', 'WRONG_KIND', 'ALT_MISSING'] as const
export type LogoReason = (typeof logoReasons)[number]

/** Smallest contrast of text of normal size with its ground (WCAG 2.2, 1.4.3). */
const readable = 4.5

/** Contrast of the colour with white, 1–21 as text with one decimal, and whether white text can be read on it. */
export function contrastWithWhite(colour: string): { ratio: string; isReadable: boolean } {
  const ratio = 1.05 / (luminance(colour) + 0.05)
  // Cut, not rounded: 4,49 must not look like enough.
  return { ratio: String(Math.floor(ratio * 10) / 10), isReadable: ratio >= readable }
}

/** Relative luminance of #rrggbb, 0–1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
