import { largestFile } from '@/lib/evidence/files/model'
import type { LineGround, LinePart } from '@/lib/final-report/import/docx/ground/model'
import { allIn, type XmlNode } from '@/lib/final-report/import/docx/xml/model'
import { Refused } from '@/lib/platform/refused-file'
import { largestPart, type Package } from '@/lib/platform/zip-package'

type Ground = Pick<LineGround, 'relations' | 'picture' | 'lose'>

/** What a drawing holds: pictures with their alternative texts, and boxes of text. A diagram is told as lost, its place kept. */
export function partsOfDrawing(node: XmlNode, ground: Ground): LinePart[] {
  const about = allIn(node, 'wp:docPr')[0]?.attributes ?? {}
  const alt = (about.descr ?? about.title ?? '').trim()
  const boxes = outermost(node, 'w:txbxContent').map((content): LinePart => ({ kind: 'box', content }))
  const pictures = allIn(node, 'a:blip').flatMap((blip): LinePart[] => {
    const id = blip.attributes['r:embed']
    const picture = id === undefined ? outside(alt, ground) : pictureOf(id, ground)
    return [place(alt, picture)]
  })
  if (pictures.length > 0 || boxes.length > 0) {
    if (boxes.length > 0) ground.lose('text_box', alt)
    return [...pictures, ...boxes]
  }
  const isDrawn = allIn(node, 'c:chart').length > 0 || allIn(node, 'dgm:relIds').length > 0
  ground.lose(isDrawn ? 'chart' : 'shape', alt)
  return isDrawn ? [place(alt, null)] : []
}

/** Pictures as Word kept them before 2007, and as LibreOffice keeps its fallbacks. */
export function partsOfOldPicture(node: XmlNode, ground: Ground): LinePart[] {
  const boxes = outermost(node, 'w:txbxContent').map((content): LinePart => ({ kind: 'box', content }))
  const pictures = allIn(node, 'v:imagedata').map((image): LinePart => {
    const alt = allIn(node, 'v:shape')[0]?.attributes.alt ?? ''
    return place(alt, pictureOf(image.attributes['r:id'] ?? '', ground))
  })
  if (boxes.length > 0) ground.lose('text_box', '')
  else if (pictures.length === 0) ground.lose('shape', '')
  return [...pictures, ...boxes]
}

const place = (alt: string, picture: string | null): LinePart => ({
  kind: 'image',
  caption: null,
  alt,
  description: null,
  picture,
})

/** A box inside a box is read with the outer one. */
function outermost(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : outermost(child, name),
  )
}

function outside(alt: string, ground: Ground): null {
  ground.lose('picture_outside', alt)
  return null
}

function pictureOf(id: string, ground: Ground): string | null {
  const relation = ground.relations.get(id)
  if (!relation || relation.isOutside) return outside(relation?.target ?? '', ground)
  return ground.picture(relation.target)
}

const kinds: readonly { ending: string; begins: readonly number[] }[] = [
  { ending: 'png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { ending: 'jpg', begins: [0xff, 0xd8, 0xff] },
]

/** The usual ending of a picture that a report can show, by its first bytes; null for every other kind. */
export function pictureEnding(bytes: Uint8Array): string | null {
  return kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))?.ending ?? null
}

/** The bytes of a picture in the package; null when it is missing, or of a kind that cannot be shown. */
export function pictureBytes(from: Package, name: string): Uint8Array | null {
  if (!from.has(name)) return null
  const bytes = from.bytes(name, Math.min(largestPart, largestFile))
  if (bytes.length === 0) throw new Refused('DAMAGED', name)
  return pictureEnding(bytes) ? bytes : null
}
