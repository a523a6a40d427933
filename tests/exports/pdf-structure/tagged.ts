import { PdfFile } from '@/tests/exports/pdf-structure/file'
import { type Dict, Name, Ref, textOf, type Value } from '@/tests/exports/pdf-structure/objects'
import { type PageText, readPageText } from '@/tests/exports/pdf-structure/page-text'

/** A node of the structure tree. `role` is the standard one, after the file's own role map. */
export type Tag = {
  role: string
  alt: string | null
  attributes: Record<string, Value>
  text: string
  children: Tag[]
  /** Annotations that belong to it (links) */
  annotations: LinkAnnotation[]
  /** Marks of all content in it, in reading order, as "page:mark" */
  marks: string[]
}

type LinkAnnotation = { contents: string | null; address: string | null; internal: boolean }
export type Bookmark = { title: string; children: Bookmark[] }

/** All that the checks look at. */
export type TaggedPdf = {
  pages: number
  marked: boolean
  language: string | null
  title: string | null
  displayTitle: boolean
  universalAccess: string | null
  tree: Tag
  bookmarks: Bookmark[]
  links: LinkAnnotation[]
  attachments: { name: string; content: string }[]
  /** Marks in the order they are drawn, as "page:mark" */
  drawn: string[]
  /** Text outside every tag that is not marked as decoration */
  untagged: string
}

export function readTaggedPdf(bytes: Uint8Array): TaggedPdf {
  const file = new PdfFile(bytes)
  const pages = file.pages()
  const texts = new Map(pages.map((page) => [page.id, readPageText(file, page.dict)]))
  const pageNumber = new Map(pages.map((page, index) => [page.id, index + 1]))
  const catalogue = file.catalogue
  const structure = file.dict(catalogue.get('StructTreeRoot'))
  const metadata = Buffer.from(file.content(catalogue.get('Metadata'))).toString('utf8')
  const links = pages.flatMap((page) =>
    file
      .list(page.dict.get('Annots'))
      .map((ref) => file.dict(ref))
      .filter((annotation) => nameOf(annotation.get('Subtype')) === 'Link')
      .map((annotation) => linkOf(file, annotation)),
  )
  const tags = new TreeReader(file, file.dict(structure.get('RoleMap')), texts, pageNumber)
  return {
    pages: pages.length,
    marked: file.dict(catalogue.get('MarkInfo')).get('Marked') === true,
    language: textOf(catalogue.get('Lang')),
    title: /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(metadata)?.[1] ?? null,
    displayTitle: file.dict(catalogue.get('ViewerPreferences')).get('DisplayDocTitle') === true,
    universalAccess: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(metadata)?.[1] ?? null,
    tree: tags.root(structure),
    bookmarks: bookmarksOf(file, file.dict(catalogue.get('Outlines')).get('First')),
    links,
    attachments: attachmentsOf(file),
    drawn: pages.flatMap((page, index) => (texts.get(page.id)?.order ?? []).map((mark) => `${index + 1}:${mark}`)),
    untagged: [...texts.values()].map((text) => text.unmarked).join(''),
  }
}

const nameOf = (value: Value | undefined): string | null => (value instanceof Name ? value.name : null)

class TreeReader {
  private readonly file: PdfFile
  private readonly roles: Dict
  private readonly texts: Map<number, PageText>
  private readonly pageNumber: Map<number, number>
  constructor(file: PdfFile, roles: Dict, texts: Map<number, PageText>, pageNumber: Map<number, number>) {
    this.file = file
    this.roles = roles
    this.texts = texts
    this.pageNumber = pageNumber
  }

  root(structure: Dict): Tag {
    return this.element(new Map([['S', new Name('Root')], ...structure]), null)
  }

  private element(dict: Dict, page: number | null): Tag {
    const own = dict.get('Pg')
    const here = own instanceof Ref ? own.id : page
    const role = nameOf(dict.get('S')) ?? ''
    const tag: Tag = {
      role: nameOf(this.roles.get(role)) ?? role,
      alt: textOf(dict.get('Alt')),
      attributes: this.attributes(dict.get('A')),
      text: textOf(dict.get('ActualText')) ?? '',
      children: [],
      annotations: [],
      marks: [],
    }
    for (const kid of this.file.list(dict.get('K'))) this.kid(kid, here, tag)
    return tag
  }

  private kid(kid: Value, page: number | null, tag: Tag): void {
    const found = this.file.get(kid)
    if (typeof found === 'number') this.mark(found, page, tag)
    if (!(found instanceof Map)) return
    const type = nameOf(found.get('Type'))
    const own = found.get('Pg')
    if (type === 'MCR') this.mark(Number(found.get('MCID')), own instanceof Ref ? own.id : page, tag)
    else if (type === 'OBJR') tag.annotations.push(linkOf(this.file, this.file.dict(found.get('Obj'))))
    else this.nested(this.element(found, page), tag)
  }

  private nested(child: Tag, tag: Tag): void {
    tag.children.push(child)
    tag.text += child.text
    tag.marks.push(...child.marks)
  }

  private mark(mark: number, page: number | null, tag: Tag): void {
    tag.text += this.texts.get(page ?? -1)?.byMark.get(mark) ?? ''
    tag.marks.push(`${this.pageNumber.get(page ?? -1)}:${mark}`)
  }

  private attributes(value: Value | undefined): Record<string, Value> {
    const all: Record<string, Value> = {}
    for (const part of this.file.list(value))
      for (const [key, item] of this.file.dict(part)) all[key] = this.file.get(item)
    return all
  }
}

function linkOf(file: PdfFile, annotation: Dict): LinkAnnotation {
  const action = file.dict(annotation.get('A'))
  return {
    contents: textOf(annotation.get('Contents')),
    address: textOf(action.get('URI')),
    internal: annotation.has('Dest') || nameOf(action.get('S')) === 'GoTo',
  }
}

function bookmarksOf(file: PdfFile, first: Value | undefined): Bookmark[] {
  const list: Bookmark[] = []
  for (let ref = first; ref !== undefined; ) {
    const dict = file.dict(ref)
    list.push({ title: textOf(dict.get('Title')) ?? '', children: bookmarksOf(file, dict.get('First')) })
    ref = dict.get('Next')
  }
  return list
}

function attachmentsOf(file: PdfFile): TaggedPdf['attachments'] {
  const names = file.list(file.dict(file.dict(file.catalogue.get('Names')).get('EmbeddedFiles')).get('Names'))
  return names.flatMap((item, index) => {
    const name = textOf(item)
    if (index % 2 !== 0 || name === null) return []
    const specification = file.dict(names[index + 1])
    const content = file.content(file.dict(specification.get('EF')).get('F'))
    return [{ name, content: Buffer.from(content).toString('utf8') }]
  })
}
