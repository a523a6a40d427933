// A process of its own, so that nothing is remembered: what the national view reads, without the web. Prints one line of JSON:
// milliseconds of the first reading, of the following ones, and of reading one whole publication and working out its figures.
import { signInActor, viewerOfSession } from '@/lib/access/queries'
import { disconnect } from '@/lib/platform/db'
import { bodyText, readBody } from '@/lib/rounds/snapshot/schema'
import { portfolioFigures } from '@/lib/steering/portfolio/model'
import { listPortfolio } from '@/lib/steering/portfolio/queries'
import { findSnapshot, listPublications } from '@/lib/steering/queries'
import { sessions } from './people.mts'
import { projectKey, projects } from './size.mts'

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}

const viewer = await viewerOfSession(signInActor(), sessions.national, null)
if (!viewer) throw new Error('the session is not good')
const first = await timed(() => listPortfolio(viewer))
const again: number[] = []
for (let time = 0; time < 40; time += 1) again.push((await timed(() => listPortfolio(viewer))).ms)
// The last one is a copy: the product's own reader must find in it what it was made for.
const newest = (await listPublications(viewer)).at(-1)
const body = newest && (await findSnapshot(viewer, newest.snapshotId))
if (body?.project.key !== projectKey(projects)) throw new Error(`the last publication is of ${body?.project.key}`)
const text = bodyText(body)
const whole = await timed(() => portfolioFigures(readBody(text)))
const figures = await timed(() => portfolioFigures(body))
await disconnect()
console.log(
  JSON.stringify({
    rows: first.value.length,
    first: first.ms,
    again,
    whole: whole.ms,
    figures: figures.ms,
    bytes: Buffer.byteLength(text),
  }),
)
