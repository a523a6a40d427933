// bench:crash – twenty people save their texts while the web server and PostgreSQL are killed (kill -9) in turn and started
// again by `npm run up`. Afterwards the people's journals are held against the rows: no acknowledged save may be lost, halved
// or doubled. --short: a minute of it. Limits (quality R1): no fault, at least 80 % of the kills hit a write in flight.
// Every run alters the rows in five ways which the checker must find. --plant: commits are acknowledged before they are
// written down; the kills of PostgreSQL then lose some, and the run is good only when that is found.
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '../../scripts/database/open.mts'
import { appName } from '../../scripts/postgres/cluster.mts'
import { checkRows, doctoredRows, halves } from './crash/checker.mts'
import { killInTurn } from './crash/kills.mts'
import { Writers } from './crash/writers.mts'
import { withInstallation } from './product/installation.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { durability, entryRows, isDurable } from './product/rows.mts'
import { quantile } from './web/load.mts'

const people = 20
const hitShare = 0.8
const planted = process.argv.includes('--plant')
const [seconds, killFloor, saveFloor] = process.argv.includes('--short') ? [60, 6, 500] : [300, 40, 4000]

/** Looks at the rows again and again while they are written; a look that fails meets a dead database. */
function lookAt(ownerUrl: string, reportIds: readonly string[]) {
  const found = { looks: 0, faults: [] as string[] }
  let stopped = false
  const looking = (async () => {
    while (!stopped) {
      await wait(200)
      const rows = await withClient(ownerUrl, (owner) => entryRows(owner, reportIds)).catch(() => null)
      if (!rows) continue
      found.looks += 1
      found.faults.push(...halves(rows))
    }
  })()
  return async () => {
    stopped = true
    await looking
    return found
  }
}

const good = await withInstallation('crash', async (installation) => {
  const { address, ownerUrl, appUrl } = installation
  const { makeWorkplace } = await import('./product/workplace.mts')
  const { disconnect } = await import('@/lib/platform/db')
  if (planted) {
    await withClient(ownerUrl, (owner) => owner.query(`alter role ${appName} set synchronous_commit = off`))
  }
  const { writers: staff, reportIds } = await makeWorkplace(people, people, (writer) => writer).finally(disconnect)
  const writers = new Writers(address, staff)
  const lookedEnough = lookAt(ownerUrl, reportIds)
  const kills = await killInTurn(installation, writers, seconds).finally(() => writers.stop())
  const looked = await lookedEnough()
  const rows = await withClient(ownerUrl, (owner) => entryRows(owner, reportIds))
  const kept = await withClient(appUrl, durability)

  const { journal, acknowledged } = writers
  const verdict = checkRows(reportIds, acknowledged, rows)
  const found = [...journal.faults, ...looked.faults, ...verdict.faults]
  const altered = planted ? [] : doctoredRows(rows) // rows that are wrong already show nothing more
  const unseen = altered.filter(
    ([, finding, changed]) => !checkRows(reportIds, acknowledged, changed).faults.some((fault) => finding.test(fault)),
  )
  const saves = acknowledged.reduce((sum, one) => sum + one, 0)
  const repeated = journal.lines.filter((line) => line.is === 'unanswered').length
  const hits = kills.filter((kill) => kill.hit).length / kills.length
  const faults = [
    ...(planted ? (found.length > 0 ? [] : ['lost saves were planted and not seen']) : found),
    ...unseen.map(([name]) => `${name} was planted and not seen`),
    ...(kills.length < killFloor ? [`only ${kills.length} kills`] : []),
    ...(saves < saveFloor ? [`only ${saves} saves`] : []),
    ...(looked.looks < seconds ? [`only ${looked.looks} looks`] : []),
    ...(hits < hitShare ? ['too few kills hit a write in flight'] : []),
    ...(planted || isDurable(kept) ? [] : ['commits are not durable']),
  ]
  const raw = keepRaw('crash', [{ kills }, ...journal.lines])
  const count = (of: string) => kills.filter((kill) => kill.of === of).length
  console.log(
    `bench:crash ${people} writers, ${seconds} s: ${kills.length} kills (${count('app')} of the app, ` +
      `${count('PostgreSQL')} of PostgreSQL; at least ${killFloor}), ${(hits * 100).toFixed(0)} % hit a write in flight ` +
      `(limit ${hitShare * 100} %), saving again after ${quantile(
        kills.map((one) => one.seconds),
        0.5,
      ).toFixed(1)} s; ` +
      `${saves} saves acknowledged (at least ${saveFloor}), ${repeated} sent again, ${verdict.looked} rows and ` +
      `${looked.looks} looks: ${found.length} lost, halved or doubled; ${altered.length} planted; ` +
      `fsync ${kept.fsync}, synchronous_commit ${kept.synchronous_commit}; ${machineLoad()}; ${raw} ` +
      `${planted ? `late commits were planted, the first found: ${found[0] ?? 'nothing'} ` : ''}${faults.length === 0 ? 'ok' : faults.slice(0, 5).join('; ')}`,
  )
  return faults.length === 0
})
process.exit(good ? 0 : 1)
