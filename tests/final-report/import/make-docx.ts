// Small Word documents, made by hand so that each test says in the format's own words what it is about.
import { strToU8, type Zippable, zipSync } from 'fflate'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spaces = [
  `xmlns:w="${w}"`,
  `xmlns:r="${r}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

export type Parts = Record<string, string | Uint8Array>

const types = (main: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

const plainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
export const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml'

type Relation = { id: string; type: string; target: string; outside?: boolean }

const relations = (all: readonly Relation[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ({ id, type, target, outside }) =>
        `<Relationship Id="${id}" Type="${r}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

export type Given = {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  comments?: string
  relations?: readonly Relation[]
  files?: Parts
  mainType?: string
}

/** The parts of a document by name. */
export function docxParts({ body, styles, numbering, footnotes, comments, files = {}, ...rest }: Given): Parts {
  const part = (tag: string, inside: string | undefined) =>
    inside === undefined ? null : `<w:${tag} ${spaces}>${inside}</w:${tag}>`
  const beside = [
    ['styles', part('styles', styles ?? usualStyles)],
    ['numbering', part('numbering', numbering)],
    ['footnotes', part('footnotes', footnotes)],
    ['comments', part('comments', comments)],
  ].filter((entry): entry is [string, string] => entry[1] !== null)
  return {
    '[Content_Types].xml': types(rest.mainType ?? plainType),
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': `<w:document ${spaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ...beside.map(([type]) => ({ id: `own${type}`, type, target: `${type}.xml` })),
      ...(rest.relations ?? []),
    ]),
    ...Object.fromEntries(beside.map(([name, text]) => [`word/${name}.xml`, text])),
    ...files,
  }
}

export function zipped(parts: Parts): Uint8Array<ArrayBuffer> {
  const all: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    all[name] = [typeof content === 'string' ? strToU8(content) : content, { level: 6 }]
  }
  return new Uint8Array(zipSync(all))
}

export const docx = (given: Given): Uint8Array<ArrayBuffer> => zipped(docxParts(given))

const style = (id: string, name: string, inside = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
const outline = (level: number) => `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`

/** As a Finnish Word writes them: ids in Finnish, names in English. */
const usualStyles = [
  style('Otsikko1', 'heading 1', outline(0)),
  style('Otsikko2', 'heading 2', outline(1)),
  style('Otsikko3', 'heading 3', outline(2)),
  style('Otsikko', 'Title'),
  style('Kuvaotsikko', 'caption'),
  style('Lainaus', 'Quote'),
  style('Sisluet1', 'toc 1'),
].join('')

/** A paragraph of plain text, with a style when one is named. */
export const p = (text: string, styleId?: string): string => para(t(text), styleId)
export const para = (inside: string, styleId?: string, more = ''): string =>
  `<w:p><w:pPr>${styleId ? `<w:pStyle w:val="${styleId}"/>` : ''}${more}</w:pPr>${inside}</w:p>`
export const t = (text: string, look = ''): string =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

const sign = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
/** A field with what it shows. */
export const field = (instruction: string, shown: string): string =>
  `${sign('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${sign('separate')}${shown}${sign('end')}`

export const bookmark = (name: string, inside: string): string =>
  `<w:bookmarkStart w:id="1" w:name="${name}"/>${inside}<w:bookmarkEnd w:id="1"/>`

export const item = (text: string, list = 1, level = 0): string =>
  para(t(text), undefined, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

/** List 1 has bullets, list 2 is numbered, list 3 numbers headings. */
export const usualLists = [
  ...[
    ['1', 'bullet', '•'],
    ['2', 'decimal', '%1.'],
  ].map(
    ([id, format, text]) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1]
        .map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`)
        .join('')}</w:abstractNum>`,
  ),
  `<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>`,
  ...['1', '2', '3'].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
].join('')

export const cell = (text: string, about = ''): string => `<w:tc><w:tcPr>${about}</w:tcPr>${p(text)}</w:tc>`
export const row = (cells: string, about = ''): string => `<w:tr><w:trPr>${about}</w:trPr>${cells}</w:tr>`
export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

export const drawing = (id: string, alt = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Kuva" descr="${alt}"/><a:graphic><a:graphicData><a:blip r:embed="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

/** The smallest PNG there is. */
export const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
)

export const picture = (id: string, name = 'media/kuva.png'): Relation => ({ id, type: 'image', target: name })

export const own = { unknown: ['ei tiedossa'], sources: ['Lukujen lähteet'], noPicture: [] }
