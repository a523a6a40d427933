import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader finds in a page or a file: its whole text, and the text of the links by where they lead. */
export type Medium = { name: string; text: string; links: Map<string, string[]> }

/** Line ends, gaps, hyphens (a line may end in one) and joiners are not part of what is said; minus and dashes are. */
export const squeezed = (text: string): string => text.replace(/[\s\u00a0\u00ad\u202f\u2010\u2060-]/g, '')

function medium(name: string, text: string, links: readonly (readonly [string, string])[]): Medium {
  const found = new Map<string, string[]>()
  for (const [address, said] of links) {
    const path = address.replace(/^https?:\/\/[^/]+/, '')
    found.set(path, [...(found.get(path) ?? []), squeezed(said)])
  }
  return { name, text: squeezed(text), links: found }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const plain = (markup: string): string =>
  markup.replace(/<[^>]*>/g, ' ').replace(/&(#x27|amp|lt|gt|quot);/g, (all, name: string) => entities[name] ?? all)

/** Rendered markup of pages. */
export function pagesMedium(name: string, markup: string): Medium {
  const links = [...markup.matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)]
  return medium(
    name,
    plain(markup),
    links.map(([, address = '', inner = '']) => [plain(address), plain(inner)] as const),
  )
}

type Node = Record<string, unknown>

/** Slides with their notes: text of the runs in order, and the links of the runs through the slide's relations. */
export function deckMedium(bytes: Uint8Array): Medium {
  const files = unzipSync(bytes)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    trimValues: false,
    parseTagValue: false,
  })
  const texts: string[] = []
  const links: [string, string][] = []
  const charts = Object.keys(files).filter((path) => /^ppt\/(slides|notesSlides|charts)\/[^/]+\.xml$/.test(path))
  for (const path of charts) {
    const relations = new Map<string, string>()
    const file = files[path.replace(/([^/]+)$/, '_rels/$1.rels')]
    if (file) {
      const given = parser.parse(strFromU8(file)) as { Relationships?: { Relationship?: Node | Node[] } }
      for (const one of [given.Relationships?.Relationship ?? []].flat()) {
        relations.set(String(one['@Id']), String(one['@Target']))
      }
    }
    // A link that goes on to the next line is one on each line, with an unlinked space between the two.
    let broken = false
    walk(parser.parse(strFromU8(files[path] as Uint8Array)), (run) => {
      const said = textOf(run['a:t'])
      texts.push(said)
      const target = (run['a:rPr'] as { 'a:hlinkClick'?: Node } | undefined)?.['a:hlinkClick']?.['@r:id']
      const address = target === undefined ? undefined : relations.get(String(target))
      const last = links.at(-1)
      if (address && broken && last?.[0] === address) last[1] += ` ${said}`
      else if (address) links.push([address, said])
      broken = !address && said.trim() === ''
    })
  }
  return medium('deck', texts.join(' '), links)
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && '#text' in value ? String(value['#text']) : ''
}

/** Calls back for every run of text, wherever it stands. */
function walk(value: unknown, each: (run: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, each)
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node
    if ('a:t' in node) each(node)
    for (const [key, inner] of Object.entries(node)) if (key !== 'a:t' && !key.startsWith('@')) walk(inner, each)
  }
}

type Tree = { role?: string; type?: string; id?: string; children?: Tree[] }

/** A tagged PDF as pdf.js reads it: the links of the structure tree with the text that belongs to them. */
export async function pdfMedium(bytes: Uint8Array): Promise<Medium> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await loading.promise
  const texts: string[] = []
  const links: [string, string][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const addresses = new Map(
      (await page.getAnnotations()).map((one) => [String(one.id), one.url as string | undefined]),
    )
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const pieces = new Map<string, string>()
    const open: (string | null)[] = []
    for (const item of content.items) {
      if ('str' in item) {
        texts.push(item.str)
        const id = open.findLast((one) => one !== null)
        if (id) pieces.set(id, (pieces.get(id) ?? '') + item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? null)
    }
    const said = (tree: Tree): string =>
      (tree.type === 'content' ? (pieces.get(tree.id ?? '') ?? '') : '') + (tree.children ?? []).map(said).join('')
    const collect = (tree: Tree): void => {
      if (tree.role === 'Link') {
        const id = (tree.children ?? []).find((child) => child.type === 'annotation')?.id ?? ''
        const address = addresses.get(id.replace('pdfjs_internal_id_', ''))
        if (address) links.push([address, said(tree)])
      } else for (const child of tree.children ?? []) collect(child)
    }
    const root = (await page.getStructTree()) as Tree | null
    if (root) collect(root)
  }
  await loading.destroy()
  return medium('pdf', texts.join(' '), links)
}
