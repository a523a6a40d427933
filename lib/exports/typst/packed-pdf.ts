import { deflateSync } from 'node:zlib'

/** Objects in one stream; readers unpack a whole one to get at any of them. */
const perStream = 200

type Place = { id: number; kind: 0 | 1 | 2; at: number; index: number }

/**
 * The same file with its small objects packed together (object streams, ISO 32000-1, 7.5.7). The tags of a table are an object
 * for each cell, written out in full: packed they take a tenth of the room. What is not as the compiler writes it is left as it
 * was.
 */
export function packedPdf(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = bytes.toString('latin1')
  const found = objectsOf(text)
  if (!found) return pdf
  const { objects, trailer, size } = found
  const parts: Buffer[] = []
  const places: Place[] = [{ id: 0, kind: 0, at: 0, index: 0xffff }]
  let at = 0
  const write = (part: Buffer) => {
    parts.push(part)
    at += part.length
  }
  const keep = (id: number, part: Buffer) => {
    places.push({ id, kind: 1, at, index: 0 })
    write(part)
  }

  // The head of the file, with the mark that tells it from a text
  write(bytes.subarray(0, objects[0]?.from ?? 0))
  const small: { id: number; body: string }[] = []
  for (const { id, from, to } of objects) {
    const head = `${id} 0 obj`
    const body = text.startsWith(head, from)
      ? text.slice(from + head.length, text.lastIndexOf('endobj', to)).trim()
      : ''
    if (body === '' || body.endsWith('endstream')) keep(id, bytes.subarray(from, to))
    else small.push({ id, body })
  }
  let next = size
  for (let first = 0; first < small.length; first += perStream) {
    const held = small.slice(first, first + perStream)
    const id = next++
    held.forEach((one, index) => void places.push({ id: one.id, kind: 2, at: id, index }))
    keep(id, objectStream(id, held))
  }
  const start = at
  places.push({ id: next, kind: 1, at: start, index: 0 })
  write(crossReferences(next, places, trailer))
  write(Buffer.from(`startxref\n${start}\n%%EOF`, 'latin1'))
  return Buffer.concat(parts)
}

type Found = { objects: { id: number; from: number; to: number }[]; trailer: string; size: number }

/** The objects of a file with a plain cross-reference table, in the order they are written. */
function objectsOf(text: string): Found | null {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN)
  const table = text.slice(start)
  const [head, first, count] = /^xref\s+(\d+)\s+(\d+)\s+/.exec(table) ?? []
  const trailer = /trailer\s*<<([\s\S]*)>>\s*startxref/.exec(table)?.[1]
  if (head === undefined || first !== '0' || trailer === undefined) return null
  const objects: Found['objects'] = []
  // A row of the table is 20 signs: place, generation, and whether there is such an object
  for (let id = 0, row = head.length; id < Number(count); id += 1, row += 20) {
    const from = Number(table.slice(row, row + 10))
    if (!(from >= 0 && from <= start)) return null
    if (table[row + 17] === 'n') objects.push({ id, from, to: start })
  }
  objects.sort((a, b) => a.from - b.from)
  for (const [index, one] of objects.entries()) one.to = objects[index + 1]?.from ?? start
  return { objects, trailer: trailer.replace(/\/Size \d+/, ''), size: Number(count) }
}

function objectStream(id: number, held: readonly { id: number; body: string }[]): Buffer {
  let at = 0
  const places = held.map((one) => {
    const place = `${one.id} ${at}`
    at += one.body.length + 1
    return place
  })
  const head = `${places.join(' ')}\n`
  const bytes = deflateSync(Buffer.from(`${head}${held.map(({ body }) => body).join('\n')}\n`, 'latin1'), { level: 4 })
  return stream(id, `/Type /ObjStm /N ${held.length} /First ${head.length}`, bytes)
}

/** Where every object is: kind, place or stream, and its number in the stream. */
function crossReferences(id: number, places: readonly Place[], trailer: string): Buffer {
  const table = Buffer.alloc((id + 1) * 7)
  for (const place of places) {
    table.writeUInt8(place.kind, place.id * 7)
    table.writeUInt32BE(place.at, place.id * 7 + 1)
    table.writeUInt16BE(place.index, place.id * 7 + 5)
  }
  return stream(id, `/Type /XRef /Size ${id + 1} /W [1 4 2]${trailer.trimEnd()}`, deflateSync(table))
}

const stream = (id: number, entries: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${id} 0 obj\n<< ${entries} /Length ${bytes.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ])
