import type { Logo } from '@/lib/projects/looks/model'

/** A picture of dots in a drawing, the only kind that can be handed over as text. */
export function logoSvg({ bytes, mediaType }: Pick<Logo, 'bytes' | 'mediaType'>): string {
  const data = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
  const { width, height } = sizeOf(Buffer.from(bytes), mediaType)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="${data}"/></svg>`
}

/** Width and height from the header of a PNG, or from the frame header of a JPEG; a square when it cannot be told. */
function sizeOf(bytes: Buffer, mediaType: string): { width: number; height: number } {
  if (mediaType === 'image/png' && bytes.length > 24) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  }
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return { width: 100, height: 100 }
}
