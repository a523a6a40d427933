// bench:order – the tests on PostgreSQL once more, with every list of rows in no order but the one that was asked for, equal rows
// in a new one each time. What fails shows, freezes or compares something in the order that the database happened to give.
// Planted: statements that forget the order they ask for; the tests named below must fail then.
// --short: those tests alone. --report: prints without failing.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../../scripts/runtime.mjs'
import { keepRaw, machineLoad } from './product/raw-data.mts'

const few = [
  'tests/plan/commands.db.test.ts',
  'tests/rounds/publishing.db.test.ts',
  'tests/statistics/refreshing.db.test.ts',
]
const short = process.argv.includes('--short')
const folder = path.join(root, '.cache/bench/order')
fs.rmSync(folder, { recursive: true, force: true })
fs.mkdirSync(folder, { recursive: true })

type Run = { passed: number; failed: string[]; statements: number }
type Report = {
  numPassedTests: number
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

/** The tests of those files, or all of them, with the rows of each statement shuffled. */
async function run(name: string, files: readonly string[], more: Record<string, string> = {}): Promise<Run> {
  const [told, counted] = [path.join(folder, `${name}.json`), path.join(folder, `${name}.txt`)]
  const args = ['scripts/run.mjs', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'db', ...files]
  const child = spawn(process.execPath, [...args, '--reporter=json', `--outputFile.json=${told}`], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ROWS_IN_ANY_ORDER: counted, ...more },
  })
  await new Promise((resolve) => child.once('close', resolve))
  const report = JSON.parse(fs.readFileSync(told, 'utf8')) as Report
  const failed = report.testResults.flatMap(({ name: file, status, assertionResults }) => {
    const tests = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName)
    return tests.length > 0 || status !== 'failed' ? tests : [file]
  })
  const sums = fs.existsSync(counted) ? fs.readFileSync(counted, 'utf8').trim().split('\n').map(Number) : []
  return { passed: report.numPassedTests, failed, statements: sums.reduce((sum, one) => sum + one, 0) }
}

const { passed, failed, statements } = await run('shuffled', short ? few : [])
const planted = await run('forgotten', few, { ROWS_WITHOUT_ORDER: 'true' })
for (const one of failed) console.log(`bench:order FAILED ${one}`)
const enough = statements >= (short ? 500 : 20_000)
const good = failed.length === 0 && passed > 0 && enough && planted.failed.length > 0
const raw = keepRaw('order', [{ passed, failed, statements, planted: planted.failed }])
console.log(
  `bench:order ${good ? 'ok' : 'MISSED'} ${passed} tests passed and ${failed.length} failed with the rows of ${statements} statements (at least ${short ? 500 : 20_000}) in any order; forgotten orders (planted) failed ${planted.failed.length} of ${planted.passed + planted.failed.length}; ${machineLoad()}, ${raw}`,
)
process.exitCode = good || process.argv.includes('--report') ? 0 : 1
