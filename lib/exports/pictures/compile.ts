import { Resvg } from '@resvg/resvg-js'
import { textFontFiles } from '../typst/fonts.ts'

export type PictureJob = { svg: string }
export type PictureMade = { bytes: Uint8Array }

/** The drawing as dots, two to each of its points. */
export function compilePicture({ svg }: PictureJob): PictureMade {
  const font = { fontFiles: textFontFiles(), loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' }
  const drawn = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 }, background: '#ffffff' })
  return { bytes: drawn.render().asPng() }
}
