import { largestFile } from '@/lib/evidence/files/model'
import { readDocx } from '@/lib/final-report/import/docx/model'
import { readFileReport } from '@/lib/final-report/import/file/model'
import type { WrittenReport } from '@/lib/final-report/import/written/model'
import { type ReadAnswer, Refused, readOrRefused } from '@/lib/platform/refused-file'
import { locales, words } from '@/lib/platform/words'

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
} as const

/** Reads a file by its ending, whatever it is called beside that; it is read whole or refused. */
export function readWritten(
  name: string,
  bytes: Uint8Array,
): ReadAnswer<{ written: WrittenReport; mediaType: string }> {
  return readOrRefused(() => {
    if (bytes.length === 0) throw new Refused('EMPTY_FILE')
    if (bytes.length > largestFile) throw new Refused('TOO_LARGE')
    const ending = name.toLowerCase().split('.').at(-1) ?? ''
    if (ending === 'docm' || ending === 'dotm') throw new Refused('MACROS')
    if (ending === 'json') return { written: readFileReport(bytes), mediaType: mediaTypes.json }
    const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b
    if (ending !== 'docx' || !isPackage) throw new Refused('WRONG_KIND')
    return { written: readDocx(bytes, ownWords()), mediaType: mediaTypes.docx }
  })
}

function ownWords() {
  const inAll = (key: string) => locales.map((locale) => words(locale)(key))
  return {
    unknown: inAll('finalReport.unknown'),
    sources: inAll('finalReport.numberSources'),
    noPicture: inAll('finalReport.note.noPicture'),
  }
}
