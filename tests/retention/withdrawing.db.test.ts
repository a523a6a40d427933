// Whoever prepared a list takes it back: what must not do that, then what becomes of it.
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { carryOut } from '@/lib/retention/destruction/commands'
import { listStateLabels } from '@/lib/retention/labels'
import { decideList, leaveOut, prepareList, withdrawList } from '@/lib/retention/lists/commands'
import { findList } from '@/lib/retention/lists/queries'
import { exportList } from '@/lib/retention/lists/sheets/commands'
import { findRetention } from '@/lib/retention/queries'
import { addRule } from '@/lib/retention/rules/commands'
import { withdrawSchema } from '@/lib/retention/schema'
import { makePersonIn, makeRound } from '../support/builders/round'
import { onDatabase } from './projects'

type Round = Awaited<ReturnType<typeof makeRound>>
let round: Round
let admin: Viewer
let second: Viewer
let listId: string

beforeEach(async () => {
  setClock(new Date('2031-01-15T09:00:00Z'))
  round = await makeRound()
  await asViewer(round.system, (tx) =>
    tx.project.update({ where: { id: round.projectId }, data: { periodEnd: '2030-06' } }),
  )
  admin = await makePersonIn(round, 'admin')
  second = await makePersonIn(round, 'admin', 'toinen')
  await addRule(admin, { kind: 'project', programme: null, start: 'project_end', years: 0, basis: 'Laki' })
  listId = await prepared()
})
afterAll(async () => {
  setClock(null)
  await disconnect()
})

async function prepared(who: Viewer = admin): Promise<string> {
  const made = await prepareList(who, { year: 2031 })
  if (!made.ok) throw new Error(made.reason)
  return made.value.listId
}
const reason = 'Väärä vuosi'
const withdraw = (viewer: Viewer, version = 1) => withdrawList(viewer, { listId, version, reason })
const refused = (why: string) => ({ ok: false, reason: why })
const decide = (decision: 'approve' | 'refuse', version = 1) =>
  decideList(second, { listId, version, decision, reason: 'Näin' })
const behind = async () =>
  (
    await onDatabase((client) =>
      client.query(
        `SELECT l.*, (SELECT count(*) FROM "AuditEvent" a WHERE a."subjectId" = l.id::text) AS told
           FROM "DestructionList" l WHERE l.id = $1`,
        [listId],
      ),
    )
  ).rows[0]

describe('a list is not withdrawn', { timeout: 60_000 }, () => {
  it('by others than administrators of the county, nor by the product itself', async () => {
    const before = await behind()
    for (const viewer of [round.coordinator, round.director, round.auditor])
      expect(await withdraw(viewer)).toEqual(refused('NOT_ALLOWED'))
    expect(await withdraw(systemViewer('operator'))).toEqual(refused('NOT_ALLOWED'))
    const stranger = await makePersonIn(await makeRound(), 'admin')
    expect(await withdraw(stranger)).toEqual(refused('NOT_FOUND'))
    expect(await behind()).toEqual(before)
  })

  it('by another administrator than the one who prepared it: that one decides', async () => {
    const before = await behind()
    expect(await withdraw(second)).toEqual(refused('NOT_OWN_LIST'))
    expect(await behind()).toEqual(before)
  })

  it('without a reason', () => {
    for (const given of ['', '   ', undefined])
      expect(withdrawSchema.safeParse({ listId, version: '1', reason: given }).success).toBe(false)
    expect(withdrawSchema.safeParse({ listId, version: '1', reason: 'x'.repeat(2001) }).success).toBe(false)
  })

  it('when it has changed since the page was opened', async () => {
    const list = await findList(admin, listId)
    await leaveOut(admin, { listId, itemId: list?.lines[0]?.id ?? '', reason: 'Vielä käytössä' })
    const before = await behind()
    expect(await withdraw(admin)).toEqual(refused('STALE'))
    expect(await behind()).toEqual(before)
  })

  it.each(['approve', 'refuse'] as const)('once somebody has decided to %s it', async (decision) => {
    expect(await decide(decision)).toMatchObject({ ok: true })
    const before = await behind()
    for (const version of [1, 2]) expect(await withdraw(admin, version)).toEqual(refused('STALE'))
    expect(await behind()).toEqual(before)
  })

  it('twice, nor both withdrawn and decided when both come at the same moment', async () => {
    const answers = await Promise.all([withdraw(admin), decide('approve'), withdraw(admin)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((one) => !one.ok && one.reason === 'STALE')).toHaveLength(2)
    expect(await withdraw(admin, 2)).toEqual(refused('STALE'))
  })
})

describe('a withdrawn list', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    expect(await withdraw(admin)).toEqual({ ok: true, value: null })
  })

  it('stays on paper with its lines and its reason, and the log has the act', async () => {
    const list = await findList(second, listId)
    expect(list).toMatchObject({
      state: 'withdrawn',
      decided: null,
      carriedOutAt: null,
      withdrawn: { at: '2031-01-15T09:00:00.000Z', reason },
      lines: [{ kind: 'project', leftOutReason: null, destroyed: null }],
    })
    expect(await findRetention(admin)).toMatchObject({ lists: [{ id: listId, state: 'withdrawn' }] })
    const { rows } = await onDatabase((client) =>
      client.query(
        `SELECT "actorId" AS who, "right", result, data FROM "AuditEvent" WHERE action = 'destruction.withdrawn' AND "subjectId" = $1`,
        [listId],
      ),
    )
    expect(rows).toMatchObject([{ who: admin.userId, result: 'done', data: { reason } }])
  })

  it('is not decided on, not changed and not carried out', async () => {
    const list = await findList(admin, listId)
    const before = await behind()
    for (const version of [1, 2]) expect(await decide('approve', version)).toEqual(refused('STALE'))
    expect(await leaveOut(admin, { listId, itemId: list?.lines[0]?.id ?? '', reason: 'x' })).toEqual(
      refused('NOT_FOUND'),
    )
    for (const viewer of [admin, second]) expect(await carryOut(viewer, { listId })).toEqual(refused('NOT_APPROVED'))
    expect(await behind()).toEqual(before)
    const { rows } = await onDatabase((client) =>
      client.query('SELECT 1 FROM "Project" WHERE id = $1', [round.projectId]),
    )
    expect(rows).toHaveLength(1)
  })

  it('makes room for another one, which may be withdrawn as well', async () => {
    listId = await prepared(second)
    expect(await withdraw(admin)).toEqual(refused('NOT_OWN_LIST'))
    expect(await withdraw(second)).toMatchObject({ ok: true })
    listId = await prepared()
    expect((await findRetention(admin))?.lists.map(({ state }) => state)).toEqual([
      'prepared',
      'withdrawn',
      'withdrawn',
    ])
  })

  it('says so in its file', async () => {
    const titles: string[] = []
    const sent = await exportList(admin, {
      listId,
      format: 'csv',
      draw: (listing, title) => {
        titles.push(title)
        return new TextEncoder().encode(JSON.stringify(listing))
      },
    })
    if (!sent.ok) throw new Error(sent.reason)
    expect(titles[0]).toContain(words(admin.locale)(listStateLabels.withdrawn))
    expect(new TextDecoder().decode(sent.value.bytes)).toContain(reason)
  })
})
