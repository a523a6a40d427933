// A list of 50 000 rows and 12 columns as a workbook and as CSV, made in this process as the product makes it.
// Limits (quality P6): the workbook at most 1.5 s, the first byte of CSV at most 50 ms: a long list is sent while it is made. The
// time to its last byte and the processor's time are measured beside. Memory: what a new process grows by while it makes one;
// a workbook made with the whole sheet in memory must miss that limit.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { csvParts } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import type { ColumnKind, Listing } from '@/lib/values/listing'
import { runtime } from '../../../scripts/runtime.mjs'

export const sheetLimits = { xlsx: 1500, csv: 50 } as const
/** MiB */
export const memoryLimit = 128
const kinds: readonly ColumnKind[] = ['text', 'amount', 'day', 'number']

export function largeListing(): Listing {
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
      time: '2025-09',
    })[kind]
  const rows = Array.from({ length: 50_000 }, (_, row) => columns.map(({ kind }) => cell(kind, row)))
  return { name: 'large', title: 'Suuri luettelo', columns, rows }
}

export type MeasuredSheet = {
  kind: keyof typeof sheetLimits
  milliseconds: number[]
  /** To the end of the file */
  whole: number[]
  /** Of all threads */
  processor: number[]
  bytes: number
  /** MiB */
  memory: number
}

/**
 * Each made `repeats` times; times in milliseconds. `wholeSheet`: what a workbook made as a whole needs, in MiB.
 * @throws when the measurement of memory does not see a sheet that is held as a whole
 */
export async function measureSheets(repeats: number): Promise<{ measured: MeasuredSheet[]; wholeSheet: number }> {
  const wholeSheet = grownBy('whole')
  if (wholeSheet <= memoryLimit) throw new Error('a whole sheet in memory met the limit: the measurement sees nothing')
  const listing = largeListing()
  const measured: MeasuredSheet[] = []
  for (const kind of ['xlsx', 'csv'] as const) {
    const milliseconds: number[] = []
    const whole: number[] = []
    const processor: number[] = []
    let bytes = 0
    for (let run = 0; run < repeats; run++) {
      const used = process.cpuUsage()
      const began = performance.now()
      const since = () => performance.now() - began
      const parts = kind === 'csv' ? csvParts(listing, 'csv') : [await drawWorkbook([listing], 'Mittaus', 'fi')]
      bytes = 0
      for (const part of parts) {
        if (bytes === 0) milliseconds.push(since())
        bytes += part.length
      }
      whole.push(since())
      const { user, system } = process.cpuUsage(used)
      processor.push((user + system) / 1000)
    }
    measured.push({ kind, milliseconds, whole, processor, bytes, memory: grownBy(kind) })
  }
  return { measured, wholeSheet }
}

/** MiB, in a process of its own. @throws when that fails */
function grownBy(kind: MeasuredSheet['kind'] | 'whole'): number {
  const script = path.join(import.meta.dirname, 'sheet-memory.mts')
  const { status, stdout, stderr } = spawnSync(runtime.node, [...runtime.flags, script, kind], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the memory of ${kind} could not be measured: ${stderr}`)
  return Math.round(Number(stdout) / 1048576)
}
