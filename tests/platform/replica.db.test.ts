import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, readAsViewer, readPublishedAs, systemViewer } from '@/lib/access/viewer'
import { disconnect, inScope, type Scope, sql } from '@/lib/platform/db'
import { findSnapshot, findSnapshots, listPublished } from '@/lib/steering/queries'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { withClient } from '../../scripts/database/open.mts'
import type { Pair } from '../support/standby'
import { connectTo, publishAgain, readsOf, usePair } from './replica-pair'

let pair: Pair
let director: Viewer
let national: Viewer
let stranger: Viewer

beforeAll(async () => {
  pair = await usePair('the demo')
  director = await viewerOfAccount('johtaja@kainuu.example')
  national = await viewerOfAccount('katselija@kansallinen.example')
  stranger = await viewerOfAccount('johtaja@kanta-hame.example')
}, 240_000)
beforeEach(async () => {
  await pair.standby.resume()
  await pair.standby.catchUp()
  await connectTo(pair.primary.appUrl, pair.standby.appUrl)
})
afterAll(async () => {
  await disconnect()
  pair.remove()
})

const newestOf = async (viewer: Viewer) =>
  (await listPublished(viewer, 'kkk2')).find(({ periodKey }) => periodKey === '2025-Q4')

describe('what is published, with a replica', () => {
  it('is the same in every byte, for each who may read it, and read from the replica', async () => {
    const ids = (await inScope({ ...scopeOf(systemViewer('health')) }, (tx) => tx.snapshot.findMany())).map(
      (row) => row.id,
    )
    expect(ids.length).toBeGreaterThanOrEqual(2)
    const read = sql`SELECT s.id, s.body, s.sha256, s."publishedAt", f.figures FROM "Snapshot" s
      LEFT JOIN "SnapshotFigures" f ON f."snapshotId" = s.id WHERE s.id = ANY (${ids}::uuid[])`
    for (const viewer of [director, national, systemViewer('health')]) {
      const { value, asked, answered } = await readsOf(() => readPublishedAs(viewer, read, ids.length))
      expect([asked, answered]).toEqual([1, 1])
      expect(byId(value)).toEqual(byId(await readAsViewer(viewer, read)))
      expect(value).toHaveLength(ids.length)
    }
  })

  it('is seen at once by whoever published it and by everybody else, while the replica has nothing of it', async () => {
    await pair.standby.pause()
    const { version, snapshotId } = await publishAgain()
    for (const viewer of [director, national]) {
      const { value, answered } = await readsOf(async () => {
        const newest = await newestOf(viewer)
        const body = newest && (await findSnapshot(viewer, newest.snapshotId))
        const several = await findSnapshots(viewer, [snapshotId])
        return { newest, period: body?.period.key, several: several.size }
      })
      expect(value).toMatchObject({ newest: { version, snapshotId }, period: '2025-Q4', several: 1 })
      expect(answered).toBe(0)
    }
  })

  it('is read from the replica as soon as it is there', async () => {
    await pair.standby.pause()
    const { snapshotId } = await publishAgain()
    await pair.standby.resume()
    await pair.standby.catchUp()
    const { value, asked, answered } = await readsOf(() => findSnapshot(director, snapshotId))
    expect(value?.period.key).toBe('2025-Q4')
    expect([asked, answered]).toEqual([2, 2])
  })

  it('would be the old one to a reader that trusts the replica blindly, which is what the test above looks for', async () => {
    await pair.standby.pause()
    const { version, snapshotId } = await publishAgain()
    await connectTo(pair.standby.appUrl)
    expect((await newestOf(director))?.version).toBe(version - 1)
    expect(await findSnapshot(director, snapshotId)).toBe(null)
  })

  it('is read in a running transaction with what is not committed yet', async () => {
    const { asked } = await readsOf(() =>
      asViewer(director, () => readPublishedAs(director, sql`SELECT s.id FROM "Snapshot" s`, 1)),
    )
    expect(asked).toBe(0)
  })
})

const scopeOf = ({ organisationId, userId, scope }: Viewer): Scope => ({ organisationId, userId, scope })
const byId = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort()

const seen = sql`
  SELECT (SELECT count(*)::int FROM "Project") AS projects, (SELECT count(*)::int FROM "User") AS users,
         (SELECT count(*)::int FROM "Snapshot") AS snapshots, (SELECT count(*)::int FROM "StatusReport") AS reports`

describe('row-level security on the replica', () => {
  it('shows each scope what the primary shows it', async () => {
    const nobody: Scope = { organisationId: null, userId: null, scope: 'county' }
    const scopes = [director, national, stranger, systemViewer('health')].map(scopeOf)
    const look = () =>
      Promise.all([...scopes, nobody].map((scope) => inScope(scope, (tx) => tx.$queryRaw<object[]>(seen))))
    const onPrimary = await look()
    await connectTo(pair.standby.appUrl)
    expect(await look()).toEqual(onPrimary)
    expect(onPrimary.at(-1)).toEqual([{ projects: 0, users: 0, snapshots: 0, reports: 0 }])
    expect(new Set(onPrimary.map((one) => JSON.stringify(one))).size).toBe(5)
  })

  it('keeps publications of one county from another that knows their ids, and the primary does after it', async () => {
    const ids = (await listPublished(director, 'kkk2')).map(({ snapshotId }) => snapshotId)
    const read = sql`SELECT s.id, s.body FROM "Snapshot" s WHERE s.id = ANY (${ids}::uuid[])`
    const { value, asked, answered } = await readsOf(() => readPublishedAs(stranger, read, ids.length))
    expect([value, asked, answered]).toEqual([[], 1, 0])
    expect(await readPublishedAs(director, read, ids.length)).toHaveLength(ids.length)
    for (const id of ids) expect(await findSnapshot(stranger, id)).toBe(null)
  })
})

describe('a write through the door of published reads', () => {
  const scribbled = () =>
    withClient(pair.primary.ownerUrl, async (owner) =>
      Number((await owner.query('SELECT count(*) FROM "Scribble"')).rows[0].count),
    )
  const write = sql`SELECT scribble() AS id`

  it.each(['a replica', 'no replica', 'a replica that is the primary itself'] as const)(
    'is refused with %s',
    async (which) => {
      const replica = {
        'a replica': pair.standby.appUrl,
        'no replica': undefined,
        'a replica that is the primary itself': pair.primary.appUrl,
      }
      await connectTo(pair.primary.appUrl, replica[which])
      const before = await scribbled()
      await expect(readPublishedAs(director, write, 1)).rejects.toThrow(/read-only transaction/)
      await expect(
        readPublishedAs(director, sql`INSERT INTO "Scribble" DEFAULT VALUES RETURNING id`, 1),
      ).rejects.toThrow(/syntax error/)
      expect(await scribbled()).toBe(before)
      await readAsViewer(director, write)
      expect(await scribbled()).toBe(before + 1)
    },
  )
})
