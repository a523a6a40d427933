import { breakLines, lineHeight } from './measure.ts'
import { type Slide, titlePlaces } from './slide.ts'

const sizes = { cover: [36, 30, 26, 22, 18, 14], page: [26, 24, 22, 20, 18, 16, 14, 12] } as const

/** The largest size at which the title fits its place, and the title itself; null when even the smallest is too large. */
export function titleSize(title: string, layout: Slide['layout']): number | null {
  const { w, h } = titlePlaces[layout]
  const fits = (size: number) => breakLines([{ text: title, bold: true }], size, w).length * lineHeight(size) <= h
  return sizes[layout].find(fits) ?? null
}

/** A title too long for any slide, cut at a word; the whole of it stands below as text. */
export function shortTitle(title: string, suffix: string, layout: Slide['layout']): string {
  let words = title.split(' ')
  while (words.length > 1) {
    words = words.slice(0, -1)
    const short = `${words.join(' ')}…${suffix}`
    if (titleSize(short, layout) !== null) return short
  }
  return `${title.slice(0, 200)}…${suffix}`
}

/** Tells titles apart that are the same: the second gets "(2)". A slide without a name of its own cannot be found again. */
export function uniqueTitles(titles: readonly string[]): string[] {
  const used = new Set<string>()
  return titles.map((title) => {
    let made = title
    for (let n = 2; used.has(made); n++) made = `${title} (${n})`
    used.add(made)
    return made
  })
}
