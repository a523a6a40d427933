import fs from 'node:fs'
import path from 'node:path'
import { root, runtime } from '../runtime.mjs'
import { namingKey } from './action-keys.mts'
import { lock } from './lock.mts'
import { runQuietly } from './run-quietly.mts'
import { hashOf, isStamped, stamp } from './stamp.mts'
import { keepStaticFiles } from './static-files.mts'

const next = path.join(root, 'node_modules/next/dist/bin/next')

/** Everything that can change what `next build` makes. */
const sources = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma', 'prisma/models', 'prisma/seed/demo-accounts.ts'],
  ...['proxy.ts', 'instrumentation.ts', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
]

const folder = () => path.join(root, process.env.NEXT_DIST_DIR ?? '.next')
const mark = () => path.join(folder(), '.etappi-built')

/** True when the finished build is of these very sources. */
export function isBuilt(key = hashOf(root, sources)): boolean {
  return isStamped(mark(), key) && fs.existsSync(path.join(folder(), 'BUILD_ID'))
}

/**
 * Builds when something changed since the last finished build. Returns true when it built. The same sources make a build of the
 * same name wherever they are built, so that servers beside each other are taken for one by the pages that are open.
 * @param earlier build folder of the installation that this one takes the place of
 */
export async function ensureBuild(
  stop?: AbortSignal,
  say: (sentence: string) => void = () => {},
  earlier: string | null = null,
): Promise<boolean> {
  if (isBuilt()) return false
  const held = await lock(path.join(root, '.cache', `build-${path.basename(folder())}.lock`), 600_000, stop)
  try {
    const key = hashOf(root, sources)
    if (isBuilt(key)) return false
    say('Building (about half a minute when something has changed)…')
    fs.rmSync(mark(), { force: true })
    const env = {
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: namingKey,
      ETAPPI_BUILD: key.slice(0, 20),
    }
    const done = await runQuietly(runtime.node, [next, 'build'], { env, ...(stop ? { stop } : {}) })
    if (!done.ok) throw new Error(`next build failed:\n${done.output}`)
    keepStaticFiles(folder(), earlier)
    stamp(mark(), key)
    return true
  } finally {
    held.release()
  }
}
