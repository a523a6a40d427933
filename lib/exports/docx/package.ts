import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { DeckColours } from '../pptx/colours.ts'
import { zipMoment } from '../pptx/workbook.ts'
import { escapeXml } from '../pptx/xml.ts'
import { tableStyle } from './styles.ts'

type About = {
  title: string
  subject: string
  author: string
  keywords: readonly string[]
  language: string
  createdAt: Date
  colours: DeckColours
  /** Captions of the tables in their order */
  tables: readonly string[]
}

/**
 * Puts the package in order: what the library cannot write (style and alternative texts of tables, language of the document)
 * and everything that would differ from one making to the next. The same document gives the same bytes.
 */
export function finishPackage(made: Uint8Array, about: About): Uint8Array {
  const files = new Map<string, string | Uint8Array>()
  for (const [name, bytes] of Object.entries(unzipSync(made))) {
    if (!name.endsWith('/')) files.set(name, /\.(xml|rels)$/.test(name) ? strFromU8(bytes) : bytes)
  }
  change(files, 'word/styles.xml', (text) => text.replace('</w:styles>', `${tableStyle(about.colours)}</w:styles>`))
  change(files, 'word/document.xml', (text) => withTableTexts(numbered(text), about.tables))
  change(files, 'docProps/core.xml', () => coreProperties(about))
  change(files, 'docProps/app.xml', () => appProperties(about))
  namedPictures(files)
  namedRelations(files)
  return zipped(files)
}

type Files = Map<string, string | Uint8Array>

function change(files: Files, name: string, make: (text: string) => string): void {
  const text = files.get(name)
  if (typeof text === 'string') files.set(name, make(text))
}

/** Bookmarks, contents and drawings are numbered on and on while the process lives: here from one. */
function numbered(text: string): string {
  const again = (kind: string) => {
    const numbers = new Map<string, number>()
    return (one: string) => {
      const number = numbers.get(one) ?? numbers.size + 1
      numbers.set(one, number)
      return `${kind}${number}`
    }
  }
  const [contents, bookmark] = [again('_Toc'), again('')]
  let drawing = 0
  return text
    .replace(/\b_Toc\d+\b/g, contents)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)"/g,
      (_, head: string, id: string) => `${head}${bookmark(id)}"`,
    )
    .replace(/(<wp:docPr\b[^>]*?\bid=")\d+"/g, (_, head: string) => `${head}${++drawing}"`)
}

/** What a table is about, for who cannot see it. */
function withTableTexts(text: string, captions: readonly string[]): string {
  let at = 0
  return text.replace(
    /(<w:tblPr>(?:(?!<\/w:tblPr>).)*)<\/w:tblPr>/gs,
    (_, head: string) => `${head}<w:tblCaption w:val="${escapeXml(captions[at++] ?? '')}"/></w:tblPr>`,
  )
}

/** Pictures are named by their order in the package. */
function namedPictures(files: Files): void {
  const document = files.get('word/_rels/document.xml.rels')
  if (typeof document !== 'string') return
  const names = new Map<string, string>()
  const text = document.replace(/Target="media\/([^"]+)\.(\w+)"/g, (_, name: string, type: string) => {
    const given = names.get(`${name}.${type}`) ?? `picture${names.size + 1}.${type}`
    names.set(`${name}.${type}`, given)
    return `Target="media/${given}"`
  })
  files.set('word/_rels/document.xml.rels', text)
  for (const [old, given] of names) {
    const bytes = files.get(`word/media/${old}`)
    files.delete(`word/media/${old}`)
    if (bytes !== undefined) files.set(`word/media/${given}`, bytes)
  }
}

/** Relations get numbers in the order of their list, and the parts that use them the same. */
function namedRelations(files: Files): void {
  for (const [name, text] of files) {
    const part = /^(.*)_rels\/(.+)\.rels$/.exec(name)
    if (!part || typeof text !== 'string') continue
    const ids = new Map<string, string>()
    const listed = text.replace(/\bId="([^"]+)"/g, (_, id: string) => {
      ids.set(id, `rId${ids.size + 1}`)
      return `Id="${ids.get(id)}"`
    })
    files.set(name, listed)
    change(files, `${part[1]}${part[2]}`, (used) =>
      used.replace(
        /\b(r:(?:id|embed|link))="([^"]+)"/g,
        (_, kind: string, id: string) => `${kind}="${ids.get(id) ?? id}"`,
      ),
    )
  }
}

/** The type list comes first, as readers that do not seek expect; the rest by name. */
function zipped(files: Files): Uint8Array {
  const first = '[Content_Types].xml'
  const names = [first, ...[...files.keys()].filter((name) => name !== first).sort()]
  const parts: Zippable = {}
  for (const name of names) {
    const content = files.get(name) ?? ''
    const bytes = typeof content === 'string' ? strToU8(content) : content
    parts[name] = [bytes, { level: /\.(png|jpe?g)$/.test(name) ? 0 : 6 }]
  }
  return zipSync(parts, { mtime: zipMoment })
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function coreProperties({ title, subject, author, keywords, language, createdAt }: About): string {
  const moment = createdAt.toISOString().replace(/\.\d+Z$/, 'Z')
  const made = (kind: string) => `<dcterms:${kind} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${kind}>`
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><cp:keywords>${escapeXml(keywords.join(', '))}</cp:keywords><dc:language>${language}</dc:language><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${made('created')}${made('modified')}</cp:coreProperties>`
}

const appProperties = ({ author }: About): string =>
  `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Etappi</Application><Company>${escapeXml(author)}</Company></Properties>`
