import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { makePersonIn, makeRound, type Round, reportOf } from '../../support/builders/round'

/** One report with everybody who may or may not touch it, and what the model believes of it. */
export type World = {
  round: Round
  reportId: string
  people: Record<string, Viewer>
  /** What the tables say */
  state: string
  writtenIn: string
  /** Whether everything a report needs has been written and confirmed */
  complete: boolean
  steps: number
  /** What the database held after the last step */
  content: string
}

export async function makeWorld(): Promise<World> {
  const round = await makeRound()
  const { id } = await reportOf(round.unit.id, round.periodId)
  return {
    round,
    reportId: id,
    people: {
      coordinator: round.coordinator,
      otherCoordinator: round.otherCoordinator,
      director: round.director,
      finance: round.finance,
      admin: await makePersonIn(round, 'admin'),
      steering: round.steering,
      auditor: round.auditor,
      otherCounty: round.otherCounty,
      national: await makePersonIn(round, 'national'),
      system: round.system,
    },
    state: 'not_started',
    writtenIn: 'draft',
    complete: false,
    steps: 0,
    content: '',
  }
}

/** Everything of the report that approving or publishing protects, as one text. */
export function contentOf({ reportId }: World): Promise<string> {
  return asViewer(systemViewer('operator'), async (tx) => {
    const report = await tx.statusReport.findUniqueOrThrow({
      where: { id: reportId },
      select: {
        state: true,
        version: true,
        entries: { orderBy: { path: 'asc' }, select: { path: true, text: true, version: true, confirmed: true } },
        measurements: { orderBy: { id: 'asc' }, select: { id: true, number: true, replacedById: true } },
        evidence: { orderBy: { id: 'asc' }, select: { id: true } },
        events: { orderBy: { seq: 'asc' }, select: { seq: true, type: true } },
      },
    })
    return JSON.stringify(report)
  })
}

/** Hash of every published version of the report's period. */
export function publishedOf({ round }: World): Promise<string[]> {
  return asViewer(systemViewer('operator'), async (tx) => {
    const rows = await tx.snapshot.findMany({
      where: { periodId: round.periodId },
      orderBy: { version: 'asc' },
      select: { sha256: true },
    })
    return rows.map(({ sha256 }) => sha256)
  })
}
