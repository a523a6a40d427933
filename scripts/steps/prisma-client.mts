import fs from 'node:fs'
import path from 'node:path'
import { root, runtime } from '../runtime.mjs'
import { lock } from './lock.mts'
import { runQuietly } from './run-quietly.mts'
import { hashOf, isStamped, stamp } from './stamp.mts'

/**
 * Generates generated/prisma when the schema has changed. Generation needs no schema engine, but the Prisma command line
 * would download one; an environment variable that names any existing program keeps it from that.
 * @returns true when it was generated now.
 */
export async function ensurePrismaClient(): Promise<boolean> {
  const folder = path.join(root, 'generated/prisma')
  const mark = path.join(root, 'generated/.schema')
  const key = () => hashOf(root, ['prisma/schema.prisma', 'prisma/models', 'node_modules/@prisma/client/package.json'])
  const fresh = () => isStamped(mark, key()) && fs.existsSync(path.join(folder, 'client.ts'))
  if (fresh()) return false
  const held = await lock(path.join(root, '.cache/prisma-client.lock'))
  try {
    if (fresh()) return false
    const schema = key()
    const done = await runQuietly(runtime.node, [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: runtime.node,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    })
    if (!done.ok) throw new Error(`prisma generate failed:\n${done.output}`)
    stamp(mark, schema)
    return true
  } finally {
    held.release()
  }
}
