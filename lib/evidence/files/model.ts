import { readOrRefused } from '@/lib/platform/refused-file'
import { openPackage, type Package } from '@/lib/platform/zip-package'
import { fail, ok, type Result } from '@/lib/values/result'

export const largestFile = 10_000_000

/** `holds`: what is in a file of this kind beyond its first bytes. */
type Kind = { mediaType: string; begins: readonly number[]; holds?: (bytes: Uint8Array, mediaType: string) => boolean }

const zip = [0x50, 0x4b, 0x03, 0x04]
const none: readonly number[] = []

/** What the two families of office files have in them. */
const office = (folder: string) => (bytes: Uint8Array) =>
  inPackage(
    bytes,
    ({ names }) => names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(folder)),
  )
const openDocument = (bytes: Uint8Array, mediaType: string) =>
  inPackage(bytes, (all) => all.has('content.xml') && textOf(all, 'mimetype').trim() === mediaType)

/** Files that may be evidence, by the ending of the name: documents, tables, pictures. No file with programs in it. */
const kinds: Record<string, Kind> = {
  pdf: { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: zip,
    holds: office('word/'),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    begins: zip,
    holds: office('xl/'),
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    begins: zip,
    holds: office('ppt/'),
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', begins: zip, holds: openDocument },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', begins: zip, holds: openDocument },
  png: { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  csv: { mediaType: 'text/csv', begins: none, holds: isText },
  txt: { mediaType: 'text/plain', begins: none, holds: isText },
}

/** Endings for the file chooser: ".pdf,.docx,…". */
export const acceptedEndings: string = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(',')

export type FileReason = 'EMPTY_FILE' | 'TOO_LARGE' | 'WRONG_KIND'

/** The media type of a file by its name, when what is in it agrees. Reasons: EMPTY_FILE, TOO_LARGE, WRONG_KIND. */
export function kindOfFile(name: string, bytes: Uint8Array): Result<string, FileReason> {
  if (bytes.length === 0) return fail('EMPTY_FILE')
  if (bytes.length > largestFile) return fail('TOO_LARGE')
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
  if (!kind || kind.begins.some((byte, index) => bytes[index] !== byte)) return fail('WRONG_KIND')
  if (kind.holds && !kind.holds(bytes, kind.mediaType)) return fail('WRONG_KIND')
  return ok(kind.mediaType)
}

/** A package that can be opened, with no program in it, and what else is asked of it. */
function inPackage(bytes: Uint8Array, holds: (all: Package) => boolean): boolean {
  const read = readOrRefused(() => {
    const all = openPackage(bytes)
    return !all.names.some(isProgram) && holds(all)
  })
  return read.ok && read.value
}

const textOf = (all: Package, name: string): string => new TextDecoder().decode(all.bytes(name, 200))

/** Macros of Office and of OpenDocument. */
const isProgram = (name: string): boolean => /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\//i.test(name)

/** Only signs that a text has, in whatever set they are written; UTF-16 says so by its mark. */
function isText(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return charsetOf(bytes) === 'utf-16'
  return bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

/**
 * How a text file says that its signs are written: by its first bytes (a mark of UTF-8 or UTF-16, with content that holds to it),
 * or by being UTF-8 throughout, as ASCII is. Null where that is not certain: a list in an old single-byte set is none of these,
 * and which one it is nobody can tell from its bytes.
 */
export function charsetOf(bytes: Uint8Array): 'utf-8' | 'utf-16' | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0))
    return reads('utf-16le', bytes) ? 'utf-16' : null
  if (first === 0xfe && second === 0xff) return reads('utf-16be', bytes) ? 'utf-16' : null
  // UTF-16 and UTF-32 without a mark, and sets of seven bits that switch, would pass for UTF-8.
  if (bytes.includes(0x00) || bytes.includes(0x1b)) return null
  return reads('utf-8', bytes) ? 'utf-8' : null
}

function reads(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** A file's name as it is kept: without folders and control characters, at most 200 characters with its ending. */
export function cleanFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const printable = [...last]
    .filter((sign) => sign >= ' ' && sign !== '\u007f')
    .join('')
    .trim()
  return printable.length <= 200 ? printable : printable.slice(-200)
}
