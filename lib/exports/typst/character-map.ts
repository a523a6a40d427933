/**
 * Code points that a TrueType font has a glyph for, each with its glyph, read from its `cmap` table (formats 4 and 12 of the
 * OpenType specification, which every current font has).
 */
export function mappedCharacters(font: Uint8Array): Map<number, number> {
  const view = viewOf(font)
  const characters = new Map<number, number>()
  const start = tableOffset(view, 'cmap')
  if (start === null) return characters
  const count = view.getUint16(start + 2)
  for (let index = 0; index < count; index += 1) {
    const at = start + view.getUint32(start + 4 + index * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) readSegments(view, at, characters)
    if (format === 12) readGroups(view, at, characters)
  }
  return characters
}

/** Widths of the letters of a TrueType font, in shares of its size, read from its `hmtx` table. */
export function letterWidths(font: Uint8Array): Map<number, number> {
  const view = viewOf(font)
  const [head, header, metrics] = ['head', 'hhea', 'hmtx'].map((tag) => tableOffset(view, tag))
  if (head == null || header == null || metrics == null) return new Map()
  const size = view.getUint16(head + 18)
  // Glyphs beyond the list are as wide as its last one.
  const last = view.getUint16(header + 34) - 1
  return new Map(
    [...mappedCharacters(font)].map(([code, glyph]) => [
      code,
      view.getUint16(metrics + Math.min(glyph, last) * 4) / size,
    ]),
  )
}

const viewOf = (font: Uint8Array): DataView => new DataView(font.buffer, font.byteOffset, font.byteLength)

function tableOffset(view: DataView, name: string): number | null {
  if (view.byteLength < 12) return null
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + index * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
    if (tag === name) return view.getUint32(at + 8)
  }
  return null
}

/** Format 4: segments of the basic plane. */
function readSegments(view: DataView, at: number, characters: Map<number, number>): void {
  const doubled = view.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  for (let index = 0; index < doubled; index += 2) {
    const last = view.getUint16(ends + index)
    const first = view.getUint16(starts + index)
    const delta = view.getUint16(deltas + index)
    const offset = view.getUint16(offsets + index)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const own = offset === 0 ? code : view.getUint16(offsets + index + offset + (code - first) * 2)
      const glyph = offset === 0 || own !== 0 ? (own + delta) & 0xffff : 0
      if (glyph !== 0) characters.set(code, glyph)
    }
  }
}

/** Format 12: groups of the whole code space. */
function readGroups(view: DataView, at: number, characters: Map<number, number>): void {
  const groups = view.getUint32(at + 12)
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12
    const [first, last, glyph] = [0, 4, 8].map((part) => view.getUint32(group + part)) as [number, number, number]
    for (let code = first; code <= last; code += 1) characters.set(code, glyph + code - first)
  }
}
