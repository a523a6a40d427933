import type { Rows } from '@/lib/retention/belonging/queries'

/** What became of one line when a list was carried out. `waiting`: its day has not come; `gone`: it was done or left out before. */
export type LineOutcome = 'destroyed' | 'stopped' | 'waiting' | 'gone'

/** What was destroyed: rows with the files' own among them, and the files that lay on disk. */
export type Destroyed = { rows: number; files: number; onDisk: string[] }

/** The tables of a project, those first that others name least: children before parents. */
export function childrenFirst(belonging: ReadonlyMap<string, Rows>): Rows[] {
  return [...belonging.values()].toReversed()
}
