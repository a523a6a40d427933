import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What another reader than our own finds in a PDF. */
export type ReadBack = {
  pages: number
  text: string
  /** Cells of the rows of all tables, in order; a row of headers is repeated on each page its table goes on */
  rows: string[][]
  captions: string[]
  addresses: string[]
  /** Links inside the document, and how many of them lead nowhere */
  internal: number
  unresolved: number
}

type Node = { role?: string; type?: string; id?: string; children?: Node[] }

/** Reads a PDF with pdf.js by its structure tree: texts, table rows, captions and links. */
export async function readWithPdfJs(pdf: Uint8Array): Promise<ReadBack> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  const read: ReadBack = {
    pages: document.numPages,
    text: '',
    rows: [],
    captions: [],
    addresses: [],
    internal: 0,
    unresolved: 0,
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    await readText(page, read)
    await readLinks(document, page, read)
  }
  await loading.destroy()
  return read
}

async function readText(page: PDFPageProxy, read: ReadBack): Promise<void> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const texts = new Map<string, string>()
  const open: (string | null)[] = []
  for (const item of content.items) {
    if ('str' in item) {
      read.text += item.str
      const id = open.findLast((one) => one !== null)
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push('id' in item && typeof item.id === 'string' ? item.id : null)
  }
  const textOf = (node: Node): string =>
    node.id !== undefined ? (texts.get(node.id) ?? '') : (node.children ?? []).map(textOf).join('')
  const walk = (node: Node): void => {
    const children = node.children ?? []
    if (node.role === 'TR') {
      // The gap between two cells is read as a space before the second.
      read.rows.push(children.filter(({ role }) => /^T[HD]$/.test(role ?? '')).map((cell) => textOf(cell).trim()))
    }
    if (node.role === 'Caption') read.captions.push(textOf(node))
    children.forEach(walk)
  }
  walk((await page.getStructTree()) as Node)
}

async function readLinks(document: PDFDocumentProxy, page: PDFPageProxy, read: ReadBack): Promise<void> {
  for (const annotation of await page.getAnnotations()) {
    if (annotation.subtype !== 'Link') continue
    if (typeof annotation.unsafeUrl === 'string') read.addresses.push(annotation.unsafeUrl)
    else {
      read.internal += 1
      const place =
        typeof annotation.dest === 'string' ? await document.getDestination(annotation.dest) : annotation.dest
      if (!Array.isArray(place)) read.unresolved += 1
    }
  }
}

/** Text of each page, in the order in which it is drawn. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true })
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await loading.destroy()
  return texts
}
