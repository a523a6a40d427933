// bench:national – what the national reader sees of 23 counties with three projects each, over ten years: more than five million
// values in the tables and a publication of every project and quarter. The same database of the first year is a tenth of it.
// --short: fewer units and repeats (about 350 000 values). --report: prints MISSED without failing. --keep: the database
// stays for the next run.
// Limits (quality P4): the national view within 500 ms (p95) cold; ten times the data take at most 1.5 times as long, cold and
// warm; at most 12 statements on each page, also on those of a county with ten years behind it.
// Cold: PostgreSQL and the web server started anew, nothing of the database's files in memory (national/cold.mts).
// Every run also locks the publications for a while, which must miss both limits.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../../scripts/database/open.mts'
import { type Cluster, removeCluster } from '../../scripts/postgres/cluster.mts'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { root, runtime } from '../../scripts/runtime.mjs'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { testSecret } from '../support/test-server.ts'
import { chill, startOn } from './national/cold.mts'
import { appUrl, choice, databases, type Laid, type Name, openGround, ownerUrl } from './national/ground.mts'
import { ask, boardsIn, nationalView, pages } from './national/pages.mts'
import { layReaders } from './national/people.mts'
import { endOfLog, keepPlans, writePlans } from './national/plans.mts'
import { counties, few, projects, whole } from './national/size.mts'
import { processorTime } from './product/processor-time.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { quiet } from './queries/pages.mts'
import { isQuery, openWire } from './queries/wire.mts'
import { median, quantile } from './web/load.mts'

const limits = { cold: 500, growth: 1.5, statements: 12 }
const short = process.argv.includes('--short')
const repeats = short ? { cold: 3, warm: 20, alone: 2 } : { cold: 12, warm: 80, alone: 5 }
const size = short ? few : whole
const manyRows = 10_000
const floor = short ? 350_000 : 5_000_000
const national = { path: nationalView, reader: 'national' } as const

process.env.AUTH_SECRET = testSecret
process.env.APP_URL = 'http://127.0.0.1'
const port = Number(process.env.PORT) || (await anyFreePort())

type Times = Record<Name, number[]>
/** What the web server itself worked for its first answer: the same on a machine that others keep busy. */
const worked: number[] = []
const faults: string[] = []

/** The view must hold every project's line, or it is not the view that is measured. */
async function look(address: string): Promise<number> {
  const { ms, text } = await ask(address, national)
  if (boardsIn(text) !== projects)
    throw new Error(`the national view tells of ${boardsIn(text)} projects, not of ${projects}`)
  return ms
}

/** In turns, so that a slow moment of the machine meets both. */
async function cold(start: Cluster): Promise<{ times: Times; cluster: Cluster; forgotten: number }> {
  const times: Times = { year: [], decade: [] }
  let cluster = start
  let forgotten = 0
  for (let time = 0; time < repeats.cold; time += 1) {
    for (const name of time % 2 ? databases : databases.toReversed()) {
      const chilled = await chill(cluster)
      cluster = chilled.cluster
      forgotten = chilled.forgotten
      const { address, server } = await startOn(appUrl(cluster, name), port)
      const before = processorTime(server.mark.pid)
      try {
        times[name].push(await look(address))
        const after = processorTime(server.mark.pid)
        if (before !== null && after !== null) worked.push(after - before)
      } finally {
        await server.stop()
      }
    }
  }
  return { times, cluster, forgotten }
}

async function warm(cluster: Cluster): Promise<Times> {
  const times: Times = { year: [], decade: [] }
  const running = {
    year: await startOn(appUrl(cluster, 'year'), port),
    decade: await startOn(appUrl(cluster, 'decade'), await anyFreePort()),
  }
  try {
    for (let time = -5; time < repeats.warm; time += 1) {
      for (const name of time % 2 ? databases : databases.toReversed()) {
        const ms = await look(running[name].address)
        if (time >= 0) times[name].push(ms)
      }
    }
    return times
  } finally {
    await Promise.all(databases.map((name) => running[name].server.stop()))
  }
}

/** The same measurement while somebody keeps the publications locked for longer than the limit allows. */
async function planted(cluster: Cluster, name: Name, held: number): Promise<number> {
  const { address, server } = await startOn(appUrl(cluster, name), port)
  try {
    return await withClient(ownerUrl(cluster, name), async (owner) => {
      await owner.query('BEGIN; LOCK TABLE "Snapshot" IN ACCESS EXCLUSIVE MODE')
      const looking = look(address)
      await wait(held)
      await owner.query('ROLLBACK')
      return looking
    })
  } finally {
    await server.stop()
  }
}

type Alone = { rows: number; first: number; again: number[]; whole: number; figures: number; bytes: number }

/** Without the web, each time in a process of its own. */
function alone(cluster: Cluster, name: Name): Alone[] {
  const script = path.join(root, 'tests/bench/national/alone.mts')
  const env = { ...process.env, DATABASE_APP_URL: appUrl(cluster, name), DATABASE_URL: '' }
  return Array.from({ length: repeats.alone }, () => {
    const done = spawnSync(runtime.node, [...runtime.flags, script], { encoding: 'utf8', env })
    if (done.status !== 0) throw new Error(done.stderr)
    return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as Alone
  })
}

type Seen = { name: string; statements: number; first: number; again: number; kilobytes: number }

/** Every page in the database of ten years: statements counted on the wire, the first time and again. */
async function everyPage(cluster: Cluster): Promise<{ seen: Seen[]; plans: { file: string; whole: string[] } }> {
  const wire = await openWire(appUrl(cluster, 'decade'))
  const { address, server } = await startOn(wire.url, port)
  const seen: Seen[] = []
  try {
    for (const page of pages) {
      // That a key was used is noted in the log once a day: that note is kept out, like that of sessions.
      if (page.reader === 'program') await ask(address, page)
      const asked: { ms: number; statements: number; length: number }[] = []
      for (let time = 0; time < 4; time += 1) {
        await quiet(wire)
        wire.take()
        const { ms, text } = await ask(address, page)
        await quiet(wire)
        asked.push({ ms, statements: wire.take().filter(isQuery).length, length: text.length })
      }
      const [first, ...again] = asked
      seen.push({
        name: page.name,
        statements: Math.max(...asked.map(({ statements }) => statements)),
        first: first?.ms ?? Number.NaN,
        again: median(again.map(({ ms }) => ms)),
        kilobytes: (first?.length ?? 0) / 1024,
      })
    }
  } finally {
    await server.stop()
    await wire.close()
  }
  return { seen, plans: await plansOf(cluster) }
}

/** Once more each, with the plans written down. */
async function plansOf(cluster: Cluster): Promise<{ file: string; whole: string[] }> {
  await writePlans(cluster, 'decade', true)
  const since = endOfLog(cluster)
  const { address, server } = await startOn(appUrl(cluster, 'decade'), port)
  try {
    for (const page of pages) await ask(address, page)
  } finally {
    await server.stop()
    await writePlans(cluster, 'decade', false)
  }
  return keepPlans(cluster, since, manyRows)
}

const told = (times: readonly number[]): string =>
  `p50 ${median(times).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms (${times.length} times)`
const growthOf = ({ year, decade }: Times): number => median(decade) / median(year)
const verdict = (isMet: boolean): string => (isMet ? 'ok' : 'MISSED')

function tellOfRows({ values, seconds, publishing, lengths, figures }: Laid): void {
  const megabytes = (lengths.reduce((sum, length) => sum + length, 0) * projects) / 1_000_000
  console.log(
    `bench:national ${counties} counties, ${projects} projects, ${size.quarters} quarters: ${values.decade} values in the tables ` +
      `(entries of reports, measurements, their cells, assessments of risks, actuals and forecasts; first year ${values.year}), ` +
      `${projects * size.quarters} publications with ${megabytes.toFixed(0)} MB of text, the newest ${((lengths.at(-1) ?? 0) / 1_000_000).toFixed(1)} MB each; ` +
      `laid in ${seconds.toFixed(0)} s, publishing the newest took ${(publishing.at(-1) ?? 0).toFixed(1)} s, working out the figures of ${projects} ${figures.toFixed(1)} s`,
  )
  if (values.decade < floor) faults.push(`only ${values.decade} values`)
  if (Math.abs(values.decade / values.year - 10) > 0.01) faults.push('ten years are not ten times a year')
}

function tellOfView(name: 'cold' | 'warm', times: Times): boolean {
  const growth = growthOf(times)
  const p95 = quantile(times.decade, 0.95)
  const isMet = growth <= limits.growth && p95 <= limits.cold
  console.log(
    `bench:national view ${name}: ten years ${told(times.decade)} (limit ${limits.cold} ms), first year ${told(times.year)}, ` +
      `ten times the data ${growth.toFixed(2)} times as long (limit ${limits.growth}) ${verdict(isMet)}`,
  )
  return isMet
}

function tellOfShape(one: Record<Name, Alone[]>): void {
  const all = (name: Name, value: (alone: Alone) => number) => one[name].map(value)
  for (const name of databases) {
    if (all(name, ({ rows }) => rows).some((rows) => rows !== projects)) faults.push(`${name}: lines are missing`)
    console.log(
      `bench:national alone, ${name}: read the first time ${told(all(name, ({ first }) => first))}, again ${told(one[name].flatMap(({ again }) => again))}; ` +
        `one whole publication of ${((one[name][0]?.bytes ?? 0) / 1_000_000).toFixed(1)} MB read and its figures worked out ${median(all(name, ({ whole }) => whole)).toFixed(0)} ms, ` +
        `the figures alone ${median(all(name, ({ figures }) => figures)).toFixed(2)} ms`,
    )
  }
}

function tellOfPages(seen: readonly Seen[]): boolean {
  for (const { name, statements, first, again, kilobytes } of seen)
    console.log(
      `${String(statements).padStart(4)} statements, first ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms, ${kilobytes.toFixed(0)} KiB  ${name}`,
    )
  if (seen.length !== pages.length || seen.every(({ statements }) => statements === 0))
    faults.push('nothing was counted')
  return seen.every(({ statements }) => statements <= limits.statements)
}

await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
const ground = await openGround(size, (sentence) => console.log(`bench:national ${sentence}, ${machineLoad()}`))
let cluster = ground.cluster
// For the cookies alone; readings go through servers and processes of their own.
process.env.DATABASE_APP_URL = appUrl(cluster, 'decade')
let good = false
try {
  for (const name of databases) await withClient(ownerUrl(cluster, name), layReaders)
  tellOfRows(ground.laid)
  const chilled = await cold(cluster)
  cluster = chilled.cluster
  const hot = await warm(cluster)
  const shapes = { year: alone(cluster, 'year'), decade: alone(cluster, 'decade') }
  const { seen, plans } = await everyPage(cluster)
  // Longer than both limits allow, however slow the machine is just now.
  const held = Math.max(limits.cold * 1.5, median(chilled.times.year) * 2)
  const slow = { year: chilled.times.year, decade: [await planted(cluster, 'decade', held)] }
  if (quantile(slow.decade, 0.95) <= limits.cold || growthOf(slow) <= limits.growth)
    faults.push('publications that were kept locked met the limits: the measurement sees nothing')
  const met = [tellOfView('cold', chilled.times), tellOfView('warm', hot), tellOfPages(seen)]
  tellOfShape(shapes)
  const raw = keepRaw('national', [ground.laid, { cold: chilled.times, worked, warm: hot, slow }, shapes, ...seen])
  for (const fault of faults) console.error(`bench:national FAULT ${fault}`)
  const most = Math.max(...seen.map(({ statements }) => statements))
  const isMet = met.every(Boolean)
  console.log(
    `bench:national at most ${most} statements on a page (limit ${limits.statements}); of tables with more than ${manyRows} rows read whole: ` +
      `${plans.whole.join(', ') || 'none'} (plans in ${plans.file}); ${chilled.forgotten.toFixed(0)} MB of files forgotten before each cold look; ` +
      `the server worked ${median(worked).toFixed(0)} ms (median) for each cold look; a lock of ${held.toFixed(0)} ms was planted; ${faults.length} faults; ${machineLoad()}, ${raw} ${verdict(isMet && faults.length === 0)}`,
  )
  good = faults.length === 0 && (isMet || process.argv.includes('--report'))
} finally {
  await cluster.close('stop')
  if (!process.argv.includes('--keep')) removeCluster(choice.folder)
}
process.exit(good ? 0 : 1)
