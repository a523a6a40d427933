// What each kind of a rule takes, what stops a line, and what a line leaves: files on disk, rows that are too young.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { readStoredFile } from '@/lib/evidence/files/queries'
import { setClock } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { carryOut } from '@/lib/retention/destruction/commands'
import { placeHold } from '@/lib/retention/holds/commands'
import { decideList, leaveOut, prepareList } from '@/lib/retention/lists/commands'
import type { RetentionKind, RetentionStart } from '@/lib/retention/model'
import { addRule, changeRule } from '@/lib/retention/rules/commands'
import { sweepFiles } from '@/lib/retention/stored-files/commands'
import { makePersonIn, makeRound, type Round } from '../support/builders/round'
import { onDatabase } from './projects'

let folder: string
beforeAll(() => {
  // A folder of this file's own: sweeping looks at all of it.
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-retention-'))
  Object.assign(env(), { dataDir })
  folder = path.join(dataDir, 'files')
})
afterAll(async () => {
  setClock(null)
  await disconnect()
  fs.rmSync(env().dataDir, { recursive: true })
})

type Place = { round: Round; admin: Viewer; second: Viewer }

/** A county whose project ended in June 2030, in January 2031. */
async function place(): Promise<Place> {
  setClock(new Date('2031-01-15T09:00:00Z'))
  const round = await makeRound()
  await onDatabase((client) =>
    client.query(`UPDATE "Project" SET "periodEnd" = '2030-06' WHERE id = $1`, [round.projectId]),
  )
  return { round, admin: await makePersonIn(round, 'admin'), second: await makePersonIn(round, 'admin', 'toinen') }
}

async function rule({ admin }: Place, kind: RetentionKind, start: RetentionStart, years = 0): Promise<void> {
  const added = await addRule(admin, { kind, programme: null, start, years, basis: 'Päätös' })
  if (!added.ok) throw new Error(added.reason)
}

async function approved({ admin, second }: Place, year = 2031): Promise<string> {
  const made = await prepareList(admin, { year })
  if (!made.ok) throw new Error(made.reason)
  const { listId } = made.value
  const decided = await decideList(second, { listId, version: 1, decision: 'approve', reason: '' })
  if (!decided.ok) throw new Error(decided.reason)
  return listId
}

const lines = (listId: string) =>
  onDatabase(async (client) => {
    const { rows } = await client.query(
      `SELECT kind::text, rows, "leftOutReason", "destroyedRows", "destroyedFiles" FROM "DestructionItem"
        WHERE "listId" = $1 ORDER BY kind`,
      [listId],
    )
    return rows
  })

/** A document of the project, kept on disk. */
async function document({ round }: Place, name: string): Promise<string> {
  const before = env().files
  Object.assign(env(), { files: 'disk' })
  const kept = await keepFile(round.director, {
    organisationId: round.organisationId,
    name,
    bytes: new TextEncoder().encode(`sisältö: ${name}`),
    mediaType: 'text/plain',
  })
  Object.assign(env(), { files: before })
  if (!kept.ok) throw new Error(kept.reason)
  const { fileId } = kept.value
  await asViewer(round.system, (tx) =>
    tx.projectDocument.create({
      data: { organisationId: round.organisationId, projectId: round.projectId, label: name, fileId, sort: 0 },
    }),
  )
  return fileId
}

describe('the kinds of rules', { timeout: 120_000 }, () => {
  it('files: the content goes from the database and from the disk, the name stays', async () => {
    const here = await place()
    const fileId = await document(here, 'liite.txt')
    expect(fs.existsSync(path.join(folder, fileId))).toBe(true)
    setClock(new Date('2031-02-15T09:00:00Z'))
    await rule(here, 'files', 'project_end')
    const listId = await approved(here)
    expect(await carryOut(here.admin, { listId })).toMatchObject({
      ok: true,
      value: { destroyed: 1, files: 1, closed: true },
    })
    expect(fs.existsSync(path.join(folder, fileId))).toBe(false)
    const left = await readStoredFile(here.round.director, fileId)
    const text = new TextDecoder().decode(left?.bytes)
    expect(left?.name).toBe('liite.txt.txt')
    expect(text).toContain('hävitetty 15.2.2031')
    expect(text).not.toContain('sisältö: ')
    // It is no file to be destroyed any more.
    expect(await prepareList(here.admin, { year: 2031 })).toEqual({ ok: false, reason: 'NOTHING_DUE' })
  })

  it('files by their own age: those that are too young, and those after the list, stay', async () => {
    const here = await place()
    const old = await document(here, 'vanha.txt')
    await onDatabase((client) =>
      client.query(`UPDATE "StoredFile" SET "createdAt" = '2029-05-05T09:00:00Z' WHERE id = $1`, [old]),
    )
    const young = await document(here, 'nuori.txt')
    await onDatabase((client) =>
      client.query(`UPDATE "StoredFile" SET "createdAt" = '2031-01-10T09:00:00Z' WHERE id = $1`, [young]),
    )
    await rule(here, 'files', 'created', 1)
    const listId = await approved(here)
    expect(await lines(listId)).toMatchObject([{ kind: 'files', rows: 1 }])
    await carryOut(here.admin, { listId })
    expect(new TextDecoder().decode((await readStoredFile(here.round.director, young))?.bytes)).toBe(
      'sisältö: nuori.txt',
    )
    expect((await readStoredFile(here.round.director, old))?.name).toBe('vanha.txt.txt')
  })

  it('mails and sign-ins of the county: those that were sent or have ended; of another county none', async () => {
    const here = await place()
    const other = await place()
    for (const { round, admin } of [here, other]) {
      await onDatabase(async (client) => {
        await client.query(
          `INSERT INTO "Mail" (id, "organisationId", "userId", locale, subject, text, state, "sentAt", "createdAt")
           SELECT gen_random_uuid(), $1, $2, 'fi', 'Aihe', 'Teksti', state::"MailState", CASE WHEN state = 'sent' THEN now() END, '2028-01-01'
             FROM unnest(ARRAY['sent', 'failed', 'waiting']) AS state`,
          [round.organisationId, admin.userId],
        )
        await client.query(
          `INSERT INTO "LoginSession" (id, "userId", "authenticatedAt", "expiresAt", "revokedAt")
           SELECT gen_random_uuid(), $1, '2028-01-01', expires::timestamptz, NULL FROM unnest(ARRAY['2028-01-02', '2099-01-01']) AS expires`,
          [admin.userId],
        )
      })
    }
    await rule(here, 'mails', 'created', 1)
    await rule(here, 'sign_ins', 'created', 2)
    const listId = await approved(here)
    expect(await carryOut(here.admin, { listId })).toMatchObject({
      ok: true,
      value: { destroyed: 2, rows: 3, closed: true },
    })
    const left = (person: Viewer) =>
      onDatabase(async (client) => {
        const { rows } = await client.query(
          `SELECT (SELECT count(*)::int FROM "Mail" WHERE "userId" = $1) AS mails,
                  (SELECT count(*)::int FROM "LoginSession" WHERE "userId" = $1) AS "signIns"`,
          [person.userId],
        )
        return rows[0]
      })
    expect(await left(here.admin)).toEqual({ mails: 1, signIns: 1 })
    expect(await left(other.admin)).toEqual({ mails: 3, signIns: 2 })
  })

  it('a hold placed after the approval stops the line, and the record says why', async () => {
    const here = await place()
    await rule(here, 'project', 'project_end')
    const listId = await approved(here)
    await placeHold(here.round.director, { project: here.round.projectId, kind: null, reason: 'Tarkastus kesken' })
    expect(await carryOut(here.admin, { listId })).toMatchObject({
      ok: true,
      value: { destroyed: 0, stopped: 1, closed: true },
    })
    expect(await lines(listId)).toMatchObject([
      { leftOutReason: 'Ei hävitetty: hävittämiskielto. Tarkastus kesken', destroyedRows: null },
    ])
    expect(await asViewer(here.round.system, (tx) => tx.project.count({ where: { id: here.round.projectId } }))).toBe(1)
  })

  it('what is no longer due is not destroyed: a longer rule, a later day of the project', async () => {
    for (const later of [
      (here: Place, ruleId: string) =>
        changeRule(here.admin, {
          ruleId,
          version: 1,
          kind: 'project',
          programme: null,
          start: 'project_end',
          years: 20,
          basis: 'Laki',
        }),
      (here: Place) =>
        onDatabase((client) =>
          client.query(`UPDATE "Project" SET "retentionUntil" = '2045-12-31' WHERE id = $1`, [here.round.projectId]),
        ),
    ]) {
      const here = await place()
      await rule(here, 'project', 'project_end')
      const listId = await approved(here)
      const { rows } = await onDatabase((client) =>
        client.query(`SELECT id FROM "RetentionRule" WHERE "organisationId" = $1`, [here.round.organisationId]),
      )
      await later(here, rows[0].id)
      expect(await carryOut(here.admin, { listId })).toMatchObject({ ok: true, value: { destroyed: 0, stopped: 1 } })
      expect(await asViewer(here.round.system, (tx) => tx.project.count({ where: { id: here.round.projectId } }))).toBe(
        1,
      )
    }
  })

  it('a programme’s own rule goes before the general one', async () => {
    const here = await place()
    const { rows } = await onDatabase((client) =>
      client.query(`SELECT "programmeId" AS id FROM "Project" WHERE id = $1`, [here.round.projectId]),
    )
    await rule(here, 'project', 'project_end', 0)
    await addRule(here.admin, {
      kind: 'project',
      programme: rows[0].id,
      start: 'project_end',
      years: 30,
      basis: 'Ohjelman ehdot',
    })
    expect(await prepareList(here.admin, { year: 2031 })).toEqual({ ok: false, reason: 'NOTHING_DUE' })
  })

  it('a line that was left out stays, with its reason; whoever decides on the list as it was is told', async () => {
    const here = await place()
    await document(here, 'liite.txt')
    await rule(here, 'project', 'project_end')
    const made = await prepareList(here.admin, { year: 2031 })
    if (!made.ok) throw new Error(made.reason)
    const { listId } = made.value
    const { rows } = await onDatabase((client) =>
      client.query(`SELECT id FROM "DestructionItem" WHERE "listId" = $1`, [listId]),
    )
    expect(await leaveOut(here.admin, { listId, itemId: rows[0].id, reason: 'Vielä käytössä' })).toMatchObject({
      ok: true,
    })
    const decide = (version: number) => decideList(here.second, { listId, version, decision: 'approve', reason: '' })
    expect(await decide(1)).toEqual({ ok: false, reason: 'STALE' })
    expect(await decide(2)).toMatchObject({ ok: true })
    expect(await carryOut(here.admin, { listId })).toMatchObject({ ok: true, value: { destroyed: 0, closed: true } })
    expect(await asViewer(here.round.system, (tx) => tx.project.count({ where: { id: here.round.projectId } }))).toBe(1)
  })

  it('a line whose day has not come waits, and the list with it', async () => {
    const here = await place()
    await onDatabase((client) =>
      client.query(`UPDATE "Project" SET "periodEnd" = '2031-03' WHERE id = $1`, [here.round.projectId]),
    )
    await rule(here, 'project', 'project_end')
    const listId = await approved(here)
    expect(await carryOut(here.admin, { listId })).toEqual({ ok: false, reason: 'NOT_YET' })
    setClock(new Date('2031-04-01T09:00:00Z'))
    expect(await carryOut(here.admin, { listId })).toMatchObject({ ok: true, value: { destroyed: 1, closed: true } })
  })

  it('broken off between two lines leaves the first whole and the second untouched, and goes on from there', async () => {
    const here = await place()
    const fileId = await document(here, 'liite.txt')
    setClock(new Date('2031-02-15T09:00:00Z'))
    await onDatabase((client) =>
      client.query(
        `INSERT INTO "Mail" (id, "organisationId", "userId", locale, subject, text, state, "sentAt", "createdAt")
         VALUES (gen_random_uuid(), $1, $2, 'fi', 'Aihe', 'Teksti', 'sent', now(), '2028-01-01')`,
        [here.round.organisationId, here.admin.userId],
      ),
    )
    await rule(here, 'mails', 'created', 1)
    await rule(here, 'files', 'project_end')
    const listId = await approved(here)
    await onDatabase((client) =>
      client.query(
        `CREATE FUNCTION planted_failure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$;
         CREATE TRIGGER planted BEFORE UPDATE ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION planted_failure()`,
      ),
    )
    await expect(carryOut(here.admin, { listId })).rejects.toThrow('planted')
    await onDatabase((client) => client.query(`DROP TRIGGER planted ON "StoredFile"`))
    expect(await lines(listId)).toMatchObject([
      { kind: 'files', destroyedFiles: null },
      { kind: 'mails', destroyedRows: 1 },
    ])
    expect(new TextDecoder().decode((await readStoredFile(here.round.director, fileId))?.bytes)).toBe(
      'sisältö: liite.txt',
    )
    expect(await carryOut(here.admin, { listId })).toMatchObject({
      ok: true,
      value: { destroyed: 1, files: 1, closed: true },
    })
    expect(await carryOut(here.admin, { listId })).toEqual({ ok: false, reason: 'NOT_APPROVED' })
  })

  it('carried out by two at once, each line is done once', async () => {
    const here = await place()
    await rule(here, 'project', 'project_end')
    const listId = await approved(here)
    const answers = await Promise.all([carryOut(here.admin, { listId }), carryOut(here.second, { listId })])
    const done = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(done.reduce((sum, { destroyed }) => sum + destroyed, 0)).toBe(1)
    expect(done.filter(({ closed }) => closed)).toHaveLength(1)
  })

  it('what is not known is not destroyed: a project without an end', async () => {
    const here = await place()
    await onDatabase((client) =>
      client.query(`UPDATE "Project" SET "periodEnd" = NULL WHERE id = $1`, [here.round.projectId]),
    )
    await rule(here, 'project', 'project_end')
    expect(await prepareList(here.admin, { year: 2031 })).toEqual({ ok: false, reason: 'NOTHING_DUE' })
  })
})

describe('files that nothing names', () => {
  it('are swept when they are old, and no other', async () => {
    const here = await place()
    const named = await document(here, 'nimetty.txt')
    const [old, young] = ['00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000a2']
    for (const id of [old, young, 'muu.txt']) fs.writeFileSync(path.join(folder, id), 'x')
    const at = new Date()
    const dayAgo = new Date(at.getTime() - 25 * 3_600_000)
    for (const id of [old, named, 'muu.txt']) fs.utimesSync(path.join(folder, id), dayAgo, dayAgo)
    expect(await sweepFiles(here.admin, at)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await sweepFiles(systemViewer('operator'), at)).toMatchObject({ ok: true, value: { removed: [old] } })
    expect([named, young, 'muu.txt'].map((id) => fs.existsSync(path.join(folder, id)))).toEqual([true, true, true])
    for (const id of [young, 'muu.txt']) fs.rmSync(path.join(folder, id))
  })
})
