// A list of 50 000 rows and 12 columns as a workbook and as CSV, made in this process as the product makes it.
// Limits (quality P6): the workbook at most 1.5 s, the first byte of CSV at most 50 ms; a file is handed over whole, so that its
// first byte comes with its last.
import { drawCsv } from '@/lib/exports/sheets/csv'
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

export type MeasuredSheet = { kind: keyof typeof sheetLimits; milliseconds: number[]; bytes: number; memory: number }

/** Each made `repeats` times; memory is the process's own after it, in MiB. */
export async function measureSheets(repeats: number): Promise<MeasuredSheet[]> {
  const listing = largeListing()
  const makers = {
    xlsx: () => drawWorkbook([listing], 'Mittaus', 'fi'),
    csv: () => Promise.resolve(drawCsv(listing, 'csv')),
  }
  const measured: MeasuredSheet[] = []
  for (const kind of ['xlsx', 'csv'] as const) {
    const milliseconds: number[] = []
    let bytes = 0
    for (let run = 0; run < repeats; run++) {
      const began = performance.now()
      bytes = (await makers[kind]()).length
      milliseconds.push(performance.now() - began)
    }
    measured.push({ kind, milliseconds, bytes, memory: Math.round(process.memoryUsage().rss / 1048576) })
  }
  return measured
}
