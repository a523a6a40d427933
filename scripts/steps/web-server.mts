// The web server (next start) as a child process: started, waited for until it shows a real page, stopped.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { root, runtime } from '../runtime.mjs'
import { hidingKey } from './action-keys.mts'
import { markOf, type ProcessMark } from './process.mts'

export type WebServer = { mark: ProcessMark; ended: Promise<string>; stop(): Promise<void> }

export type WebServerChoice = {
  port: number
  host?: string
  env: Record<string, string>
  /** The installation that is served; this one where nothing is said */
  folder?: string
  /** An open file for what the server says on standard error; without it that is said where ours is */
  log?: number
}

/** What libraries still use of older versions is not for the operator. */
const quiet = '--disable-warning=DeprecationWarning'

export function startWebServer({ port, host, env, folder = root, log }: WebServerChoice): WebServer {
  const next = path.join(folder, 'node_modules/next/dist/bin/next')
  // An installation of before may not have all of them.
  const before = ['sender.mjs', 'bare-answers.mjs']
    .map((file) => path.join(folder, 'scripts/steps', file))
    .flatMap((file) => (fs.existsSync(file) ? ['--import', pathToFileURL(file).href] : []))
  const child = spawn(
    runtime.node,
    [quiet, ...before, next, 'start', '-p', String(port), ...(host ? ['-H', host] : [])],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', log ?? 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ...compiledIn(path.join(folder, process.env.NEXT_DIST_DIR || '.next', 'compiled')),
        NEXT_TELEMETRY_DISABLED: '1',
        ETAPPI_TELL_SENDERS: '1',
        ...(env.AUTH_SECRET ? { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: hidingKey(env.AUTH_SECRET) } : {}),
        ...env,
      },
    },
  )
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  return { mark: markOf(child.pid ?? 0), ended, stop: () => stop(child, ended) }
}

/**
 * What Node compiled of the server is kept beside the build, and the next start begins with it. Where nothing may be written, as in
 * an image that runs read-only, it is not asked for: Node would try and, on some systems, never give up.
 */
function compiledIn(kept: string): { NODE_COMPILE_CACHE?: string } {
  if (process.env.NODE_COMPILE_CACHE !== undefined) return {}
  try {
    fs.mkdirSync(kept, { recursive: true })
    fs.accessSync(kept, fs.constants.W_OK)
    return { NODE_COMPILE_CACHE: kept }
  } catch {
    return {}
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM')
  const patience = new AbortController()
  await Promise.race([ended, wait(10_000, undefined, { signal: patience.signal }).catch(() => {})])
  patience.abort()
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await ended
}

/** Waits until the health answer is good and the first page opens. Throws when the server ends or a minute passes. */
export async function waitForPage(server: WebServer, address: string): Promise<void> {
  const over = { reason: '' }
  void server.ended.then((reason) => {
    over.reason = reason
  })
  const limit = Date.now() + 60_000
  let last = 'no answer'
  for (const page of ['/api/health', '/']) {
    for (;;) {
      if (over.reason) throw new Error(`The web server ended (${over.reason}).`)
      if (Date.now() > limit) throw new Error(`The web server does not show ${page}: ${last}.`)
      try {
        const answer = await fetch(address + page, { signal: AbortSignal.timeout(10_000) })
        const text = await answer.text()
        if (answer.ok) break
        last = `${answer.status} ${text.slice(0, 300)}`
      } catch (error) {
        last = (error as Error).message
      }
      await wait(25)
    }
  }
}
