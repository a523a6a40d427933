import { Resvg } from '@resvg/resvg-js'
import { ImageRun } from 'docx'
import { pictureSize } from '../pptx/picture-size.ts'
import { textFontFiles } from '../typst/fonts.ts'

/** A picture of dots, with its size in them. */
export type DrawnPicture = { bytes: Uint8Array; type: 'png' | 'jpg'; width: number; height: number }

/** Null when the file is of a kind that is not drawn: the picture's place and its alternative text remain. */
export function drawnPicture({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }): DrawnPicture | null {
  const types: Record<string, DrawnPicture['type']> = { 'image/png': 'png', 'image/jpeg': 'jpg' }
  const type = types[mediaType]
  const size = pictureSize(bytes)
  return type && size ? { bytes, type, ...size } : null
}

/** Room for a picture, in points of a screen (96 to the inch): as wide as the text, and low enough for its caption. */
const room = { width: 612, height: 640 } as const

/** As large as it fits, in its own proportions. */
export function pictureRun(
  picture: DrawnPicture,
  { name, alt }: { name: string; alt: string },
  limits: { width: number; height: number } = room,
): ImageRun {
  const { bytes, type } = picture
  return new ImageRun({
    type,
    data: bytes,
    transformation: fitted(picture, limits),
    altText: { name, description: alt },
  })
}

const noFont = { fontFiles: [], loadSystemFonts: false }
const textFont = { fontFiles: textFontFiles(), loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' }

/**
 * A chart as a drawing whose letters are outlines, so that it looks the same whatever fonts the reader has, and as dots for
 * programs that show no drawings.
 */
export function chartRun({ name, svg, alt }: { name: string; svg: string; alt: string }): ImageRun {
  const outlined = new Resvg(svg, { font: textFont }).toString()
  const drawn = new Resvg(outlined, { font: noFont, fitTo: { mode: 'zoom', value: 2 }, background: '#ffffff' })
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(outlined),
    fallback: { type: 'png', data: drawn.render().asPng() },
    transformation: fitted(drawn, room),
    altText: { name, description: alt },
  })
}

function fitted(size: { width: number; height: number }, limits: { width: number; height: number }) {
  const scale = Math.min(limits.width / size.width, limits.height / size.height)
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) }
}
