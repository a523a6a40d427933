// What the server does for one check while somebody writes: the long stored report, a section saved, then the check of the report
// around it with everything that is read for it.
import { performance } from 'node:perf_hooks'
import { sectionCheck } from '@/components/final-report/check/section-check'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { checkAround } from '@/lib/final-report/check/writing/queries'
import { saveSection } from '@/lib/final-report/editor/commands'
import { findReport } from '@/lib/final-report/queries'
import { disconnect } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { ensureDemoTemplate } from '../../support/demo-template.ts'
import { copyTemplate, ensureTemplate, openTestCluster, testSecret } from '../../support/test-server.ts'
import { type LongReport, makeLongReport } from './long-report.mts'

const system = systemViewer('operator')

/** Milliseconds on the clock and of processor time of this process, where the server's work is done. */
export type Took = { clock: number; processor: number }
export type WhileWriting = { words: number; first: Took; checks: Took[]; late: Took }

/** Sections are written one after the other; `late` is a check that had to wait for the database. */
export async function measureWhileWriting(length: number, times: number): Promise<WhileWriting> {
  const cluster = await openTestCluster()
  const copy = await copyTemplate(await ensureDemoTemplate(await ensureTemplate(cluster)))
  process.env.DATABASE_APP_URL = copy.appUrl
  process.env.AUTH_SECRET = testSecret
  try {
    const report = await makeLongReport(length)
    const [firstSection = ''] = report.sectionIds
    const first = await timed(() => check(firstSection))
    const checks: Took[] = []
    for (let time = 0; time < times; time++) {
      const sectionId = report.sectionIds[(time * 7) % report.sectionIds.length] ?? firstSection
      await write(report, sectionId, `Lause numero ${time}: vastaanotolle pääsi nopeasti.`)
      checks.push(await timed(() => check(sectionId)))
    }
    const late = await timed(() =>
      asViewer(system, async (tx) => [await tx.$executeRaw`SELECT pg_sleep(0.101)`, await check(firstSection)]),
    )
    return { words: report.words, first, checks, late }
  } finally {
    await disconnect()
    await copy.dispose()
    await cluster.close('keep')
  }
}

/** As the route does it once it knows who asks: the findings of the section, in words. */
async function check(sectionId: string): Promise<void> {
  const checked = await checkAround(system, sectionId)
  if (!checked) throw new Error('no report to check')
  const { open } = sectionCheck(words('fi'), checked.result, { document: checked.place, sectionId })
  JSON.stringify(open)
}

/** Adds a sentence to the first paragraph, as the editor saves it. */
async function write({ projectId }: LongReport, sectionId: string, sentence: string): Promise<void> {
  const section = (await findReport(system, projectId))?.sections.find(({ id }) => id === sectionId)
  if (!section) throw new Error('no such section')
  const at = section.blocks.findIndex(({ type }) => type === 'paragraph')
  const blocks = section.blocks.map(
    (block, index): WrittenBlock =>
      index === at && block.type === 'paragraph'
        ? { ...block, content: { runs: [...block.content.runs, { kind: 'text', text: ` ${sentence}` }] } }
        : block,
  )
  const saved = await saveSection(system, { sectionId, version: section.version, blocks })
  if (!saved.ok || !('version' in saved.value)) throw new Error('not saved')
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system: inside } = process.cpuUsage(used)
  return { clock: performance.now() - began, processor: (user + inside) / 1000 }
}
