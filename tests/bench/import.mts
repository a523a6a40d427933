// bench:import – how fast, and with how much memory, a hostile file is refused (docs/quality.md S8: 200 ms, 64 MB), each in a
// process of its own; harmless files must be taken, and a reader that unpacks everything must be caught by the same
// measurement. --report: prints MISSED without failing.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { harmless, hostile } from '../final-report/import/hostile.ts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const limits = { milliseconds: 200, bytes: 64_000_000 }
const reader = path.join(import.meta.dirname, 'import/read-one.mts')
const folder = mkdtempSync(path.join(os.tmpdir(), 'etappi-import-'))

type Read = { reason: string | null; milliseconds: number; bytes: number }

function readInChild(file: string, bytes: Uint8Array, planted = false): Promise<Read> {
  const at = path.join(folder, 'file')
  writeFileSync(at, bytes)
  return new Promise((resolve, reject) => {
    const child = fork(reader, [file, at, ...(planted ? ['planted'] : [])])
    child.once('message', (answer: Read) => resolve(answer))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the reader ended with ${code}`)))
  })
}

const meets = ({ milliseconds, bytes }: Read) => milliseconds <= limits.milliseconds && bytes <= limits.bytes
const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(0)

const rows: (Read & { name: string; wanted: string | null; ok: boolean })[] = []
try {
  for (const { name, file, make, reason } of hostile) {
    const read = await readInChild(file, make())
    rows.push({ name, wanted: reason, ok: read.reason === reason && meets(read), ...read })
  }
  for (const { name, file, make } of harmless) {
    const read = await readInChild(file, make())
    rows.push({ name, wanted: null, ok: read.reason === null, ...read })
  }
  const bomb = hostile.find(({ name }) => name === 'a part that grows a thousandfold')
  const caught = bomb && !meets(await readInChild(bomb.file, bomb.make(), true))
  if (!caught) throw new Error('a reader that unpacks everything met the limits: the measurement sees nothing')
} finally {
  rmSync(folder, { recursive: true })
}
const raw = keepRaw('import', rows)
for (const { name, reason, milliseconds, bytes, ok } of rows) {
  console.log(
    `bench:import ${ok ? 'ok' : 'MISSED'} ${reason ?? 'taken'} in ${milliseconds.toFixed(0)} ms, ${megabytes(bytes)} MB: ${name}`,
  )
}
const refused = rows.filter(({ wanted }) => wanted !== null)
const slowest = Math.max(...refused.map(({ milliseconds }) => milliseconds))
const largest = Math.max(...refused.map(({ bytes }) => bytes))
console.log(
  `bench:import ${refused.length} hostile files refused, the slowest in ${slowest.toFixed(0)} ms (limit ${limits.milliseconds}), most memory ${megabytes(largest)} MB (limit ${megabytes(limits.bytes)}); ${rows.length - refused.length} harmless ones taken; planted unpacking caught; ${machineLoad()}, ${raw}`,
)
process.exit(rows.every(({ ok }) => ok) || process.argv.includes('--report') ? 0 : 1)
