// npm run build: makes what the server serves, and starts nothing. `npm run up` does it by itself; this is for a release that is
// put together on another machine or beside the one that is running. --earlier names the folder of that one: its scripts and
// styles stay answerable for the pages that are open.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './runtime.mjs'
import { ensureBuild } from './steps/next-build.mts'
import { ensurePrismaClient } from './steps/prisma-client.mts'

const { earlier } = parseArgs({ options: { earlier: { type: 'string' } } }).values
const from = earlier ? path.join(path.resolve(process.env.INIT_CWD ?? root, earlier), '.next') : null
await ensurePrismaClient()
const built = await ensureBuild(undefined, (sentence) => console.log(sentence), from)
console.log(built ? 'Built.' : 'Nothing has changed since the last build.')
