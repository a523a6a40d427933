// bench:autosave – a hundred people typing into their reports, one save per person every two seconds at a fixed rate, each
// acknowledged only after a durable commit. Server, database and the people share the machine. --short: a shorter run.
// --report: prints MISSED without failing; a save that is refused, lost or not durable still fails.
// Limits (quality P3): p95 at most 25 ms, p99 at most 60 ms. The same measurement must miss them when one save in twenty is
// made to wait in the database: that is tried at the end of every run.
import os from 'node:os'
import { withClient } from '../../scripts/database/open.mts'
import { makeTypists, type Typing } from './autosave/typing.mts'
import { withInstallation } from './product/installation.mts'
import { processorTime } from './product/processor-time.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { durability, entryRows, isDurable } from './product/rows.mts'
import { quantile } from './web/load.mts'

const limits = { p95: 25, p99: 60 }
const people = 100
const units = 95 // five units have two writers
const [warmUp, seconds, planted] = process.argv.includes('--short') ? [10, 30, 6] : [20, 120, 10]

type Figures = { p50: number; p95: number; p99: number; worst: number; saves: number; met: boolean }

function figuresOf(typing: Typing): Figures {
  const latencies = typing.saves.map(({ latency }) => latency)
  const at = (share: number) => quantile(latencies, share)
  const [p50, p95, p99] = [at(0.5), at(0.95), at(0.99)]
  const saves = latencies.length
  return { p50, p95, p99, worst: Math.max(...latencies), saves, met: p95 <= limits.p95 && p99 <= limits.p99 }
}

/** One save in twenty waits in the database, as behind a slow disk. */
const slowSaves = `CREATE FUNCTION planted_wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF random() < 0.05 THEN PERFORM pg_sleep(0.1); END IF; RETURN NEW; END $$;
  CREATE TRIGGER planted_wait BEFORE UPDATE ON "StatusReportEntry" FOR EACH ROW EXECUTE FUNCTION planted_wait()`

const good = await withInstallation('autosave', async ({ address, ownerUrl, appUrl, webServer }) => {
  const { makeWorkplace } = await import('./product/workplace.mts')
  const { disconnect } = await import('@/lib/platform/db')
  const { writers, reportIds } = await makeWorkplace(units, people, (writer) => writer % units).finally(disconnect)
  const typists = makeTypists(writers, address)
  await typists.type(warmUp)
  const loadBefore = machineLoad()
  const cpuBefore = process.cpuUsage()
  const serverBefore = processorTime(webServer())
  const typing = await typists.type(seconds)
  const cpu = process.cpuUsage(cpuBefore)
  const serverAfter = processorTime(webServer())
  const perSave =
    serverBefore === null || serverAfter === null ? null : (serverAfter - serverBefore) / typing.saves.length
  return withClient(ownerUrl, async (owner) => {
    const rows = new Map((await entryRows(owner, reportIds)).map((row) => [`${row.reportId} ${row.path}`, row]))
    const wrong = [...typing.lastTexts].filter(
      ([place, sent]) => rows.get(place)?.text !== sent.text || rows.get(place)?.version !== sent.version,
    )
    await owner.query(slowSaves)
    const slowed = figuresOf(await typists.type(planted))
    typists.close()
    const kept = await withClient(appUrl, durability)
    const found = figuresOf(typing)
    const raw = keepRaw('autosave', typing.saves)
    const faults = [
      ...(found.saves < (people / 2) * seconds * 0.95 ? [`only ${found.saves} saves`] : []),
      ...(typing.refused.length > 0 ? [`${typing.refused.length} refused, the first: ${typing.refused[0]}`] : []),
      ...(wrong.length > 0 ? [`${wrong.length} fields do not hold what was acknowledged`] : []),
      ...(isDurable(kept) ? [] : ['commits are not durable']),
      ...(slowed.met ? ['slow saves were planted and not seen'] : []),
    ]
    const missed = found.met ? [] : ['MISSED']
    const ms = (value: number) => `${value.toFixed(1)} ms`
    console.log(
      `bench:autosave ${people} people, ${found.saves} saves in ${seconds} s: p50 ${ms(found.p50)}, p95 ${ms(found.p95)} ` +
        `(limit ${limits.p95} ms), p99 ${ms(found.p99)} (limit ${limits.p99} ms), worst ${ms(found.worst)}; ` +
        `${typing.lastTexts.size} fields looked at; planted p99 ${ms(slowed.p99)}; fsync ${kept.fsync}, ` +
        `synchronous_commit ${kept.synchronous_commit}; ${os.availableParallelism()} cores, ` +
        `${perSave === null ? '' : `${perSave.toFixed(1)} ms of the web server per save, `}clients took ` +
        `${(((cpu.user + cpu.system) / 1e6 / seconds) * 100).toFixed(0)} % of one, ${loadBefore}; ${raw} ` +
        `${[...faults, ...missed].join('; ') || 'ok'}`,
    )
    return faults.length === 0 && (found.met || process.argv.includes('--report'))
  })
})
process.exit(good ? 0 : 1)
