// bench:planted – defects as patches, ten each against reliability, security and accessibility, laid one at a time into a copy of
// the project: the tests named in a patch must then fail. Without a defect the same tests must pass, or their failing would show
// nothing. --short: does not exist, since each needs its own run (some eight minutes). --only text: those whose name holds it.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../../scripts/runtime.mjs'
import { keepRaw, machineLoad } from '../bench/product/raw-data.mts'
import { type Planted, readPlanted } from './patches.ts'

const copy = path.join(root, '.cache/planted')
const only = process.argv[process.argv.indexOf('--only') + 1] ?? ''
const chosen = ({ name }: Planted) => !process.argv.includes('--only') || name.includes(only)

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
  return stdout
}

/** The tracked files as they are now, in a folder of their own; packages and the generated client are shared. */
function makeCopy(): void {
  fs.rmSync(copy, { recursive: true, force: true })
  for (const file of git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean)) {
    if (!fs.existsSync(path.join(root, file))) continue
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    fs.copyFileSync(path.join(root, file), path.join(copy, file))
  }
  for (const shared of ['node_modules', 'generated']) fs.symlinkSync(path.join(root, shared), path.join(copy, shared))
}

function apply({ file }: Planted, back: boolean): void {
  const args = ['apply', ...(back ? ['-R'] : []), '--directory', path.relative(root, copy), file]
  git(...args)
}

/** Whether the tests pass in the copy as it stands. */
function passes({ project, tests }: Planted): Promise<boolean> {
  return new Promise((resolve) => {
    const args = ['scripts/run.mjs', 'node_modules/vitest/vitest.mjs', 'run', '--project', project, ...tests]
    const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore' })
    child.once('close', (code) => resolve(code === 0))
  })
}

const all = readPlanted()
makeCopy()
const sound = new Map<string, boolean>()
const results: { kind: string; name: string; caught: boolean; sound: boolean }[] = []
for (const planted of all.filter(chosen)) {
  const key = [planted.project, ...planted.tests].join(' ')
  if (!sound.has(key)) sound.set(key, await passes(planted))
  apply(planted, false)
  const caught = !(await passes(planted))
  apply(planted, true)
  const one = { kind: planted.kind, name: planted.name, caught, sound: sound.get(key) ?? false }
  results.push(one)
  console.log(
    `bench:planted ${one.kind} ${one.name}: ${!one.sound ? 'the tests fail without it' : caught ? 'caught' : 'NOT CAUGHT'} (${key})`,
  )
}
fs.rmSync(copy, { recursive: true, force: true })
const caught = results.filter((one) => one.caught && one.sound).length
const ok = caught === results.length && results.length > 0
console.log(
  `bench:planted ${caught} of ${results.length} planted defects caught; ${machineLoad()}, ${keepRaw('planted', results)} ${ok ? 'ok' : 'MISSED'}`,
)
process.exit(ok ? 0 : 1)
