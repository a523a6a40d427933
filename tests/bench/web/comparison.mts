// Two pages that the product never ships, in a small application of their own with everything that each page of the product
// has anyway: its proxy (nonce, policies, request id), its headers and its root layout. One page is empty, the other sends a
// stored text; neither has a session, a database or the portal's frame. The same empty page without all that, `bare`, is
// measured too, to be told and not to be judged by.
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

const emptyPage = `import { connection } from 'next/server'
export default async function Page() {
  await connection()
  return <h1>Empty</h1>
}\n`

const storedPage = `import fs from 'node:fs'
import { connection } from 'next/server'
const html = fs.readFileSync(process.env.STORED_FILE ?? '/dev/null', 'utf8')
export default async function Page() {
  await connection()
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}\n`

const bareLayout = `export default function Layout({ children }) {
  return <html lang="fi"><body>{children}</body></html>
}\n`

const alias = { compilerOptions: { jsx: 'preserve', baseUrl: '.', paths: { '@/*': ['../../*'] } } }

function files(): Record<string, string> {
  const own = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')
  return {
    'package.json': '{ "name": "bench-web", "private": true, "type": "module" }\n',
    'jsconfig.json': JSON.stringify(alias),
    'next.config.mjs': `import config from '../../next.config.mjs'
export default { ...config, distDir: '.next', turbopack: { root: ${JSON.stringify(root)} } }\n`,
    'postcss.config.mjs': own('postcss.config.mjs'),
    'proxy.ts': own('proxy.ts').replace("'/((?!_next/static/).*)'", "'/((?!_next/static/|bare).*)'"),
    'app/(product)/layout.js': "export { default, generateMetadata, viewport } from '@/app/layout'\n",
    'app/(product)/empty/page.js': emptyPage,
    'app/(product)/stored/page.js': storedPage,
    'app/(bare)/layout.js': bareLayout,
    'app/(bare)/bare/page.js': emptyPage,
  }
}

/** Writes and builds the application anew. */
export async function buildComparison(): Promise<void> {
  fs.rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files())) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
  fs.writeFileSync(stored, '')
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NEXT_DIST_DIR: '' }
  const done = await runQuietly(runtime.node, [next, 'build', folder], { env })
  if (!done.ok) throw new Error(`the comparison pages could not be built:\n${done.output}`)
}

export type Comparison = { empty: string; stored: string; bare: string; stop(): Promise<void> }

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
  return { empty: `${address}/empty`, stored: `${address}/stored`, bare: `${address}/bare`, stop: () => stopped(child) }
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
