import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../../scripts/runtime.mjs'

/** Keeps what was measured under .cache/bench, one JSON line per entry. */
export function keepRaw(name: string, entries: readonly unknown[]): string {
  const file = path.join(root, '.cache/bench', `${name}.jsonl`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  return path.relative(root, file)
}

/** Load of the machine, told with figures that others working on it would change. */
export function machineLoad(): string {
  const [one = 0, five = 0] = os.loadavg()
  return `load ${one.toFixed(1)}/${five.toFixed(1)}`
}
