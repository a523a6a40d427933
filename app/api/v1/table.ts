import { createHash } from 'node:crypto'
import { csvHead, csvLineEnd, csvRows } from '@/lib/exports/sheets/csv'
import type { Words } from '@/lib/platform/words'
import { mediaTypes } from '@/lib/reporting-api/formats/model'
import type { Cell, Resource } from '@/lib/reporting-api/model'
import type { ApiFormat } from '@/lib/reporting-api/schema'
import { columnTitle } from '@/lib/reporting-api/titles/model'
import { jsonRow, sheetCell, sheetKinds } from '@/lib/reporting-api/writing/model'

type Drawn = { resource: Resource; rows: readonly Cell[][]; next: { address: string; cursor: string } | null }

const rowsAtOnce = 500

const partsOf = (t: Words, format: ApiFormat, drawn: Drawn): Generator<string> =>
  format === 'json' ? jsonParts(drawn) : csvParts(t, format, drawn)

/** SHA-256 of the page as it is sent. */
export function tableHash(t: Words, format: ApiFormat, drawn: Drawn): string {
  const hash = createHash('sha256')
  for (const part of partsOf(t, format, drawn)) hash.update(part)
  return hash.digest('hex')
}

/** A page of a table, sent part by part: the text of the whole is never held. */
export function tableAnswer(t: Words, format: ApiFormat, drawn: Drawn, headers: Record<string, string>): Response {
  const parts = partsOf(t, format, drawn)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': mediaTypes[format],
      'content-language': t.locale,
      ...(drawn.next && { link: `<${drawn.next.address}>; rel="next"` }),
    },
  })
}

function* inParts(rows: readonly Cell[][]): Generator<Cell[][]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce)
}

function* jsonParts({ resource, rows, next }: Drawn): Generator<string> {
  yield '{"value":['
  let first = true
  for (const part of inParts(rows)) {
    yield (first ? '' : ',') + part.map((row) => jsonRow(resource.columns, row)).join(',')
    first = false
  }
  yield `],"next":${JSON.stringify(next?.address ?? null)},"cursor":${JSON.stringify(next?.cursor ?? null)}}`
}

function* csvParts(t: Words, format: 'csv' | 'csv_fi', { resource, rows }: Drawn): Generator<string> {
  const dialect = format === 'csv_fi' ? 'csv' : 'csv_plain'
  const columns = resource.columns.map(({ name, kind }) => ({
    header: format === 'csv_fi' ? columnTitle(t, name, kind) : name,
    kind: sheetKinds[kind],
  }))
  yield csvHead(columns, dialect)
  for (const part of inParts(rows)) {
    yield csvLineEnd +
      csvRows(
        columns,
        part.map((row) => row.map(sheetCell)),
        dialect,
      )
  }
}
