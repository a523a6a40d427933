// A process of its own for one file: reads it and says how long that took and how much memory it needed beside the file.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { readWritten } from '@/lib/final-report/import/reading/model'

const [file = '', path = '', planted] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(path))
// What every reading needs once (catalogues, patterns) is no part of this one.
readWritten('a.json', new TextEncoder().encode('{}'))
// The peak of this very process: what the system tells of its resources begins with the peak of the one that started it.
const most = () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
const before = most()
const began = performance.now()
const answer = readWritten(file, bytes)
// A reader that unpacks whatever it is given.
if (planted) new Uint8Array(300_000_000).fill(1)
const milliseconds = performance.now() - began
process.send?.({ reason: answer.ok ? null : answer.reason, milliseconds, bytes: most() - before }, () =>
  process.exit(0),
)
