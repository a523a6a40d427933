import fs from 'node:fs'
import path from 'node:path'

// Liberation Sans has the widths of Arial; a copy lies in a package that the tests use anyway.
const folder = path.resolve(import.meta.dirname, '../../../node_modules/pdfjs-dist/standard_fonts')

export type FontWidths = { widthOf: (character: string) => number | null }

/** Widths of a TrueType font in thousandths of its size, read from its tables `cmap`, `head`, `hhea` and `hmtx`. */
export function readFontWidths(style: 'Regular' | 'Bold'): FontWidths {
  const font = fs.readFileSync(path.join(folder, `LiberationSans-${style}.ttf`))
  const table = (name: string): number => {
    for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
      if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
    throw new Error(`the font has no table ${name}`)
  }
  const units = font.readUInt16BE(table('head') + 18)
  const wide = font.readUInt16BE(table('hhea') + 34)
  const glyphs = glyphsOf(font, table('cmap'))
  const metrics = table('hmtx')
  return {
    widthOf: (character) => {
      const glyph = glyphs.get(character.codePointAt(0) ?? 0)
      if (glyph === undefined) return null
      return (font.readUInt16BE(metrics + Math.min(glyph, wide - 1) * 4) * 1000) / units
    },
  }
}

/** Glyph of each character, from the subtable of format 4. */
function glyphsOf(font: Buffer, cmap: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + index * 8)
    if (font.readUInt16BE(at) !== 4) continue
    const doubled = font.readUInt16BE(at + 6)
    for (let segment = 0; segment < doubled; segment += 2) {
      const last = font.readUInt16BE(at + 14 + segment)
      const first = font.readUInt16BE(at + 16 + doubled + segment)
      const delta = font.readUInt16BE(at + 16 + 2 * doubled + segment)
      const place = at + 16 + 3 * doubled + segment
      const offset = font.readUInt16BE(place)
      for (let code = first; code <= last && code !== 0xffff; code++) {
        const raw = offset === 0 ? code : font.readUInt16BE(place + offset + (code - first) * 2)
        if (offset === 0 || raw !== 0) found.set(code, (raw + delta) & 0xffff)
      }
    }
  }
  return found
}
