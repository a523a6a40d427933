import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import type { SnapshotReport } from '@/lib/rounds/snapshot/model'
import { collectSnapshot } from '@/lib/rounds/snapshot/queries'
import { bodyText, readBody } from '@/lib/rounds/snapshot/schema'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { commentOnReport, moveReportThread, replyToComment } from '@/lib/status-reports/comments/commands'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

const canary = 'SISÄINEN-KANARIA-7f3a'
let round: Round

async function report(unitId: string, writer: Round['coordinator'], approve: boolean): Promise<string> {
  const { id: reportId } = await reportOf(unitId, round.periodId)
  await fillReport(writer, reportId)
  if (!approve) return reportId
  const sent = await submitReport(writer, { reportId, version: (await reportOf(unitId, round.periodId)).version })
  if (!sent.ok) throw new Error(sent.reason)
  const approved = await approveReport(round.director, { reportId, version: sent.value.version })
  if (!approved.ok) throw new Error(approved.reason)
  return reportId
}

async function comment(reportId: string, text: string, visibility: 'internal' | 'steering', path = 'results/text') {
  const made = await commentOnReport(round.director, { reportId, path, text, mentions: [], visibility })
  if (!made.ok) throw new Error(made.reason)
  return made.value.threadId
}

async function published(): Promise<{
  text: string
  comments: SnapshotReport['comments']
  other: SnapshotReport | null
}> {
  const body = await collectSnapshot(round.director, round.projectId, '2025-Q3')
  const unit = (id: string) => body.units.find((one) => one.id === id)?.report ?? null
  return { text: bodyText(body), comments: unit(round.unit.id)?.comments ?? [], other: unit(round.otherUnit.id) }
}

beforeAll(async () => {
  round = await makeRound()
})

describe('comments in what is published', () => {
  let reportId: string

  beforeAll(async () => {
    reportId = await report(round.unit.id, round.coordinator, true)
    await comment(reportId, canary, 'internal')
    const draft = await report(round.otherUnit.id, round.otherCoordinator, false)
    await comment(draft, `${canary} luonnoksessa`, 'steering')
  })

  it('an internal thread never reaches it, nor one of a report that is not approved', async () => {
    const { text, comments, other } = await published()
    expect(text).toContain('Tehty.')
    expect(text).not.toContain(canary)
    expect(comments).toEqual([])
    expect(other).toBeNull()
  })

  it('a shown one is there as it stands: place, role, time, text, resolved or not, and no name', async () => {
    const threadId = await comment(reportId, 'Ohjausryhmä: huomatkaa tämä', 'steering')
    await replyToComment(round.coordinator, {
      threadId,
      text: 'Vastaus tähän',
      mentions: [String(round.director.userId)],
    })
    const at = expect.stringMatching(/^\d{4}-.*Z$/)
    const { text, comments } = await published()
    expect(comments).toEqual([
      {
        threadId,
        path: 'results/text',
        resolved: false,
        comments: [
          { id: expect.any(String), role: 'director', at, text: 'Ohjausryhmä: huomatkaa tämä' },
          { id: expect.any(String), role: 'coordinator', at, text: 'Vastaus tähän' },
        ],
      },
    ])
    expect(text).not.toContain(round.director.name)
    expect(text).not.toContain(canary)
    await moveReportThread(round.director, { threadId, step: 'resolve' })
    expect((await published()).comments.map(({ resolved }) => resolved)).toEqual([true])
    await moveReportThread(round.director, { threadId, step: 'hide' })
    expect((await published()).comments).toEqual([])
  })

  it('catches the canary when it is shown', async () => {
    const shown = await asViewer(round.system, (tx) =>
      tx.commentThread.updateMany({
        where: { comments: { some: { text: canary } } },
        data: { visibility: 'steering' },
      }),
    )
    expect(shown.count).toBe(1)
    expect((await published()).text).toContain(canary)
  })

  it('a review published before comments could be shown has none', async () => {
    const body = JSON.parse((await published()).text) as {
      units: { id: string; report: Record<string, unknown> | null }[]
    }
    for (const unit of body.units) delete unit.report?.comments
    const read = readBody(JSON.stringify(body))
    expect(read.units.find(({ id }) => id === round.unit.id)?.report?.comments).toEqual([])
  })
})
