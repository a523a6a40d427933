import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

// Marks and sizes of the records of a ZIP file: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16.
const localMark = 0x04034b50
const entryMark = 0x02014b50
const endMark = 0x06054b50
const localSize = 30
const entrySize = 46
const endSize = 22
const deflated = 8

type Entry = { at: number; length: number; name: string; method: number; packed: number; local: number }

/**
 * The same ZIP file with one text part changed. All others are taken over as they are packed: packing a large one again would
 * take longer than making it. The changed part comes last.
 * @throws when the file has no such part, or is no ZIP file of this plain kind
 */
export function withPart(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + endSize > file.length || file.readUInt32LE(end) !== endMark) throw new Error('not a ZIP file')
  const directory = file.readUInt32LE(end + 16)
  const entries = entriesOf(file, directory, file.readUInt16LE(end + 10))
  const target = entries.find(({ name }) => name === part)
  if (!target) throw new Error(`the file has no part ${part}`)
  const starts = [...entries.map(({ local }) => local), directory].sort((one, other) => one - other)
  const lengthOf = ({ local }: Entry) => (starts.find((start) => start > local) ?? directory) - local

  const data = Buffer.from(change(textOf(file, target)))
  const packed = deflateRawSync(data)
  const kept = entries.filter((one) => one !== target).sort((one, other) => one.local - other.local)
  const moved = new Map<Entry, number>()
  const parts: Buffer[] = []
  let offset = 0
  for (const one of kept) {
    moved.set(one, offset)
    parts.push(file.subarray(one.local, one.local + lengthOf(one)))
    offset += lengthOf(one)
  }
  moved.set(target, offset)
  const local = localHeader(file, target, { data, packed })
  parts.push(local, packed)
  offset += local.length + packed.length

  const records = [...kept, target].map((one) => {
    const record = Buffer.from(file.subarray(one.at, one.at + one.length))
    record.writeUInt32LE(moved.get(one) ?? 0, 42)
    return one === target ? described(record, 8, { data, packed }) : record
  })
  const tail = Buffer.from(file.subarray(end))
  tail.writeUInt32LE(
    records.reduce((sum, record) => sum + record.length, 0),
    12,
  )
  tail.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, ...records, tail]))
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

type Packed = { data: Buffer; packed: Buffer }

/** The header before the data of the part, without extra fields: its sizes stand in it. */
function localHeader(file: Buffer, { local, name }: Entry, packed: Packed): Buffer {
  const header = Buffer.alloc(localSize)
  file.copy(header, 0, local, local + localSize)
  header.writeUInt32LE(localMark, 0)
  const nameBytes = Buffer.from(name)
  header.writeUInt16LE(nameBytes.length, 26)
  header.writeUInt16LE(0, 28)
  return Buffer.concat([described(header, 6, packed), nameBytes])
}

/** Says of packed data what it is; `at`: where the flags stand in the record. */
function described(record: Buffer, at: number, { data, packed }: Packed): Buffer {
  // The sizes are told before the data and not after it.
  record.writeUInt16LE(record.readUInt16LE(at) & ~0x0008, at)
  record.writeUInt16LE(deflated, at + 2)
  record.writeUInt32LE(crc32(data), at + 8)
  record.writeUInt32LE(packed.length, at + 12)
  record.writeUInt32LE(data.length, at + 16)
  return record
}
