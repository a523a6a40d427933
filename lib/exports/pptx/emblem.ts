import fs from 'node:fs'
import path from 'node:path'

let kept: Uint8Array | null = null

/** The EU emblem as a picture, made once from `emblemSvg` (lib/charts/emblem.ts): not every program shows SVG. */
export function emblemPicture(): Uint8Array {
  kept ??= fs.readFileSync(path.join(import.meta.dirname, 'emblem.png'))
  return kept
}
