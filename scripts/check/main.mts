// npm run check, after the packages are there. Stops at the first stage that fails and ends with one line of counts.
import fs from 'node:fs'
import path from 'node:path'
import { checkCluster } from '../database/places.mts'
import { openCluster } from '../postgres/cluster.mts'
import { root } from '../runtime.mjs'
import { liveHolder } from '../steps/lock.mts'
import { isBuilt } from '../steps/next-build.mts'
import { ensurePrismaClient } from '../steps/prisma-client.mts'
import { endTools } from './run-tool.mts'
import { type Outcome, stages } from './stages.mts'

const usage = `npm run check                    everything
npm run check -- types unit      only these stages: ${stages.map((stage) => stage.name).join(', ')}`

// the checks have their own database and settings, whatever the terminal or .env says
for (const name of [
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'AUTH_SECRET',
  'AUTH_SECRET_BEFORE',
  'APP_URL',
  'DATA_DIR',
  'PORT',
  'HOST',
  'DEMO',
  'FILES',
]) {
  delete process.env[name]
}

async function check(names: string[]): Promise<number> {
  await ensurePrismaClient()
  const chosen = stages.filter((stage) => names.length === 0 || names.includes(stage.name))
  fs.mkdirSync(path.join(root, '.cache/check/results'), { recursive: true })
  const times: string[] = []
  let passed = 0
  let failed = 0
  const began = performance.now()
  for (const stage of chosen) {
    console.log(`\n── ${stage.name}: ${stage.what}`)
    const start = performance.now()
    const outcome = await stage.run().catch((error: unknown): Outcome => {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const note = outcome.note ? ` (${outcome.note})` : ''
    times.push(
      `${stage.name.padEnd(13)}${seconds.padStart(7)} s  ${outcome.passed} passed, ${outcome.failed} failed${note}`,
    )
    passed += outcome.passed
    failed += outcome.failed
    if (outcome.failed > 0) break
  }
  const total = ((performance.now() - began) / 1000).toFixed(1)
  const last = path.join(root, '.cache/check/last.json')
  if (names.length === 0) fs.writeFileSync(last, JSON.stringify({ seconds: Number(total), passed, failed }))
  console.log(`\n${times.join('\n')}\n${'all'.padEnd(13)}${total.padStart(7)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
}

function refusal(names: string[]): string | null {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) return `Unknown stage: ${unknown.join(', ')}.\n${usage}`
  const builds = names.length === 0 || names.includes('build') || names.includes('browser')
  if (builds && !isBuilt() && liveHolder(path.join(root, 'data/up.lock'))) {
    return 'Etappi is running from this folder and the sources have changed since it was built. Stop it (Ctrl-C) first.'
  }
  return null
}

const names = process.argv.slice(2)
if (names.includes('--help') || names.includes('-h')) {
  console.log(usage)
  process.exit(0)
}
const refused = refusal(names)
if (refused) {
  console.error(refused)
  process.exit(2)
}

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped = true
    endTools()
  })
}
const usesDatabase = names.length === 0 || ['integration', 'browser'].some((name) => names.includes(name))
// held to the end, so that the database stops with the check and not between its stages
const cluster = usesDatabase ? await openCluster(checkCluster()) : null
const code = await check(names).finally(() => cluster?.close(cluster.startedHere ? 'stop' : 'keep'))
process.exit(stopped ? 130 : code)
