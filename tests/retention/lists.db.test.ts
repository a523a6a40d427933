// The list as a file, and its page's data: for the county's administrators only.
import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { drawCsv } from '@/lib/exports/sheets/csv'
import { setClock } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import { listHolds } from '@/lib/retention/holds/queries'
import { prepareList } from '@/lib/retention/lists/commands'
import { findList } from '@/lib/retention/lists/queries'
import { exportList } from '@/lib/retention/lists/sheets/commands'
import { findRetention } from '@/lib/retention/queries'
import { addRule, changeRule, removeRule } from '@/lib/retention/rules/commands'
import { makePersonIn, makeRound } from '../support/builders/round'
import { onDatabase } from './projects'

afterAll(async () => {
  setClock(null)
  await disconnect()
})

describe('rules, lists and their files', { timeout: 60_000 }, () => {
  it('are read by the administrators of the county, holds also by directors of their projects', async () => {
    setClock(new Date('2031-01-15T09:00:00Z'))
    const round = await makeRound()
    await asViewer(round.system, (tx) =>
      tx.project.update({ where: { id: round.projectId }, data: { periodEnd: '2030-06' } }),
    )
    const admin = await makePersonIn(round, 'admin')
    await addRule(admin, { kind: 'project', programme: null, start: 'project_end', years: 0, basis: 'Laki' })
    const made = await prepareList(admin, { year: 2031 })
    if (!made.ok) throw new Error(made.reason)
    const { listId } = made.value
    const stranger = await makePersonIn(await makeRound(), 'admin')
    const draw = (listing: Parameters<typeof drawCsv>[0]) => drawCsv(listing, 'csv')
    for (const viewer of [round.coordinator, round.director, round.auditor]) {
      expect(await findRetention(viewer)).toBe(null)
      expect(await findList(viewer, listId)).toBe(null)
      expect(await exportList(viewer, { listId, format: 'csv', draw })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    }
    expect(await findList(stranger, listId)).toBe(null)
    expect((await findRetention(stranger))?.lists).toEqual([])
    expect(await exportList(stranger, { listId, format: 'csv', draw })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await listHolds(round.coordinator)).toBe(null)
    expect(await listHolds(round.director)).toMatchObject({
      holds: [],
      mayLift: false,
      projects: [{ id: round.projectId }],
    })
    expect(await findRetention(admin)).toMatchObject({
      due: [{ kind: 'project', rows: expect.any(Number) }],
      lists: [{ id: listId }],
    })
    const sent = await exportList(admin, { listId, format: 'csv', draw })
    if (!sent.ok) throw new Error(sent.reason)
    const text = new TextDecoder().decode(sent.value.bytes)
    expect(text).toContain(round.projectKey)
    // Moments are read by people here: as dates of the land, who did it told beside.
    expect(text).toContain('15.1.2031 klo 11.00, ')
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d|T\d\d:/)
    expect(sent.value.name).toMatch(/^havitysluettelo-2031-[0-9a-f]{8}\.csv$/)
    const { rows } = await onDatabase((client) =>
      client.query(`SELECT data FROM "AuditEvent" WHERE action = 'destruction.exported' AND "subjectId" = $1`, [
        listId,
      ]),
    )
    expect(rows).toMatchObject([{ data: { sha256: createHash('sha256').update(sent.value.bytes).digest('hex') } }])
  })

  it('of two who change a rule one is told that it has changed', async () => {
    const round = await makeRound()
    const admin = await makePersonIn(round, 'admin')
    const given = { kind: 'mails', programme: null, start: 'created', years: 2, basis: 'Laki' } as const
    const added = await Promise.all([addRule(admin, given), addRule(admin, given)])
    expect(added.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { id: ruleId } = await asViewer(round.system, (tx) =>
      tx.retentionRule.findFirstOrThrow({ where: { organisationId: round.organisationId } }),
    )
    const stranger = await makePersonIn(await makeRound(), 'admin')
    const changed = { ...given, ruleId, version: 1, years: 5 }
    expect(await changeRule(round.director, changed)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await changeRule(stranger, changed)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    const answers = await Promise.all([changeRule(admin, changed), changeRule(admin, changed)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'STALE' })
    expect(await removeRule(stranger, { ruleId, version: 2 })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await removeRule(admin, { ruleId, version: 1 })).toEqual({ ok: false, reason: 'STALE' })
    expect(await removeRule(admin, { ruleId, version: 2 })).toMatchObject({ ok: true })
  })
})
