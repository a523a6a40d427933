// bench:packages – projects of ten years, one for each of the 23 counties, brought in one after the other, looked at again, and
// taken out: seconds, rows a second, memory. --short: three counties. --report: prints MISSED without failing.
// Limits: a project in within 30 s, known again within 20 s, out within 15 s; the last county takes at most half as long again
// as the first ones (the house does not grow slower as it fills); at most 1.5 GB of memory. A package with one value changed must
// not pass for the one that is there.
import { systemViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { exportPackage, importPackage } from '@/lib/project-packages/commands'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { copyTemplate, ensureTemplate, openTestCluster } from '../support/test-server.ts'
import { decade } from './packages/decade.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const limits = { in: 30, again: 20, out: 15, growth: 1.5, bytes: 1_500_000_000 }
const counties = process.argv.includes('--short') ? 3 : 23

await ensurePrismaClient()
const cluster = await openTestCluster()
const database = await copyTemplate(await ensureTemplate(cluster))
process.env.DATABASE_APP_URL = database.appUrl
process.env.AUTH_SECRET ??= 'only-for-measuring-0123456789abcdef012345'
const operator = systemViewer('operator')

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { seconds: (performance.now() - from) / 1000, value }
}

const outcomeOf = (answer: Awaited<ReturnType<typeof importPackage>>): string =>
  answer.ok ? answer.value.outcome : answer.reason

type Run = { county: number; rows: number; bytes: number; in: number; again: number; out: number }
const runs: Run[] = []
let planted = ''
try {
  for (let county = 1; county <= counties; county += 1) {
    const { text, rows, key } = decade(county)
    const first = await timed(() => importPackage(operator, { text }))
    if (outcomeOf(first.value) !== 'imported') throw new Error(JSON.stringify(first.value).slice(0, 500))
    const again = await timed(() => importPackage(operator, { text }))
    if (outcomeOf(again.value) !== 'identical') throw new Error(`county ${county} is not known again`)
    const out = await timed(() => exportPackage(operator, { project: key }))
    if (!out.value.ok) throw new Error(out.value.reason)
    if (county === 1) {
      planted = outcomeOf(await importPackage(operator, { text: text.replace('"number":"0.25"', '"number":"0.75"') }))
      if (planted !== 'DIFFERS') throw new Error('a changed value passed for the one that is there')
    }
    runs.push({ county, rows, bytes: text.length, in: first.seconds, again: again.seconds, out: out.seconds })
    console.log(
      `bench:packages county ${county}: ${rows} rows in ${first.seconds.toFixed(1)} s, known again in ${again.seconds.toFixed(1)} s, out in ${out.seconds.toFixed(1)} s`,
    )
  }
} finally {
  await disconnect()
  await database.dispose()
  await cluster.close('keep')
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const slowest = (name: 'in' | 'again' | 'out') => Math.max(...runs.map((run) => run[name]))
const growth = median(runs.slice(-3).map((run) => run.in)) / median(runs.slice(0, 3).map((run) => run.in))
const memory = process.resourceUsage().maxRSS * 1024
const rows = runs.reduce((sum, run) => sum + run.rows, 0)
const ok =
  slowest('in') <= limits.in &&
  slowest('again') <= limits.again &&
  slowest('out') <= limits.out &&
  growth <= limits.growth &&
  memory <= limits.bytes
const raw = keepRaw('packages', runs)
console.log(
  `bench:packages ${ok ? 'ok' : 'MISSED'} ${counties} counties, ${rows} rows: in ${median(runs.map((run) => run.in)).toFixed(1)} s, slowest ${slowest('in').toFixed(1)} s (limit ${limits.in}); known again ${slowest('again').toFixed(1)} s (limit ${limits.again}); out ${slowest('out').toFixed(1)} s (limit ${limits.out}); last to first ${growth.toFixed(2)} (limit ${limits.growth}); ${Math.round(rows / runs.reduce((sum, run) => sum + run.in, 0))} rows a second; ${(memory / 1e6).toFixed(0)} MB (limit ${limits.bytes / 1e6}); planted change caught; ${machineLoad()}, ${raw}`,
)
process.exit(ok || process.argv.includes('--report') ? 0 : 1)
