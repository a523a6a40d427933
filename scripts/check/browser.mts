// A Chromium for the browser tests, found or fetched: the one from npm, the system's own, or Debian's (as root).
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { root } from '../runtime.mjs'
import { lock } from '../steps/lock.mts'

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const isRoot = process.getuid?.() === 0

/** Chromium's sandbox works neither for root nor in many containers; the tests open only our own pages. */
export const browserArguments = ['--no-sandbox']

/**
 * Path of a Chromium that really starts: the system's own first, or with `lean` the one from npm, which is the same engine
 * without the window around it and shows our pages for a third of the processor time. Throws with a sentence when there is none.
 */
export async function findBrowser(wanted: 'usual' | 'lean' = 'usual'): Promise<string> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await starts(given)) return given
    throw new Error(`CHROMIUM_PATH: ${given} does not start.`)
  }
  const held = await lock(path.join(root, '.cache/browser.lock'), 300_000)
  try {
    const known =
      wanted === 'lean' ? ((await fromNpm()) ?? (await installed())) : ((await installed()) ?? (await fromNpm()))
    const found = known ?? (await fromSystemPackages())
    if (found) return found
  } finally {
    held.release()
  }
  throw new Error(
    'No Chromium starts on this machine. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.',
  )
}

/** Started as the tests start it: the one from npm shows pages, but never ends when a command line asks it for one. */
async function starts(program: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath: program, args: browserArguments, timeout: 60_000 })
    try {
      const page = await browser.newPage()
      await page.goto('data:text/html,<p>etappi</p>')
      return (await page.textContent('p')) === 'etappi'
    } finally {
      await browser.close()
    }
  } catch {
    return false
  }
}

async function installed(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  const programs = [...usualNames.flatMap((name) => folders.map((folder) => path.join(folder, name))), mac]
  for (const program of programs) if (fs.existsSync(program) && (await starts(program))) return program
  return null
}

/** The package unpacks into the temporary folder; ours is inside the project, so that nothing is shared between copies. */
async function fromNpm(): Promise<string | null> {
  const place = path.join(root, '.cache/browser')
  fs.mkdirSync(place, { recursive: true })
  const usual = process.env.TMPDIR
  process.env.TMPDIR = place
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const program = await packaged.executablePath()
    return (await starts(program)) ? program : null
  } catch {
    return null
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
}

async function fromSystemPackages(): Promise<string | null> {
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return null
  spawnSync('apt-get', ['update', '-qq'])
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  return installed()
}
