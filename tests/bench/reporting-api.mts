// bench:api – 100 000 rows of one table read over HTTP as a program reads them, page by page, as JSON and as CSV, and how much
// memory the server takes for it. --short: 20 000 rows, the limits in proportion. --report: prints MISSED without failing.
// Limits: 60 s for 100 000 rows; the server's memory grows by no more than 400 MiB, whatever the number of rows.
// The same measurement must miss the limit when every page is kept waiting, and notice a page that was left out.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../../scripts/database/open.mts'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { ensureDemoTemplate } from '../support/demo-template.ts'
import { startEtappi } from '../support/running-etappi.ts'
import { ensureTemplate, openTestCluster } from '../support/test-server.ts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { layMeasurements } from './reporting-api/rows.mts'

const short = process.argv.includes('--short')
const wanted = short ? 20_000 : 100_000
const pageSize = 10_000
const limits = { seconds: (60 * wanted) / 100_000, megabytes: 400 }

type Read = { format: string; rows: number; seconds: number; firstByte: number; bytes: number; sum: string }

/** Reads a table to its end, or `most` of its pages; `pause` keeps each page waiting, `skip` leaves one out. */
async function readAll(
  address: string,
  key: string,
  format: 'json' | 'csv',
  { pause = 0, skip = -1, most = Number.POSITIVE_INFINITY } = {},
): Promise<Read> {
  const hash = createHash('sha256')
  let [rows, bytes, firstByte] = [0, 0, 0]
  const began = performance.now()
  let next: string | null = `${address}/api/v1/indicator_values?limit=${pageSize}&format=${format}`
  for (let page = 0; next !== null && page < most; page += 1) {
    const answer: Response = await fetch(next, { headers: { authorization: `Bearer ${key}` } })
    if (!answer.ok) throw new Error(`${next}: ${answer.status} ${await answer.text()}`)
    firstByte ||= performance.now() - began
    const text = await answer.text()
    await wait(pause)
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? null
    if (page === skip) continue
    bytes += text.length
    rows += format === 'json' ? (JSON.parse(text) as { value: unknown[] }).value.length : text.split('\r\n').length - 1
    hash.update(format === 'json' ? text.slice(0, text.lastIndexOf('],"next"')) : text)
  }
  return {
    format,
    rows,
    seconds: (performance.now() - began) / 1000,
    firstByte,
    bytes,
    sum: hash.digest('hex').slice(0, 12),
  }
}

/** What the process holds now, and the most it has held, in MiB. */
function memoryOf(pid: number): { now: number; most: number } {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024
  return { now: read('VmRSS'), most: read('VmHWM') }
}

const isMet = ({ seconds }: Read): boolean => seconds <= limits.seconds

await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
const cluster = await openTestCluster()
process.env.ETAPPI_TEST_SERVER = JSON.stringify(await ensureDemoTemplate(await ensureTemplate(cluster)))
const etappi = await startEtappi()
let good = false
try {
  const { key, rows } = await withClient(etappi.database.ownerUrl, (owner) => layMeasurements(owner, wanted))
  const before = memoryOf(etappi.server.mark.pid)
  const reads = [await readAll(etappi.address, key, 'json'), await readAll(etappi.address, key, 'csv')]
  const after = memoryOf(etappi.server.mark.pid)
  const again = await readAll(etappi.address, key, 'json')
  const pages = Math.ceil(rows / pageSize)
  // One page is enough to tell how long all of them would take.
  const slow = await readAll(etappi.address, key, 'json', { pause: (limits.seconds * 1000) / pages, most: 1 })
  const late = { ...slow, seconds: slow.seconds * pages }
  const torn = await readAll(etappi.address, key, 'json', { skip: 1 })
  const grown = after.most - before.now
  const faults = [
    ...reads.filter((one) => one.rows !== rows).map((one) => `${one.format}: ${one.rows} rows, not ${rows}`),
    ...(again.sum === reads[0]?.sum ? [] : ['the same data gave another answer']),
    ...(isMet(late) ? ['pages that were kept waiting met the limit: the measurement sees nothing'] : []),
    ...(torn.sum === again.sum || torn.rows === rows ? ['a page that was left out was not noticed'] : []),
  ]
  const raw = keepRaw('reporting-api', [...reads, late, { before, after, grown }])
  for (const one of reads)
    console.log(
      `bench:api ${one.rows} rows as ${one.format}: ${one.seconds.toFixed(1)} s (limit ${limits.seconds} s) ${isMet(one) ? 'ok' : 'MISSED'}, first byte after ${one.firstByte.toFixed(0)} ms, ${(one.bytes / 1_000_000).toFixed(1)} MB`,
    )
  console.log(
    `bench:api memory of the server: ${before.now.toFixed(0)} MiB before, at most ${after.most.toFixed(0)} MiB: ${grown.toFixed(0)} MiB more (limit ${limits.megabytes}) ${grown <= limits.megabytes ? 'ok' : 'MISSED'}`,
  )
  console.log(`bench:api planted wait ${late.seconds.toFixed(1)} s and a lost page seen; ${machineLoad()}, ${raw}`)
  for (const fault of faults) console.log(`bench:api FAULT ${fault}`)
  const met = reads.every(isMet) && grown <= limits.megabytes
  good = faults.length === 0 && (met || process.argv.includes('--report'))
} finally {
  await etappi.stop()
  await cluster.close(cluster.startedHere ? 'stop' : 'keep')
}
process.exit(good ? 0 : 1)
