// npm run up, after the packages are there. Everything opened here is closed again in the opposite order, whatever happens.
import { parseArgs } from 'node:util'
import { readDotEnv } from '../steps/dot-env.mts'
import { runUp, Stopped } from './run.mts'

const usage = `npm run up               start Etappi (installs, builds and loads demo data as needed)
npm run up -- --empty    start without demo data; prints a link that makes the first administrator

Settings are environment variables or lines of .env; .env.example lists them.`

function read(): { empty: boolean; help: boolean } | null {
  try {
    const options = {
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    } as const
    return parseArgs({ options }).values
  } catch (error) {
    console.error((error as Error).message)
    return null
  }
}

const asked = read()
if (!asked || asked.help) {
  console.log(usage)
  process.exit(asked ? 0 : 2)
}

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())

try {
  readDotEnv()
  await runUp({ empty: asked.empty, stop: stopping.signal, began: Number(process.env.ETAPPI_BEGAN) || Date.now() })
  process.exit(0)
} catch (error) {
  if (error instanceof Stopped) process.exit(130)
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  if (process.env.VERBOSE && error instanceof Error) console.error(error.stack)
  process.exit(1)
}
