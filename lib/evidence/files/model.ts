import { fail, ok, type Result } from '@/lib/values/result'

export const largestFile = 10_000_000

type Kind = { mediaType: string; begins: readonly number[] }

const zip = [0x50, 0x4b, 0x03, 0x04]
const none: readonly number[] = []

/** Files that may be evidence, by the ending of the name: documents, tables, pictures. No file with programs in it. */
const kinds: Record<string, Kind> = {
  pdf: { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: zip },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: zip },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', begins: zip },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', begins: zip },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', begins: zip },
  png: { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  csv: { mediaType: 'text/csv', begins: none },
  txt: { mediaType: 'text/plain', begins: none },
}

/** Endings for the file chooser: ".pdf,.docx,…". */
export const acceptedEndings: string = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(',')

export type FileReason = 'EMPTY_FILE' | 'TOO_LARGE' | 'WRONG_KIND'

/** The media type of a file by its name, when its first bytes agree. Reasons: EMPTY_FILE, TOO_LARGE, WRONG_KIND. */
export function kindOfFile(name: string, bytes: Uint8Array): Result<string, FileReason> {
  if (bytes.length === 0) return fail('EMPTY_FILE')
  if (bytes.length > largestFile) return fail('TOO_LARGE')
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
  if (!kind || kind.begins.some((byte, index) => bytes[index] !== byte)) return fail('WRONG_KIND')
  return ok(kind.mediaType)
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
