import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'

// Marks and sizes of the records of a ZIP file: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16.
const localMark = 0x04034b50
const entryMark = 0x02014b50
const endMark = 0x06054b50
const localSize = 30
const entrySize = 46
const endSize = 22
const deflated = 8
const packedAtOnce = 65_536

type Entry = { at: number; length: number; name: string; method: number; packed: number; local: number }

/** A part as it lies in a ZIP file; `size` in bytes before packing, `crc` the sum over them. */
export type PackedPart = { name: string; packed: Buffer; size: number; crc: number }

/**
 * Packs a part while its text is made: only a piece at a time is held as text. Packing is done beside the running of other code.
 * @throws as the maker of the pieces
 */
export async function packPart(name: string, pieces: Iterable<string>): Promise<PackedPart> {
  let size = 0
  let crc = 0
  const packed: Buffer[] = []
  function* data() {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece)
      size += bytes.length
      crc = crc32(bytes, crc)
      yield bytes
    }
  }
  await pipeline(data(), createDeflateRaw({ chunkSize: packedAtOnce }), async (out: AsyncIterable<Buffer>) => {
    for await (const some of out) packed.push(some)
  })
  return { name, packed: Buffer.concat(packed), size, crc }
}

/**
 * The same ZIP file with one text part changed.
 * @throws when the file has no such part, or is no ZIP file of this plain kind
 */
export function withPart(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const data = Buffer.from(change(partText(bytes, name)))
  return withParts(bytes, [{ name, packed: deflateRawSync(data), size: data.length, crc: crc32(data) }])
}

/**
 * A text part of a ZIP file.
 * @throws when the file has no such part, or is no ZIP file of this plain kind
 */
export function partText(bytes: Uint8Array, name: string): string {
  const { file, entries } = opened(bytes)
  return textOf(file, found(entries, name))
}

/**
 * The same ZIP file with some parts changed, in the same order. All others are taken over as they are packed: packing a large
 * one again would take longer than making it.
 * @throws when the file has no such part, or is no ZIP file of this plain kind
 */
export function withParts(bytes: Uint8Array, changed: readonly PackedPart[]): Uint8Array {
  const { file, entries, directory, end } = opened(bytes)
  const changes = new Map(changed.map((part) => [found(entries, part.name), part]))
  const inPlace = [...entries].sort((one, other) => one.local - other.local)
  const moved = new Map<Entry, number>()
  const parts: Buffer[] = []
  let offset = 0
  for (const [index, one] of inPlace.entries()) {
    const change = changes.get(one)
    const own = change
      ? [localHeader(file, one, change), change.packed]
      : [file.subarray(one.local, inPlace[index + 1]?.local ?? directory)]
    moved.set(one, offset)
    for (const some of own) {
      parts.push(some)
      offset += some.length
    }
  }

  const records = entries.map((one) => {
    const record = Buffer.from(file.subarray(one.at, one.at + one.length))
    record.writeUInt32LE(moved.get(one) ?? 0, 42)
    const change = changes.get(one)
    return change ? described(record, 8, change) : record
  })
  const tail = Buffer.from(file.subarray(end))
  tail.writeUInt32LE(
    records.reduce((sum, record) => sum + record.length, 0),
    12,
  )
  tail.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, ...records, tail]))
}

type Opened = { file: Buffer; entries: Entry[]; directory: number; end: number }

function opened(bytes: Uint8Array): Opened {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + endSize > file.length || file.readUInt32LE(end) !== endMark) throw new Error('not a ZIP file')
  const directory = file.readUInt32LE(end + 16)
  return { file, entries: entriesOf(file, directory, file.readUInt16LE(end + 10)), directory, end }
}

function found(entries: readonly Entry[], name: string): Entry {
  const entry = entries.find((one) => one.name === name)
  if (!entry) throw new Error(`the file has no part ${name}`)
  return entry
}

function entriesOf(file: Buffer, directory: number, count: number): Entry[] {
  const entries: Entry[] = []
  let at = directory
  for (let no = 0; no < count; no += 1) {
    if (file.readUInt32LE(at) !== entryMark) throw new Error('not a ZIP file')
    const nameLength = file.readUInt16LE(at + 28)
    const length = entrySize + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    entries.push({
      at,
      length,
      name: file.toString('utf8', at + entrySize, at + entrySize + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      local: file.readUInt32LE(at + 42),
    })
    at += length
  }
  return entries
}

function textOf(file: Buffer, { local, method, packed }: Entry): string {
  const start = local + localSize + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const data = file.subarray(start, start + packed)
  return (method === deflated ? inflateRawSync(data) : data).toString('utf8')
}

/** The header before the data of the part, without extra fields: its sizes stand in it. */
function localHeader(file: Buffer, { local, name }: Entry, part: PackedPart): Buffer {
  const header = Buffer.alloc(localSize)
  file.copy(header, 0, local, local + localSize)
  header.writeUInt32LE(localMark, 0)
  const nameBytes = Buffer.from(name)
  header.writeUInt16LE(nameBytes.length, 26)
  header.writeUInt16LE(0, 28)
  return Buffer.concat([described(header, 6, part), nameBytes])
}

/** Says of packed data what it is; `at`: where the flags stand in the record. */
function described(record: Buffer, at: number, { packed, size, crc }: PackedPart): Buffer {
  // The sizes are told before the data and not after it.
  record.writeUInt16LE(record.readUInt16LE(at) & ~0x0008, at)
  record.writeUInt16LE(deflated, at + 2)
  record.writeUInt32LE(crc, at + 8)
  record.writeUInt32LE(packed.length, at + 12)
  record.writeUInt32LE(size, at + 16)
  return record
}
