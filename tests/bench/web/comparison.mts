// A tiny Next application of two pages that the product never ships: an empty one, and one that sends a stored text. Both are
// drawn per request, without session, database or layout, so that they are the least a Next page can cost here.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root, runtime } from '../../../scripts/runtime.mjs'
import { runQuietly } from '../../../scripts/steps/run-quietly.mts'
import { get } from './load.mts'

const folder = path.join(root, '.cache/bench-web')
const next = path.join(root, 'node_modules/next/dist/bin/next')
const stored = path.join(folder, 'stored.html')

const files: Record<string, string> = {
  'package.json': '{ "name": "bench-web", "private": true, "type": "module" }\n',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root)} }, poweredByHeader: false }\n`,
  'app/layout.js': `export default function Layout({ children }) {
  return <html lang="fi"><body>{children}</body></html>
}\n`,
  'app/empty/page.js': `import { connection } from 'next/server'
export default async function Page() {
  await connection()
  return <h1>Empty</h1>
}\n`,
  'app/stored/page.js': `import fs from 'node:fs'
import { connection } from 'next/server'
const html = fs.readFileSync(process.env.STORED_FILE ?? '/dev/null', 'utf8')
export default async function Page() {
  await connection()
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}\n`,
}

/** Writes and builds the application; nothing is kept from an earlier run but what is the same. */
export async function buildComparison(): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
  fs.writeFileSync(stored, '')
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NEXT_DIST_DIR: '' }
  const done = await runQuietly(runtime.node, [next, 'build', folder], { env })
  if (!done.ok) throw new Error(`the comparison pages could not be built:\n${done.output}`)
}

export type Comparison = { empty: string; stored: string; stop(): Promise<void> }

export async function startComparison(port: number): Promise<Comparison> {
  const child = spawn(runtime.node, [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_DIST_DIR: '',
      STORED_FILE: stored,
    },
  })
  const address = `http://127.0.0.1:${port}`
  try {
    await answers(child, `${address}/empty`)
  } catch (error) {
    await stopped(child)
    throw error
  }
  return { empty: `${address}/empty`, stored: `${address}/stored`, stop: () => stopped(child) }
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the comparison server ended with exit code ${child.exitCode}`)
    const body = await get({ url }).catch(() => null)
    if (body) return
    await wait(50)
  }
  throw new Error('the comparison server does not answer')
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await end
}

/**
 * Starts the comparison so that its stored page is as long as the dashboard (within one per cent): the same markup, cut or
 * repeated, since a page of the letter x would cost less to escape.
 */
export async function startAsLong(port: number, markup: string, bytes: number): Promise<Comparison> {
  let length = Math.max(1, Math.round(bytes / 2))
  for (let tries = 0; tries < 8; tries++) {
    fs.writeFileSync(stored, markup.repeat(Math.ceil(length / Math.max(1, markup.length))).slice(0, length))
    const server = await startComparison(port)
    const sent = (await get({ url: server.stored })).length
    if (Math.abs(sent - bytes) <= bytes * 0.01) return server
    await server.stop()
    length = Math.max(1, Math.round((length * bytes) / sent))
  }
  throw new Error(`no stored text makes a page of ${bytes} bytes`)
}
