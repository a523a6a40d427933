import {
  captionText,
  type DocumentBlock,
  type DocumentSection,
  flatSections,
  headingText,
  inlineText,
  type ReportDocument,
} from '@/lib/final-report/document/model'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const style = `
  @page { size: A4; margin: 2.6cm 2.4cm }
  body { font: 11pt/1.45 "Source Sans 3", sans-serif; color: #1a2027; margin: 0 }
  h1 { break-before: page; color: #00357a; font-size: 19pt } h2 { color: #00357a; font-size: 14.5pt }
  h1, h2 { break-after: avoid } a { color: #1f5a9e }
  table { border-collapse: collapse; width: 100%; font-size: 9.5pt } caption { text-align: left; font-weight: 600 }
  th { text-align: left; background: #f2f5f8; border-bottom: 1pt solid #00357a } td { border-bottom: .5pt solid #d5dbe2 }
  td, th { padding: 5pt } tr { break-inside: avoid } figure { margin: 1em 0; break-inside: avoid } svg { width: 100%; height: auto }
`

/** The same report as a page to be printed: the same texts, tables, drawings, links and contents. */
export function pageOf(document: ReportDocument): string {
  const all = flatSections(document.sections)
  const contents = all.map((one) => `<li><a href="#${one.id}">${escaped(headingText(one))}</a></li>`).join('')
  const captions = all
    .flatMap((one) => one.blocks)
    .flatMap((block) =>
      'label' in block ? [`<li><a href="#${block.id}">${escaped(captionText(block))}</a></li>`] : [],
    )
  return `<!doctype html><html lang="${document.language}"><head><title>${escaped(document.title)}</title><style>${style}</style></head>
<body><p>${escaped(document.county)}</p><h1>${escaped(document.project)}</h1>${document.emblem.svg}<p>${escaped(document.statement)}</p>
<h1>${document.words.contents}</h1><ul>${contents}</ul><ul>${captions.join('')}</ul>
${document.sections.map(sectionHtml).join('')}</body></html>`
}

function sectionHtml(section: DocumentSection): string {
  const heading = `<h${section.level} id="${section.id}">${escaped(headingText(section))}</h${section.level}>`
  return heading + section.blocks.map(blockHtml).join('') + section.children.map(sectionHtml).join('')
}

function blockHtml(block: DocumentBlock): string {
  switch (block.kind) {
    case 'paragraph': {
      const texts = block.inlines.map((inline) =>
        inline.kind === 'reference' ? `<a href="#${inline.target}">${escaped(inline.text)}</a>` : escaped(inline.text),
      )
      const sources = block.inlines.flatMap((inline) => (inline.kind === 'number' ? [inline.source] : []))
      return `<p>${texts.join('')}</p><p><small>${escaped(sources.join('; '))}</small></p>`
    }
    case 'table': {
      const head = block.columns.map((column) => `<th scope="col">${escaped(column.header)}</th>`).join('')
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell.text)}</td>`).join('')}</tr>`)
      return `<table id="${block.id}"><caption>${escaped(captionText(block))}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    }
    case 'figure':
      return `<figure id="${block.id}">${block.svg}<figcaption>${escaped(captionText(block))}</figcaption></figure>`
    case 'quote':
      return `<blockquote>${escaped(inlineText(block.inlines))}</blockquote>`
    default:
      throw new Error(`the page has no ${block.kind}`)
  }
}
