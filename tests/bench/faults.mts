// bench:faults – every workflow of several statements is carried out with its n-th one failing, for every n: refused by the
// server, and with the connection lost; a COMMIT also with its answer lost. Afterwards nothing of it is there or all of it, told
// by the rows and sums of every table (quality R7). Publishing, imports, invitations, destruction, …; bringing a backup back at
// 300 of its statements; of migrations every one stands whole, and the next start goes on. Prints N for each. --short: at the
// first, the last, every commit and one between. Needs no build: a database of the tests' server.
import path from 'node:path'
import { root } from '../../scripts/runtime.mjs'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { copyTemplate, ensureTemplate, openTestCluster, testSecret } from '../support/test-server.ts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const short = process.argv.includes('--short')
/** Fewer would mean that workflows have gone missing, or statements out of sight of the driver. */
const floor = { workflows: 27, statements: 2000, faults: short ? 150 : 2150 }

await ensurePrismaClient()
const began = performance.now()
const cluster = await openTestCluster()
const server = await ensureTemplate(cluster)
const [database, empty] = [await copyTemplate(server), await copyTemplate(server)]
process.env.DATABASE_APP_URL = database.appUrl
process.env.AUTH_SECRET = testSecret

const { asViewer } = await import('@/lib/access/viewer')
const { disconnect } = await import('@/lib/platform/db')
const { makeRound } = await import('@/tests/support/builders/round')
const { bringingBack, migrating } = await import('@/tests/platform/fault-sweep/installation')
const { Looker } = await import('@/tests/platform/fault-sweep/look')
const { sweep } = await import('@/tests/platform/fault-sweep/sweep')
const { workflows } = await import('@/tests/platform/fault-sweep/workflows')

const told: Awaited<ReturnType<typeof sweep>>[] = []
// What the product logs of each fault would hide what is told here.
const heard = { stdout: process.stdout.write, stderr: process.stderr.write }
const say = (line: string) => heard.stdout.call(process.stdout, `${line}\n`)
process.stdout.write = () => true
process.stderr.write = () => true
let planted = 0
try {
  const looker = await Looker.at(database.ownerUrl)
  const everything = short ? { most: 1, alternate: true } : {}
  const tell = (swept: (typeof told)[number]) => {
    told.push(swept)
    say(`${swept.name}: N = ${swept.statements}; ${swept.faults} faults, ${swept.findings.length} findings`)
  }
  for (const workflow of workflows) tell(await sweep(workflow, () => looker.look(), everything))
  // A restore has more than a thousand statements, most of them the same for each table: every fourth or so is tried.
  const some = short ? everything : { most: 300, alternate: true }
  const restoring = await bringingBack(database.ownerUrl, empty.ownerUrl)
  tell(await sweep(restoring.workflow, restoring.look, some).finally(restoring.end))
  const dump = path.join(root, 'tests/platform/upgrades/20261122184850_indicator_scope_versions.jsonl.gz')
  const upgrading = await migrating(server.ownerUrl, dump)
  tell(await sweep(upgrading.workflow, upgrading.look, everything).finally(upgrading.end))
  // The control: an act in two transactions must be found to come apart.
  const halves = await sweep(
    {
      name: 'planted',
      least: 4,
      prepare: async () => {
        const { system, projectId: id, organisationId } = await makeRound()
        return async () => {
          await asViewer(system, (tx) => tx.project.update({ where: { id }, data: { name: 'Ensin' } }))
          await asViewer(system, (tx) =>
            tx.organisation.update({ where: { id: organisationId }, data: { name: 'Sitten' } }),
          )
        }
      },
    },
    () => looker.look(),
  )
  planted = halves.findings.length
  await looker.end()
} finally {
  Object.assign(process.stdout, { write: heard.stdout })
  Object.assign(process.stderr, { write: heard.stderr })
  await disconnect()
  await database.dispose()
  await empty.dispose()
  await cluster.close(cluster.startedHere ? 'stop' : 'keep')
}

const sum = (of: (swept: (typeof told)[number]) => number) => told.reduce((so, one) => so + of(one), 0)
const [statements, faults] = [sum((one) => one.statements), sum((one) => one.faults)]
const findings = [
  ...told.flatMap((one) => one.findings.map((finding) => `${one.name}: ${finding}`)),
  ...(told.length < floor.workflows ? [`only ${told.length} workflows`] : []),
  ...(statements < floor.statements ? [`only ${statements} statements`] : []),
  ...(faults < floor.faults ? [`only ${faults} faults`] : []),
  ...(planted === 0 ? ['an act in two transactions was not seen'] : []),
]
for (const finding of findings) console.error(finding)
const raw = keepRaw('faults', told)
console.log(
  `bench:faults ${told.length} workflows of ${statements} statements, ${faults} faults laid in: nothing was there after ` +
    `${sum((one) => one.nothing)}, all after ${sum((one) => one.whole)}, whole steps that went on after ` +
    `${sum((one) => one.resumed)}, half of it after ${told.flatMap((one) => one.findings).length}; planted: ${planted} findings ` +
    `in an act of two transactions; ${((performance.now() - began) / 1000).toFixed(0)} s; ${machineLoad()}; ${raw} ` +
    `${findings.length === 0 ? 'ok' : 'MISSED'}`,
)
process.exit(findings.length === 0 ? 0 : 1)
