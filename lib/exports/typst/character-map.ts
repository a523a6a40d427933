/**
 * Code points that a TrueType font has a glyph for, read from its `cmap` table (formats 4 and 12 of the OpenType
 * specification, which every current font has).
 */
export function mappedCharacters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const characters = new Set<number>()
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
function readSegments(view: DataView, at: number, characters: Set<number>): void {
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
      if (glyph !== 0) characters.add(code)
    }
  }
}

/** Format 12: groups of the whole code space. */
function readGroups(view: DataView, at: number, characters: Set<number>): void {
  const groups = view.getUint32(at + 12)
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12
    const last = view.getUint32(group + 4)
    for (let code = view.getUint32(group); code <= last; code += 1) characters.add(code)
  }
}
