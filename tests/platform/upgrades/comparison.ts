// What an upgraded database has lost of what was dumped: rows, values, columns, tables.
import type pg from 'pg'
import { readTables } from '../catalogue.ts'
import { type Dump, readRows, type Values, writeAlike } from './dump.ts'

/** Columns that a migration has moved, "Table.column" → the table in whose every row of the same subject the value stands now. */
const moved: Readonly<Record<string, { table: string; by: string }>> = Object.fromEntries(
  ['source', 'horizon', 'dimensions', 'scope'].map((column) => [
    `Indicator.${column}`,
    { table: 'IndicatorVersion', by: 'indicatorId' },
  ]),
)

export type Comparison = { tables: number; rows: number; values: number; losses: string[] }

export async function lossesSince(dump: Dump, owner: pg.Client): Promise<Comparison> {
  await writeAlike(owner)
  const now = await readTables(owner)
  const found: Comparison = { tables: 0, rows: 0, values: 0, losses: [] }
  for (const then of dump.tables) {
    found.tables += 1
    const there = now.get(then.name)?.columns.map((column) => column.name)
    if (!there) {
      found.losses.push(`${then.name}: the table is gone`)
      continue
    }
    const looked = then.columns.filter((column) => !(`${then.name}.${column}` in moved))
    const gone = looked.filter((column) => !there.includes(column))
    found.losses.push(...gone.map((column) => `${then.name}.${column}: the column is gone`))
    const kept = looked.filter((column) => there.includes(column))
    const places = kept.map((column) => then.columns.indexOf(column))
    const before = then.rows.map((row) => places.map((place) => row[place] ?? null))
    const missing = without(before, await readRows(owner, then.name, kept))
    found.rows += before.length
    found.values += before.length * kept.length
    if (missing > 0) found.losses.push(`${then.name}: ${missing} rows are gone or different`)
    for (const column of then.columns) {
      const place = moved[`${then.name}.${column}`]
      if (!place) continue
      const told = then.rows.map((row) => [
        row[then.columns.indexOf('id')] ?? null,
        row[then.columns.indexOf(column)] ?? null,
      ])
      const lost = await lostOnTheWay(owner, told, column, place)
      found.values += told.length
      if (lost > 0) found.losses.push(`${then.name}.${column}: ${lost} values are gone or different where they are now`)
    }
  }
  return found
}

/** Of how many subjects a value that was told stands in no row of its new table, or in some row otherwise. */
async function lostOnTheWay(
  owner: pg.Client,
  told: readonly Values[],
  column: string,
  { table, by }: { table: string; by: string },
): Promise<number> {
  const now = await readRows(owner, table, [by, column])
  const lost = told.filter(([id, value]) => {
    const own = now.filter(([of]) => of === id)
    return value !== null && (own.length === 0 || own.some(([_, is]) => is !== value))
  })
  return lost.length
}

/** How many rows of the first have no equal one left in the second; equal rows are counted as often as they stand there. */
function without(before: readonly Values[], after: readonly Values[]): number {
  const left = new Map<string, number>()
  for (const row of after) left.set(JSON.stringify(row), (left.get(JSON.stringify(row)) ?? 0) + 1)
  let missing = 0
  for (const row of before) {
    const known = left.get(JSON.stringify(row)) ?? 0
    if (known === 0) missing += 1
    else left.set(JSON.stringify(row), known - 1)
  }
  return missing
}
