/**
 * Emblem of the European Union, drawn from its official geometry (Interinstitutional style guide, annex A1): a rectangle
 * 3 : 2, twelve upright five-pointed stars whose centres lie on a circle of radius h/3 like the hours of a clock, each
 * star inscribed in a circle of radius h/18. Colours: Reflex Blue #003399 and Yellow #FFCC00.
 */
export const emblem = { width: 810, height: 540, blue: '#003399', yellow: '#FFCC00' } as const

/** Outlines of the twelve stars as one SVG path in the emblem's own coordinates. */
export function emblemStars(): string {
  const { width, height } = emblem
  return Array.from({ length: 12 }, (_, hour) => {
    const angle = (hour / 12) * 2 * Math.PI
    return star(width / 2 + (height / 3) * Math.sin(angle), height / 2 - (height / 3) * Math.cos(angle), height / 18)
  }).join('')
}

/** The emblem as an SVG file, for documents. `title` is its text alternative. */
export function emblemSvg(title: string): string {
  const { width, height, blue, yellow } = emblem
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">` +
    `<title>${escapeXml(title)}</title><rect width="${width}" height="${height}" fill="${blue}"/>` +
    `<path d="${emblemStars()}" fill="${yellow}"/></svg>`
  )
}

function star(cx: number, cy: number, radius: number): string {
  // Inner radius of a regular pentagram: R · cos 72° / cos 36°.
  const inner = (radius * Math.cos((2 * Math.PI) / 5)) / Math.cos(Math.PI / 5)
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (index / 10) * 2 * Math.PI
    const r = index % 2 === 0 ? radius : inner
    return `${round(cx + r * Math.sin(angle))} ${round(cy - r * Math.cos(angle))}`
  })
  return `M${points.join('L')}Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
