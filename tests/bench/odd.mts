// bench:odd – generated projects of every odd shape, each imported, published, and taken to every screen and file: no crash,
// no NaN or "undefined", no zero that the package does not have, no light that nobody gave.
// --short: 20 projects. --count N: N of them, 1 000 without. --from N: where to begin. --report: prints without failing.
// Defects are planted into the product and looked for in a second, small run; each must be found.
import { createViteServer } from 'vitest/node'
import { withClient } from '../../scripts/database/open.mts'
import { root } from '../../scripts/runtime.mjs'
import { ensurePrismaClient } from '../../scripts/steps/prisma-client.mts'
import { copyTemplate, ensureTemplate, openTestCluster, testSecret } from '../support/test-server.ts'
import type { Tour, Toured } from './odd/model.ts'
import { planting, plants } from './odd/plants.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const given = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const count = given('--count', process.argv.includes('--short') ? 20 : 1_000)
const from = given('--from', 1)

await ensurePrismaClient()
const cluster = await openTestCluster()
const template = await ensureTemplate(cluster)
Object.assign(process.env, { NODE_ENV: 'production', TZ: 'Europe/Helsinki', AUTH_SECRET: testSecret })
const at = (name: string) => `${root}/tests/bench/odd/${name}`

/**
 * Runs the product's own pages without the server around them: who is looking and in which language is told them directly,
 * and every element they draw is looked through on its way.
 */
async function run(asked: { from: number; count: number }, plugins: ReturnType<typeof planting>[]): Promise<Toured> {
  const database = await copyTemplate(template)
  Object.assign(process.env, { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: database.appUrl })
  const vite = await createViteServer({
    root,
    plugins,
    configFile: false,
    appType: 'custom',
    mode: 'production',
    logLevel: 'error',
    cacheDir: `${root}/.cache/bench/vite`,
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { runtime: 'automatic', development: false, importSource: '@/tests/bench/odd/elements' } },
    resolve: {
      alias: [
        { find: /^server-only$/, replacement: `${root}/tests/support/empty.ts` },
        { find: /^next\/headers$/, replacement: at('stand-ins/headers.ts') },
        { find: /^@\/lib\/access\/allowance$/, replacement: at('stand-ins/allowance.ts') },
        { find: /^@\/lib\/access\/session$/, replacement: at('stand-ins/session.ts') },
        { find: /^@\/tests\/bench\/odd\/elements\/jsx-(dev-)?runtime$/, replacement: at('elements.ts') },
        { find: /^@\//, replacement: `${root}/` },
      ],
    },
  })
  try {
    const { tour } = (await vite.ssrLoadModule('/tests/bench/odd/run.ts')) as { tour: Tour }
    return await withClient(database.ownerUrl, (client) =>
      tour({ ...asked, query: async (text, values) => (await client.query(text, [...values])).rows }),
    )
  } finally {
    await vite.close()
    await database.dispose()
  }
}

let toured: Toured
let planted: Toured
const began = performance.now()
let seconds = 0
try {
  toured = await run({ from, count }, [])
  seconds = (performance.now() - began) / 1000
  // Always the same projects: they have what the defects are planted into.
  planted = await run({ from: 1, count: 6 }, [planting()])
} finally {
  await cluster.close('keep')
}
// Several runs may share the work, each with its own part.
const raw = keepRaw(from === 1 ? 'odd' : `odd-${from}`, [toured])
/** Screens together by the first part of their address inside a project. */
const groups = new Map<string, number>()
for (const [name, { shown }] of toured.made) {
  const group = name.startsWith('file ')
    ? name
    : (/^\/projects\/\[project\]\/([^/]+)/.exec(name)?.[1] ?? 'other screens')
  groups.set(group, (groups.get(group) ?? 0) + shown)
}
const list = (entries: Iterable<readonly [string, number]>) =>
  [...entries].map(([name, times]) => `${name} ${times}`).join(', ')
for (const [kind, { times, first, what }] of toured.faults)
  console.log(`bench:odd MISSED ${times} × ${kind}; first ${first}: ${what.slice(0, 600)}`)
console.log(`bench:odd shapes: ${list(Object.entries(toured.shapes))}`)
console.log(`bench:odd shown: ${list(groups)}`)
const { totals, faults, made } = toured
const screens = made.filter(([name, { shown }]) => shown > 0 && !name.startsWith('file '))
const drawn = screens.reduce((sum, [, { shown }]) => sum + shown, 0)
const missed = plants.filter(({ kind }) => !planted.faults.some(([name]) => name.startsWith(`${kind} in`)))
for (const { file, kind } of missed) console.log(`bench:odd MISSED the ${kind} planted into ${file} was not found`)
const ok = faults.length === 0 && missed.length === 0
console.log(
  `bench:odd ${ok ? 'ok' : 'MISSED'} ${count} projects from ${from} in ${seconds.toFixed(0)} s: ${totals.rows} rows in, ${totals.published} published, ${screens.length} kinds of screens drawn ${drawn} times, ${totals.values} values looked at, ${totals.compiledFiles ?? 0} files of ${totals.compiledProjects ?? 0} projects compiled; ${totals.lights} lights, ${totals.withoutLight} units without one, ${totals.unknownAmounts} unknown amounts; ${faults.length} kinds of faults; ${plants.length - missed.length} of ${plants.length} planted defects found; ${machineLoad()}, ${raw}`,
)
process.exit(ok || process.argv.includes('--report') ? 0 : 1)
