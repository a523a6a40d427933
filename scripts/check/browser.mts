// A Chromium for the browser tests, found or fetched: the system's own, else the one from npm, else Debian's (as root).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../runtime.mjs'
import { lock } from '../steps/lock.mts'

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const isRoot = process.getuid?.() === 0

/** Chromium's sandbox works neither for root nor in many containers; the tests open only our own pages. */
export const browserArguments = ['--no-sandbox']

/** Path of a Chromium that really starts. Throws with a sentence when there is none. */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (starts(given)) return given
    throw new Error(`CHROMIUM_PATH: ${given} does not start.`)
  }
  const held = await lock(path.join(root, '.cache/browser.lock'), 300_000)
  try {
    const found = installed() ?? (await fromNpm()) ?? fromSystemPackages()
    if (found) return found
  } finally {
    held.release()
  }
  throw new Error(
    'No Chromium starts on this machine. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.',
  )
}

function starts(program: string): boolean {
  const page = 'data:text/html,<p>etappi</p>'
  const shown = spawnSync(program, ['--headless', ...browserArguments, '--disable-gpu', '--dump-dom', page], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  return shown.status === 0 && shown.stdout.includes('etappi')
}

function installed(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  const programs = [...usualNames.flatMap((name) => folders.map((folder) => path.join(folder, name))), mac]
  return programs.find((program) => fs.existsSync(program) && starts(program)) ?? null
}

/** The package unpacks into the temporary folder; ours is inside the project, so that nothing is shared between copies. */
async function fromNpm(): Promise<string | null> {
  const place = path.join(root, '.cache/browser')
  fs.mkdirSync(place, { recursive: true })
  const usual = process.env.TMPDIR
  process.env.TMPDIR = place
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const program = await chromium.executablePath()
    return starts(program) ? program : null
  } catch {
    return null
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
}

function fromSystemPackages(): string | null {
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return null
  spawnSync('apt-get', ['update', '-qq'])
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  return installed()
}
