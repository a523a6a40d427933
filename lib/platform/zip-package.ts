import { inflateRawSync } from 'node:zlib'
import { Refused } from '@/lib/platform/refused-file'

/** A file inside a package, not unpacked yet. */
type Entry = { name: string; method: number; packed: Uint8Array; size: number }

/** The files of a package by name. Nothing is unpacked before it is asked for, and never more than its limit. */
export type Package = {
  names: readonly string[]
  has(name: string): boolean
  bytes(name: string, limit: number): Uint8Array
}

/** A report of two hundred pages has some hundred parts and a few megabytes of text. */
const limits = { entries: 2000, total: 200_000_000, ratio: 200, small: 1_000_000 }
/** A single part of text. */
export const largestPart = 16_000_000
/** More elements than that are no text that somebody reads. */
const mostElements = 250_000

/**
 * Opens a package (ZIP) by its list of contents. Names that lead out of it, links, passwords, parts that would grow beyond
 * measure and contradictory lists are refused before anything is unpacked.
 * @throws Refused DAMAGED, UNSAFE, ENCRYPTED, TOO_MUCH
 */
export function openPackage(bytes: Uint8Array): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  const seen = new Set<string>()
  let total = 0
  for (const head of listed(view)) {
    const { entry, isFolder } = entryAt(bytes, view, head)
    const plain = entry.name.toLowerCase()
    if (seen.has(plain)) throw new Refused('UNSAFE', entry.name)
    seen.add(plain)
    total += entry.size
    const grows = entry.size > limits.small && entry.size > entry.packed.length * limits.ratio
    if (grows || total > limits.total) throw new Refused('TOO_MUCH', entry.name)
    if (!isFolder) entries.set(entry.name, entry)
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: (name, limit) => {
      const entry = entries.get(name)
      if (!entry) throw new Refused('DAMAGED', name)
      return unpacked(entry, limit)
    },
  }
}

/** Where the entries of the list begin. */
function listed(view: DataView): number[] {
  const end = endOfList(view)
  const count = view.getUint16(end + 10, true)
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
  // Lists of four gigabytes, and lists over several disks, are no report.
  const isWhole = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 8, true) === count
  if (!isWhole || count === 0xffff || start === 0xffffffff || start + size > end) throw new Refused('DAMAGED')
  if (count > limits.entries) throw new Refused('TOO_MUCH')
  const heads: number[] = []
  for (let at = start; heads.length < count; ) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Refused('DAMAGED')
    heads.push(at)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return heads
}

function endOfList(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new Refused('DAMAGED')
}

function entryAt(bytes: Uint8Array, view: DataView, head: number): { entry: Entry; isFolder: boolean } {
  const flags = view.getUint16(head + 8, true)
  const method = view.getUint16(head + 10, true)
  const [packedSize, size] = [view.getUint32(head + 20, true), view.getUint32(head + 24, true)]
  const nameLength = view.getUint16(head + 28, true)
  if (head + 46 + nameLength > bytes.length) throw new Refused('DAMAGED')
  const name = new TextDecoder().decode(bytes.subarray(head + 46, head + 46 + nameLength))
  const isFolder = name.endsWith('/')
  if (leadsOut(name)) throw new Refused('UNSAFE', shown(name))
  // Made on Unix, the upper half tells the kind of the file: anything but a plain file or a folder leads elsewhere.
  const kind = (view.getUint32(head + 38, true) >>> 28) & 0xf
  const madeOn = view.getUint8(head + 5)
  if ((madeOn === 3 || madeOn === 19) && kind !== 0 && kind !== 8 && kind !== 4)
    throw new Refused('UNSAFE', shown(name))
  if (flags & 1) throw new Refused('ENCRYPTED', shown(name))
  if (method !== 0 && method !== 8) throw new Refused('DAMAGED', shown(name))
  const local = view.getUint32(head + 42, true)
  if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) throw new Refused('DAMAGED', shown(name))
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + packedSize > bytes.length) throw new Refused('DAMAGED', shown(name))
  const packed = bytes.subarray(from, from + packedSize)
  return { entry: { name, method, packed, size }, isFolder }
}

const shown = (name: string): string => name.slice(0, 120)

/** Absolute names, names with a drive or a way up, and signs that no name has. */
function leadsOut(name: string): boolean {
  const control = [...name].some((sign) => sign < ' ' || sign === '\u007f')
  return name === '' || control || /^[/\\]|\\|^[a-z]:|(?:^|\/)\.\.?(?:\/|$)/i.test(name)
}

function unpacked({ name, method, packed, size }: Entry, limit: number): Uint8Array {
  if (size > limit) throw new Refused('TOO_MUCH', name)
  if (method === 0) {
    if (packed.length !== size) throw new Refused('DAMAGED', name)
    return packed
  }
  try {
    // Stops where it passes the size that the list says.
    const whole = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
    if (whole.length === size) return whole
  } catch (error) {
    // More than the list says is no mistake of a word processor.
    if (error instanceof RangeError) throw new Refused('TOO_MUCH', name)
  }
  throw new Refused('DAMAGED', name)
}

/**
 * The text of a part, in the two encodings that the format allows.
 * @throws Refused DAMAGED, TOO_MUCH
 */
export function partText(from: Package, name: string): string {
  const bytes = from.bytes(name, largestPart)
  let begun = 0
  // Counted before a text and a tree are made of them: what has too many is refused cheaply.
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x3c && bytes[at + 1] !== 0x2f) begun += 1
    if (begun > mostElements) throw new Refused('TOO_MUCH', name)
  }
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('DAMAGED', name)
  }
}
