// Files that must be refused, each with the reason. Used by the tests and by tests/bench/import.mts, which measures them.
import { strToU8 } from 'fflate'
import type { Refusal } from '@/lib/platform/refused-file'
import { docx, docxParts, macroType, type Parts, p, para, t, zipped } from '@/tests/final-report/import/make-docx'

export type Hostile = { name: string; file: string; make(): Uint8Array<ArrayBuffer>; reason: Refusal }

const good = (): Parts => docxParts({ body: p('Otsikko', 'Otsikko1') + p('Teksti') })
const withPart = (name: string, content: string | Uint8Array) => zipped({ ...good(), [name]: content })
const withDocument = (make: (text: string) => string) =>
  withPart('word/document.xml', make(String(good()['word/document.xml'])))

/** Changes the entries of the list of contents; `name`: only this one. */
function relisted(
  bytes: Uint8Array<ArrayBuffer>,
  change: (view: DataView, head: number) => void,
  name = 'word/document.xml',
) {
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const length = view.getUint16(at + 28, true)
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) change(view, at)
  }
  return bytes
}

/** A name of the same length put over another one, in the list and before the file. */
function renamed(from: string, to: string): Uint8Array<ArrayBuffer> {
  const bytes = withPart(from, 'x')
  const [old, name] = [strToU8(from), strToU8(to)]
  if (old.length !== name.length) throw new Error('names of different lengths')
  for (let at = 0; at < bytes.length - old.length; at += 1) {
    if (old.every((byte, index) => bytes[at + index] === byte)) bytes.set(name, at)
  }
  return bytes
}

const doctype = (declaration: string) =>
  withDocument((text) => `<?xml version="1.0"?><!DOCTYPE w:document [${declaration}]>${text}`)

/** Elements with something between them that does not pack: the list of contents looks harmless. */
function sprinkled(count: number): string {
  let seed = 7
  const pieces: string[] = []
  for (let at = 0; at < count; at += 1) {
    seed = (seed * 48_271) % 2_147_483_647
    pieces.push(`<a/>${seed % 10}`)
  }
  return pieces.join('')
}

export const hostile: Hostile[] = [
  { name: 'an empty file', file: 'a.docx', make: () => new Uint8Array(), reason: 'EMPTY_FILE' },
  {
    name: 'more bytes than are taken',
    file: 'a.docx',
    make: () => new Uint8Array(10_000_001).fill(80),
    reason: 'TOO_LARGE',
  },
  {
    name: 'a program with the name of a document',
    file: 'a.docx',
    make: () => strToU8(`MZ${'x'.repeat(5000)}`),
    reason: 'WRONG_KIND',
  },
  {
    name: 'an old Word file or one with a password',
    file: 'a.docx',
    make: () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
    reason: 'WRONG_KIND',
  },
  {
    name: 'a spreadsheet',
    file: 'a.docx',
    make: () =>
      docx({ body: p('x'), mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
    reason: 'WRONG_KIND',
  },
  { name: 'a name that promises macros', file: 'a.docm', make: () => zipped(good()), reason: 'MACROS' },
  {
    name: 'macros under the name of a plain document',
    file: 'a.docx',
    make: () => docx({ body: p('x'), mainType: macroType }),
    reason: 'MACROS',
  },
  {
    name: 'a macro project inside',
    file: 'a.docx',
    make: () => withPart('word/vbaProject.bin', 'x'),
    reason: 'MACROS',
  },
  {
    name: 'an ActiveX control inside',
    file: 'a.docx',
    make: () => withPart('word/activeX/activeX1.xml', '<a/>'),
    reason: 'MACROS',
  },
  {
    name: 'an entry above the package',
    file: 'a.docx',
    make: () => renamed('word/xx/aaa.xml', '../../etc/passw'),
    reason: 'UNSAFE',
  },
  {
    name: 'an absolute entry',
    file: 'a.docx',
    make: () => renamed('word/aaaa.xml', '/etc/password'),
    reason: 'UNSAFE',
  },
  {
    name: 'an entry on a drive',
    file: 'a.docx',
    make: () => renamed('word/aaaa.xml', 'C:/windows/ab'),
    reason: 'UNSAFE',
  },
  {
    name: 'an entry with a backslash',
    file: 'a.docx',
    make: () => renamed('word/aaaa.xml', 'w\\..\\..\\a.xml'),
    reason: 'UNSAFE',
  },
  {
    name: 'the same entry twice',
    file: 'a.docx',
    make: () => renamed('word/document.xmL', 'word/document.xml'),
    reason: 'UNSAFE',
  },
  {
    name: 'a symbolic link',
    file: 'a.docx',
    make: () =>
      relisted(zipped(good()), (view, head) => {
        view.setUint8(head + 5, 3)
        view.setUint32(head + 38, 0o120777 * 65536, true)
      }),
    reason: 'UNSAFE',
  },
  {
    name: 'a password',
    file: 'a.docx',
    make: () => relisted(zipped(good()), (view, head) => view.setUint16(head + 8, 1, true)),
    reason: 'ENCRYPTED',
  },
  {
    name: 'a part that grows a thousandfold',
    file: 'a.docx',
    make: () => withPart('word/document.xml', new Uint8Array(40_000_000)),
    reason: 'TOO_MUCH',
  },
  {
    name: 'many parts that grow together',
    file: 'a.docx',
    make: () =>
      zipped({
        ...good(),
        ...Object.fromEntries(
          Array.from({ length: 260 }, (_, at) => [`word/media/${at}.png`, new Uint8Array(990_000)]),
        ),
      }),
    reason: 'TOO_MUCH',
  },
  {
    name: 'a part that grows more than its list says',
    file: 'a.docx',
    make: () =>
      relisted(withPart('word/document.xml', new Uint8Array(40_000_000)), (view, head) =>
        view.setUint32(head + 24, 50_000, true),
      ),
    reason: 'TOO_MUCH',
  },
  {
    name: 'a part that says it is larger than may be read',
    file: 'a.docx',
    make: () =>
      relisted(
        withDocument((text) => text.replace('Teksti', 'Teksti '.repeat(60_000))),
        (view, head) => {
          view.setUint32(head + 24, 24_000_001, true)
          view.setUint32(head + 20, 200_000, true)
        },
      ),
    reason: 'DAMAGED',
  },
  {
    name: 'more entries than a report has',
    file: 'a.docx',
    make: () =>
      zipped({ ...good(), ...Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`word/${at}.xml`, ''])) }),
    reason: 'TOO_MUCH',
  },
  {
    name: 'more elements than a report has',
    file: 'a.docx',
    make: () => withDocument((text) => text.replace('<w:body>', `<w:body>${sprinkled(1_300_000)}`)),
    reason: 'TOO_MUCH',
  },
  {
    name: 'as many elements as may be, and then a fault',
    file: 'a.docx',
    make: () => withDocument((text) => text.replace('</w:body>', `${sprinkled(245_000)}</w:other>`)),
    reason: 'DAMAGED',
  },
  {
    name: 'elements inside each other without end',
    file: 'a.docx',
    make: () => withDocument((text) => text.replace('<w:body>', '<w:body>'.padEnd(200_000, '<w:sdt>'))),
    reason: 'TOO_DEEP',
  },
  {
    name: 'an entity from outside (XXE)',
    file: 'a.docx',
    make: () => doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'),
    reason: 'DOCTYPE',
  },
  {
    name: 'entities that multiply (billion laughs)',
    file: 'a.docx',
    make: () =>
      doctype(Array.from({ length: 10 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')),
    reason: 'DOCTYPE',
  },
  {
    name: 'an entity that nobody declared',
    file: 'a.docx',
    make: () => withDocument((text) => text.replace('Teksti', '&salaisuus;')),
    reason: 'DOCTYPE',
  },
  {
    name: 'a DOCTYPE in the list of styles',
    file: 'a.docx',
    make: () => withPart('word/styles.xml', '<!DOCTYPE a><a/>'),
    reason: 'DOCTYPE',
  },
  { name: 'a document cut short', file: 'a.docx', make: () => zipped(good()).slice(0, 900), reason: 'DAMAGED' },
  {
    name: 'tags that do not close',
    file: 'a.docx',
    make: () => withDocument((text) => text.replace('</w:body>', '')),
    reason: 'DAMAGED',
  },
  {
    name: 'a tag without an end',
    file: 'a.docx',
    make: () => withDocument((text) => `${text.slice(0, -20)}<${'a '.repeat(100_000)}`),
    reason: 'DAMAGED',
  },
  {
    name: 'bytes that are no text',
    file: 'a.docx',
    make: () => withPart('word/document.xml', new Uint8Array([0x3c, 0x61, 0xff, 0xfe, 0x3e])),
    reason: 'DAMAGED',
  },
  { name: 'a document without words', file: 'a.docx', make: () => docx({ body: para('') }), reason: 'NOTHING' },
  { name: 'no JSON', file: 'a.json', make: () => strToU8('{"sections": ['), reason: 'WRONG_SHAPE' },
  { name: 'another JSON', file: 'a.json', make: () => strToU8('{"sections": [{"id": 1}]}'), reason: 'WRONG_SHAPE' },
  {
    name: 'JSON without end inside itself',
    file: 'a.json',
    make: () => strToU8('['.repeat(4_000_000)),
    reason: 'TOO_DEEP',
  },
]

/** Files that are taken: the positive control of the table above. */
export const harmless: { name: string; file: string; make(): Uint8Array<ArrayBuffer> }[] = [
  { name: 'a small document', file: 'a.docx', make: () => zipped(good()) },
  {
    name: 'a document of two hundred pages',
    file: 'a.docx',
    make: () =>
      docx({
        body: Array.from(
          { length: 100 },
          (_, at) =>
            p(`Luku ${at}`, 'Otsikko2') +
            Array.from({ length: 12 }, (_row, row) => para(t(`Kappale ${at}.${row}. ${'sana '.repeat(40)}`))).join(''),
        ).join(''),
      }),
  },
  {
    name: 'a report as JSON',
    file: 'a.json',
    make: () =>
      strToU8('{"sections":[{"id":"1","heading":"A","kind":"chapter","blocks":[{"type":"paragraph","text":"x"}]}]}'),
  },
]
