// The journal of acknowledged saves against the rows. A save is lost when its version is missing, doubled when there is one
// too many, halved when a text is not whole or the two fields of one save are not of the same save.
import type { EntryRow } from '../product/rows.mts'
import { idOf } from '../product/texts.mts'
import { idOfSave, pair } from './writers.mts'

/** One look at the rows while writers go on: both fields of each save are there, or neither. */
export function halves(rows: readonly EntryRow[]): string[] {
  const faults: string[] = []
  for (const reportId of new Set(rows.map((row) => row.reportId))) {
    const [first, second] = pair.map((path) => rows.find((row) => row.reportId === reportId && row.path === path))
    if (!first || !second || first.version !== second.version || idOf(first.text) !== idOf(second.text)) {
      faults.push(`halved: ${told(first)} beside ${told(second)}`)
    }
  }
  return faults
}

/** The rows when everybody has stopped. `acknowledged` is the number of each writer's last acknowledged save. */
export function checkRows(
  reportIds: readonly string[],
  acknowledged: readonly number[],
  rows: readonly EntryRow[],
): { looked: number; faults: string[] } {
  const faults: string[] = []
  let looked = 0
  for (const [writer, reportId] of reportIds.entries()) {
    const save = acknowledged[writer] ?? 0
    for (const path of pair) {
      const row = rows.find((one) => one.reportId === reportId && one.path === path)
      looked += 1
      const version = row?.version ?? 0
      if (version < save) faults.push(`lost: writer ${writer} was told of ${save}, ${told(row)} is there`)
      else if (version > save) faults.push(`doubled: writer ${writer} was told of ${save}, ${told(row)} is there`)
      else if (row && idOf(row.text) !== idOfSave(writer, save)) faults.push(`halved: ${told(row)}, not save ${save}`)
    }
  }
  return { looked, faults }
}

const told = (row: EntryRow | undefined): string => (row ? `version ${row.version} "${idOf(row.text)}"` : 'nothing')

/** Rows with one thing wrong in them, and what the checker must say. */
export function doctoredRows(rows: readonly EntryRow[]): [string, RegExp, EntryRow[]][] {
  const [first, ...rest] = rows
  if (!first) return []
  const { version, text } = first
  return [
    ['a lost save', /^lost/, [{ ...first, version: version - 1 }, ...rest]],
    ['a lost row', /^lost/, rest],
    ['a doubled save', /^doubled/, [{ ...first, version: version + 1 }, ...rest]],
    ['half a text', /^halved/, [{ ...first, text: text.slice(0, text.length / 2) }, ...rest]],
    ['an older text under the right version', /^halved/, [{ ...first, text: '0-1\n' }, ...rest]],
  ]
}
