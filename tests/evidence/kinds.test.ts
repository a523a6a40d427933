// A file is what its ending says only when its content is of that kind: beyond the first bytes, which anything can have.
import fs from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { acceptedEndings, kindOfFile } from '@/lib/evidence/files/model'

const packed = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const office = (part: string, more: Record<string, string> = {}) =>
  packed({ '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>', [part]: '<x/>', ...more })
const openDocument = (kind: string, more: Record<string, string> = {}) =>
  packed({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>', ...more })
const bytes = (...all: number[]) => new Uint8Array(all)

const good: Record<string, Uint8Array> = {
  'a.pdf': strToU8('%PDF-1.7\n'),
  'a.docx': office('word/document2.xml'),
  'a.xlsx': office('xl/workbook.xml'),
  'a.pptx': office('ppt/presentation.xml'),
  'a.odt': openDocument('text', { 'Configurations2/toolbar/a.xml': '<x/>' }),
  'a.ods': openDocument('spreadsheet'),
  'a.png': bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a),
  'a.jpg': bytes(0xff, 0xd8, 0xff, 0xe0),
  'a.jpeg': bytes(0xff, 0xd8, 0xff, 0xdb),
  'a.csv': strToU8('kunta;määrä\r\nKajaani;5\r\n'),
  'a.txt': strToU8('\ufeffMuistio\tliite\f'),
}

describe('a file that may be evidence', () => {
  it('is taken when its content is of its kind, one of each', () => {
    expect(Object.keys(good).map((name) => name.slice(1))).toEqual(acceptedEndings.split(','))
    for (const [name, content] of Object.entries(good)) expect(kindOfFile(name, content).ok, name).toBe(true)
    const written = new Uint8Array(fs.readFileSync('tests/final-report/import/libreoffice.docx'))
    expect(kindOfFile('muistio.DOCX', written).ok).toBe(true)
    // In an old single-byte set, and in UTF-16 with its mark.
    expect(kindOfFile('vanha.csv', bytes(0x4d, 0xe4, 0xe4, 0x72, 0xe4)).ok).toBe(true)
    expect(kindOfFile('leveä.txt', bytes(0xff, 0xfe, 0x41, 0x00, 0xe4, 0x00)).ok).toBe(true)
  })

  it('is not taken as another kind that begins alike', () => {
    const packages = ['a.docx', 'a.xlsx', 'a.pptx', 'a.odt', 'a.ods']
    for (const name of packages)
      for (const other of packages.filter((one) => one !== name))
        expect(kindOfFile(name, good[other] ?? bytes()), `${other} as ${name}`).toEqual({
          ok: false,
          reason: 'WRONG_KIND',
        })
  })

  it.each<[string, string, Uint8Array]>([
    ['an archive that is no document', 'a.docx', packed({ 'ohjelma.exe': 'MZ' })],
    ['the first bytes of a package and nothing after them', 'a.xlsx', strToU8('PK\u0003\u0004')],
    ['a document that was cut off', 'a.docx', office('word/document.xml').slice(0, -30)],
    ['macros in a document', 'a.docx', office('word/document.xml', { 'word/vbaProject.bin': 'x' })],
    ['macros in a sheet', 'a.ods', openDocument('spreadsheet', { 'Basic/Standard/Module1.xml': '<x/>' })],
    ['a name that leads out of the package', 'a.docx', office('word/document.xml', { '../../etc/passwd': 'x' })],
    ['a part that grows beyond measure', 'a.pptx', office('ppt/presentation.xml', { 'ppt/a.xml': 'x'.repeat(5e6) })],
    ['a program as a text', 'a.txt', bytes(0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00)],
    ['a package as a list', 'a.csv', office('xl/workbook.xml')],
    ['a mark of UTF-16 before something else', 'a.txt', bytes(0xff, 0xfe, 0x00, 0xd8)],
    ['signs that steer a terminal', 'a.txt', strToU8('\u001b[2J')],
  ])('is refused: %s', (_, name, content) => {
    expect(kindOfFile(name, content)).toEqual({ ok: false, reason: 'WRONG_KIND' })
  })
})
