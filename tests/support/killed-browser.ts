// A browser with its own profile that tests kill the hard way, as a power cut or a crash would: the system's own where it has
// one, since what a profile keeps is the browser's and not only the engine's.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { browserArguments } from '../../scripts/check/browser.mts'

export type KillableBrowser = { start(): Promise<BrowserContext>; kill(): Promise<void>; remove(): void }

/** A browser whose profile outlives it. `kill` ends its main process with SIGKILL; nothing of it can say goodbye. */
export function killableBrowser(baseURL: string): KillableBrowser {
  const profile = mkdtempSync(path.join(tmpdir(), 'etappi-profile-'))
  let closed: Promise<void> = Promise.resolve()
  return {
    async start() {
      const context = await chromium.launchPersistentContext(profile, {
        baseURL,
        locale: 'fi-FI',
        timezoneId: 'Europe/Helsinki',
        executablePath: process.env.USUAL_CHROMIUM_PATH,
        args: browserArguments,
      })
      closed = new Promise((resolve) => context.once('close', () => resolve()))
      return context
    },
    async kill() {
      const own = mainProcesses(profile)
      if (own.length === 0) throw new Error('the browser to be killed does not run')
      for (const pid of own) process.kill(pid, 'SIGKILL')
      await closed
    },
    remove: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Processes started with this profile that are no children of the browser itself. */
function mainProcesses(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        return words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='))
      } catch {
        return false
      }
    })
    .map(Number)
}
