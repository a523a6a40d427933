// bench:web – the signed-in dashboard with real data against an empty dynamic Next page and one that sends equally many
// stored bytes: interleaved in one run, production builds, 10 connections. --short: fewer and shorter rounds.
// --report: prints MISSED without failing; a page that changes or answers wrongly still fails.
// Limits (quality P1): at least 80 % of the stored page's requests/s, 40 % of the empty one's, p99 at most 250 ms.
import fs from 'node:fs'
import path from 'node:path'
import { anyFreePort } from '../../scripts/postgres/ports.mts'
import { root } from '../../scripts/runtime.mjs'
import { ensureBuild } from '../../scripts/steps/next-build.mts'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { ensureDemoTemplate } from '../support/demo-template.ts'
import { startEtappi } from '../support/running-etappi.ts'
import { ensureTemplate, openTestCluster } from '../support/test-server.ts'
import { buildComparison, startAsLong } from './web/comparison.mts'
import { check, signIn } from './web/dashboard.mts'
import { type Load, load, median, type Page, quantile } from './web/load.mts'

const limits = { stored: 0.8, empty: 0.4, p99: 250 }
const short = process.argv.includes('--short')
const [rounds, seconds, warmUp] = short ? [4, 1.5, 2] : [10, 3, 4]
const connections = 10

type Name = 'dashboard' | 'stored' | 'empty'

/** One round measures each page once, in an order that turns, so that a slow moment of the machine meets them all alike. */
async function measure(pages: Record<Name, Page>): Promise<Record<Name, Load>[]> {
  const names: Name[] = ['dashboard', 'stored', 'empty']
  for (const name of names) await load(pages[name], connections, warmUp)
  const all: Record<Name, Load>[] = []
  for (let round = 0; round < rounds; round++) {
    const turned = names.map((_, index) => names[(index + round) % names.length] ?? 'empty')
    const measured = new Map<Name, Load>()
    for (const name of turned) measured.set(name, await load(pages[name], connections, seconds))
    const of = (name: Name) => measured.get(name) ?? fail(`${name} was not measured`)
    all.push({ dashboard: of('dashboard'), stored: of('stored'), empty: of('empty') })
  }
  return all
}

function fail(reason: string): never {
  throw new Error(reason)
}

await ensurePrismaClient()
await ensureBuild(undefined, (sentence) => console.log(sentence))
await buildComparison()
const cluster = await openTestCluster()
process.env.ETAPPI_TEST_SERVER = JSON.stringify(await ensureDemoTemplate(await ensureTemplate(cluster)))
const etappi = await startEtappi()
let good = false
try {
  const dashboard = { url: `${etappi.address}/projects/kkk2/steering/2025-Q3`, cookie: await signIn(etappi.address) }
  const before = await check(dashboard)
  const comparison = await startAsLong(await anyFreePort(), before.markup, before.bytes)
  try {
    const results = await measure({ dashboard, stored: { url: comparison.stored }, empty: { url: comparison.empty } })
    const after = await check(dashboard)
    if (after.sha256 !== before.sha256) fail('the dashboard changed during the run')
    good = report(results, before.bytes)
  } finally {
    await comparison.stop()
  }
} finally {
  await etappi.stop()
  await cluster.close(cluster.startedHere ? 'stop' : 'keep')
}
process.exit(good || process.argv.includes('--report') ? 0 : 1)

function report(results: Record<Name, Load>[], bytes: number): boolean {
  const perSecond = (name: Name) => median(results.map((round) => round[name].perSecond))
  const share = (name: Name) => median(results.map((round) => round.dashboard.perSecond / round[name].perSecond))
  const latencies = results.flatMap((round) => round.dashboard.latencies)
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)]
  const [ofStored, ofEmpty] = [share('stored'), share('empty')]
  const raw = path.join(root, '.cache/bench')
  fs.mkdirSync(raw, { recursive: true })
  fs.writeFileSync(path.join(raw, 'web.json'), `${JSON.stringify({ bytes, limits, results })}\n`)
  const met = ofStored >= limits.stored && ofEmpty >= limits.empty && p99 <= limits.p99
  const percent = (value: number) => `${(value * 100).toFixed(0)} %`
  console.log(
    `bench:web dashboard ${perSecond('dashboard').toFixed(0)}/s (${(bytes / 1024).toFixed(0)} KiB), ` +
      `stored ${perSecond('stored').toFixed(0)}/s, empty ${perSecond('empty').toFixed(0)}/s: ` +
      `${percent(ofStored)} of stored (limit ${percent(limits.stored)}), ${percent(ofEmpty)} of empty (limit ${percent(limits.empty)}), ` +
      `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms (limit ${limits.p99} ms), ${latencies.length} requests ${met ? 'ok' : 'MISSED'}`,
  )
  return met
}
