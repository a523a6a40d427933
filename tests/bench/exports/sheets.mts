// A list of 50 000 rows and 12 columns as a workbook and as CSV, made in this process as the product makes it.
// Limits (quality P6): the workbook at most 1.5 s, the first byte of CSV at most 50 ms: a long list is sent while it is made. The
// time to its last byte is measured beside.
import { csvParts } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import type { ColumnKind, Listing } from '@/lib/values/listing'

export const sheetLimits = { xlsx: 1500, csv: 50 } as const
const kinds: readonly ColumnKind[] = ['text', 'amount', 'day', 'number']

function largeListing(): Listing {
  const columns = Array.from({ length: 12 }, (_, index) => ({
    header: `Sarake ${index + 1}`,
    kind: kinds[index % kinds.length] ?? 'text',
  }))
  const cell = (kind: ColumnKind, row: number) =>
    ({
      text: `Rivi ${row}, jotakin tekstiä`,
      amount: `${row}.25`,
      day: '2025-09-12',
      number: `${row % 977}`,
      count: '1',
    })[kind]
  const rows = Array.from({ length: 50_000 }, (_, row) => columns.map(({ kind }) => cell(kind, row)))
  return { name: 'large', title: 'Suuri luettelo', columns, rows }
}

export type MeasuredSheet = {
  kind: keyof typeof sheetLimits
  milliseconds: number[]
  /** To the end of the file */
  whole: number[]
  bytes: number
  memory: number
}

/** Each made `repeats` times; memory is the process's own after it, in MiB. */
export async function measureSheets(repeats: number): Promise<MeasuredSheet[]> {
  const listing = largeListing()
  const measured: MeasuredSheet[] = []
  for (const kind of ['xlsx', 'csv'] as const) {
    const milliseconds: number[] = []
    const whole: number[] = []
    let bytes = 0
    for (let run = 0; run < repeats; run++) {
      const began = performance.now()
      const since = () => performance.now() - began
      const parts = kind === 'csv' ? csvParts(listing, 'csv') : [await drawWorkbook([listing], 'Mittaus', 'fi')]
      bytes = 0
      for (const part of parts) {
        if (bytes === 0) milliseconds.push(since())
        bytes += part.length
      }
      whole.push(since())
    }
    measured.push({ kind, milliseconds, whole, bytes, memory: Math.round(process.memoryUsage().rss / 1048576) })
  }
  return measured
}
