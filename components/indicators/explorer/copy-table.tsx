'use client'

import { useState, useSyncExternalStore } from 'react'

type Props = { rows: readonly (readonly string[])[]; words: { copy: string; copied: string; failed: string } }

/** Puts a table on the clipboard, as a table and as text between tabs. Without scripts there is no button: the files remain. */
export function CopyTable({ rows, words }: Props) {
  const [said, setSaid] = useState('')
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  if (!scripted) return null
  const copy = async () => setSaid((await put(rows)) ? words.copied : words.failed)
  return (
    <>
      <button type="button" className="button" data-kind="secondary" data-size="small" onClick={copy}>
        {words.copy}
      </button>
      <span role="status" className="text-small text-muted">
        {said}
      </span>
    </>
  )
}

async function put(rows: Props['rows']): Promise<boolean> {
  const texts = { 'text/html': asHtml(rows), 'text/plain': asText(rows) }
  try {
    const item = new ClipboardItem(
      Object.fromEntries(Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })])),
    )
    await navigator.clipboard.write([item])
    return true
  } catch {
    // On plain http there is no such clipboard: the older way asks the browser to copy and fills in what is copied.
    return putByEvent(texts)
  }
}

function putByEvent(texts: Record<string, string>): boolean {
  let filled = false
  const fill = (event: ClipboardEvent) => {
    for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text)
    event.preventDefault()
    filled = true
  }
  document.addEventListener('copy', fill, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', fill)
  return filled
}

/** A cell that holds a tab, a quote or a line break stands in quotes, as spreadsheets write it. */
function asText(rows: Props['rows']): string {
  const cell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(cell).join('\t')).join('\n')
}

function asHtml([head = [], ...body]: Props['rows']): string {
  const row = (cells: readonly string[], name: 'th' | 'td') =>
    `<tr>${cells.map((text) => `<${name}>${escaped(text)}</${name}>`).join('')}</tr>`
  return `<table><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }
const escaped = (text: string) => text.replace(/[&<>\n]/g, (sign) => signs[sign] ?? '')
