import pg from 'pg'
import type { Viewer } from '@/lib/access/model'
import { testDatabase } from '@/tests/support/database'
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

type Content = { state: string; version: number; entries: { path: string; version: number }[] }

/** Asked behind the application's back, in one statement that is planned once: it is asked some ten thousand times. */
const outside = new pg.Pool({ connectionString: testDatabase().ownerUrl, max: 3 })
export const letGo = () => outside.end()

/** Everything of the report that approving or publishing protects. */
export async function lookAt({ reportId }: World): Promise<Content> {
  const { rows } = await outside.query<Content>({
    name: 'walked report',
    text: `SELECT state, version,
      (SELECT json_agg(e ORDER BY e.path COLLATE "C") FROM (SELECT path, text, version, confirmed
         FROM "StatusReportEntry" WHERE "reportId" = $1) e) AS entries,
      (SELECT json_agg(m ORDER BY m.id) FROM (SELECT id, number::text, "replacedById"
         FROM "Measurement" WHERE "reportId" = $1) m) AS measurements,
      (SELECT json_agg(id ORDER BY id) FROM "Evidence" WHERE "reportId" = $1) AS evidence,
      (SELECT json_agg(v ORDER BY v.seq) FROM (SELECT seq, type
         FROM "StatusReportEvent" WHERE "reportId" = $1) v) AS events
      FROM "StatusReport" WHERE id = $1`,
    values: [reportId],
  })
  const [found] = rows
  if (!found) throw new Error(`no report ${reportId}`)
  return { ...found, entries: found.entries ?? [] }
}

/** The same as one text. */
export const contentOf = async (world: World): Promise<string> => JSON.stringify(await lookAt(world))

/** Hash of every published version of the report's period. */
export async function publishedOf({ round }: World): Promise<string[]> {
  const { rows } = await outside.query<{ sha256: string }>(
    'SELECT sha256 FROM "Snapshot" WHERE "periodId" = $1 ORDER BY version',
    [round.periodId],
  )
  return rows.map(({ sha256 }) => sha256)
}
