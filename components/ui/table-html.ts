import type { Status } from '@/components/ui/status-mark'
import type { CellParts, Column, DataRow, PlainCell } from '@/components/ui/table-model'

// Rows of plain cells are written as text. A table of 300 rows drawn element by element costs the server five times as
// much and is sent twice over (docs/decisions/014-plain-rows.md).

/** The rows of one table body under their heading, if any; null when something in them is a component and React must draw them. */
export function bodyHtml(group: unknown, rows: readonly DataRow[], columns: readonly Column[]): string | null {
  if (group !== undefined && typeof group !== 'string') return null
  const span = `<th colSpan="${columns.length}" scope="rowgroup">`
  let html = group === undefined ? '' : `<tr class="group">${span}${escapeHtml(group)}</th></tr>`
  for (const { cells, id, current } of rows) {
    html += `<tr${id ? ` id="${escapeHtml(id)}"` : ''}${current ? ' aria-current="true"' : ''}>`
    for (const [index, cell] of cells.entries()) {
      if (!isPlain(cell)) return null
      const align = columns[index]?.numeric ? ' class="number"' : ''
      html += index === 0 ? `<th scope="row"${align}>${cellHtml(cell)}</th>` : `<td${align}>${cellHtml(cell)}</td>`
    }
    html += '</tr>'
  }
  return html
}

export function isPlain(cell: unknown): cell is PlainCell {
  return typeof cell === 'string' || cell === null || cell === undefined || isParts(cell)
}

function isParts(cell: unknown): cell is CellParts {
  return typeof cell === 'object' && cell !== null && 'text' in cell
}

/** "Ei tiedossa" stays on one line. */
const shortText = 14

/** Content of a plain cell; every text in it is escaped. */
export function cellHtml(cell: PlainCell): string {
  if (!isParts(cell)) return escapeHtml(cell ?? '')
  const { text, href, note, unknown, status, tag } = cell
  let html = escapeHtml(text)
  if (status) html = statusHtml(status, html)
  if (tag) html = `<span class="tag" data-tone="${tag}">${html}</span>`
  if (unknown) html = `<span class="${text.length <= shortText ? 'unknown short' : 'unknown'}">${html}</span>`
  if (href && isSafeAddress(href)) html = `<a href="${escapeHtml(href)}">${html}</a>`
  return note ? `${html}<span class="cell-note">${escapeHtml(note)}</span>` : html
}

const shapes: Record<Status, string> = {
  good: '<circle cx="8" cy="8" r="7.5" fill="currentColor"></circle>',
  warning: '<path d="M8 .8 15.8 15H.2Z" fill="currentColor"></path>',
  danger: '<path d="M8 0 16 8 8 16 0 8Z" fill="currentColor"></path>',
  neutral: '<path d="M1.5 1.5h13v13h-13Z" fill="currentColor"></path>',
  unknown: '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2.5"></circle>',
}

/** The same as the component StatusMark draws; a test keeps them equal. `word` is already escaped. */
function statusHtml(status: Status, word: string): string {
  return `<span class="status" data-status="${status}"><svg viewBox="0 0 16 16" aria-hidden="true">${shapes[status]}</svg><span>${word}</span></span>`
}

/** Our own pages, the web and mail; anything else (`javascript:`) is shown as text only. */
export function isSafeAddress(href: string): boolean {
  return /^(\/(?!\/)|[?#]|https?:\/\/|mailto:)/i.test(href)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '') : text
}
