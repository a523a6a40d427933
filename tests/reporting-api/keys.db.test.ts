import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { createKey, revokeKey } from '@/lib/reporting-api/keys/commands'
import { listKeys } from '@/lib/reporting-api/keys/queries'
import { newKeySchema } from '@/lib/reporting-api/keys/schema'
import { makePersonIn, makeRound, type Round } from '@/tests/support/builders/round'
import { testDatabase } from '@/tests/support/database'
import { withClient } from '../../scripts/database/open.mts'
import { ask, fresh, keyFor } from './asking'

const wanted = { name: 'Power BI', project: null, scope: 'published' as const, days: 90 }

let round: Round
let other: Round
let admin: Viewer
let otherAdmin: Viewer
beforeEach(async () => {
  ;[round, other] = [await makeRound(), await makeRound()]
  ;[admin, otherAdmin] = [await makePersonIn(round, 'admin'), await makePersonIn(other, 'admin')]
})
afterEach(() => setClock(null))

const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { type: string }),
})
const row = (keyId: string) => asViewer(round.system, (tx) => tx.apiKey.findUniqueOrThrow({ where: { id: keyId } }))
const audits = (action: string) =>
  asViewer(round.system, (tx) => tx.auditEvent.findMany({ where: { action, organisationId: round.organisationId } }))

describe('who may not make or revoke a key', () => {
  it.each(['coordinator', 'director', 'finance', 'steering', 'auditor'] as const)('%s', async (role) => {
    const { keyId } = await keyFor(admin)
    const refused = { ok: false, reason: 'NOT_ALLOWED' }
    expect(await createKey(fresh(round[role]), wanted)).toEqual(refused)
    expect(await revokeKey(fresh(round[role]), { keyId })).toEqual(refused)
    expect(await listKeys(round[role])).toBeNull()
    expect((await row(keyId)).revokedAt).toBeNull()
  })

  it('an administrator of another county: that key is not there', async () => {
    const { keyId } = await keyFor(admin)
    expect(await revokeKey(fresh(otherAdmin), { keyId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await listKeys(otherAdmin)).toEqual([])
    expect((await row(keyId)).revokedAt).toBeNull()
  })

  it('an administrator, for another county’s project', async () => {
    const made = await createKey(fresh(admin), { ...wanted, project: other.projectId })
    expect(made).toMatchObject({ ok: false, reason: 'NOT_FOUND' })
    expect(await listKeys(admin)).toEqual([])
  })

  it('an administrator who signed in more than 15 minutes ago', async () => {
    const { keyId } = await keyFor(admin)
    const at = (minutes: number) => ({ ...admin, authenticatedAt: new Date(Date.now() - minutes * 60_000) })
    const refused = { ok: false, reason: 'SIGN_IN_AGAIN' }
    expect(await createKey(at(16), wanted)).toEqual(refused)
    expect(await createKey({ ...admin, authenticatedAt: null }, wanted)).toEqual(refused)
    expect(await revokeKey(at(16), { keyId })).toEqual(refused)
    expect((await createKey(at(14), wanted)).ok).toBe(true)
  })

  it.each([
    ['name', { name: ' ' }],
    ['project', { project: 'kkk2' }],
    ['scope', { scope: 'all' }],
    ['days', { days: '0' }],
    ['days', { days: '366' }],
    ['days', { days: '1,5' }],
  ])('nobody, with a wrong %s (%o)', (field, change) => {
    const read = newKeySchema.safeParse({ name: 'Power BI', project: '', scope: 'published', days: '365', ...change })
    expect(read.error?.issues.map(({ path }) => path.join())).toEqual([field])
  })
})

describe('what opens nothing', () => {
  it('no key, another scheme, a key in the address, a session', async () => {
    const { secret } = await keyFor(admin)
    for (const answer of [
      await ask('projects', null),
      await ask('projects', null, { authorization: `Basic ${btoa(`key:${secret}`)}` }),
      await ask('projects', null, { cookie: `etappi=${secret}` }),
      await ask(`projects?key=${secret}&access_token=${secret}`, null),
      await ask('salaisuudet', null),
    ]) {
      expect(await problemOf(answer)).toMatchObject({ status: 401, type: 'urn:etappi:problem:no-key' })
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Etappi"')
      expect(answer.headers.get('location')).toBeNull()
    }
  })

  it.each([
    ['of another form', () => 'x'],
    ['with another prefix', (secret: string) => secret.replace('etappi_', 'sk_')],
    ['with one letter changed', (secret: string) => secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A')],
    ['as its hash, which is what a thief of the database has', hashOf],
  ])('a key %s', async (_, change) => {
    const { secret } = await keyFor(admin)
    const answer = await ask('projects', change(secret))
    expect(await problemOf(answer)).toMatchObject({ status: 401, type: 'urn:etappi:problem:unknown-key' })
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })

  it('an expired key', async () => {
    const { secret } = await keyFor(admin, { days: 1 })
    expect((await ask('projects', secret)).status).toBe(200)
    setClock(new Date(Date.now() + 86_400_001))
    expect(await problemOf(await ask('projects', secret))).toMatchObject({
      status: 401,
      type: 'urn:etappi:problem:expired-key',
    })
  })

  it('a revoked key, from the next request on', async () => {
    const { secret, keyId } = await keyFor(admin)
    expect((await ask('projects', secret)).status).toBe(200)
    expect(await revokeKey(fresh(admin), { keyId })).toEqual({ ok: true, value: null })
    expect(await problemOf(await ask('projects', secret))).toMatchObject({
      status: 401,
      type: 'urn:etappi:problem:revoked-key',
    })
    expect(await revokeKey(fresh(admin), { keyId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await audits('api_key.revoked')).toHaveLength(1)
  })

  it('a key of a project that another one is asked for with: it looks like one that does not exist', async () => {
    const { secret } = await keyFor(admin, { project: round.projectId })
    const foreign = await ask(`projects?project=${other.projectKey}`, secret)
    const missing = await ask('projects?project=ei-ole', secret)
    expect(foreign.status).toBe(404)
    expect(await foreign.text()).toBe(await missing.text())
    expect((await ask(`projects?project=${round.projectKey}`, secret)).status).toBe(200)
  })
})

describe('a key', () => {
  it('is kept as its hash only, wherever one looks in the database', async () => {
    const { secret, keyId } = await keyFor(admin)
    expect(secret).toMatch(/^etappi_[A-Za-z0-9_-]{43}$/)
    const kept = await row(keyId)
    expect(kept).toMatchObject({
      sha256: hashOf(secret),
      start: secret.slice(0, 13),
      organisationId: round.organisationId,
    })
    const tables = await asViewer(
      round.system,
      (tx) => tx.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const found = await withClient(testDatabase().ownerUrl, (client) =>
      client.query<{ text: string }>(
        tables.map(({ name }) => `SELECT t::text AS text FROM "${name}" t`).join(' UNION ALL '),
      ),
    )
    const texts = found.rows.map(({ text }) => text)
    expect(texts.filter((text) => text.includes(hashOf(secret)))).toHaveLength(1)
    expect(texts.filter((text) => text.includes(secret.slice(7)))).toEqual([])
  })

  it('is listed for its county, newest first, and its making is recorded without it', async () => {
    const { secret } = await keyFor(admin, { project: round.projectId, scope: 'approved', days: 30 })
    expect(await listKeys(admin)).toMatchObject([
      { name: 'Power BI', scope: 'approved', state: 'valid', start: secret.slice(0, 13), lastUsedAt: null },
    ])
    const [made] = await audits('api_key.created')
    expect(made).toMatchObject({ right: 'admin', actorId: admin.userId })
    expect(JSON.stringify(made)).not.toContain(secret.slice(7))
  })

  it('notes its use: the moment once a minute, an audit row once a day', async () => {
    const { secret, keyId } = await keyFor(admin)
    const start = new Date('2026-03-10T10:00:00Z')
    for (const seconds of [0, 10, 59, 61, 3600, 86_400]) {
      setClock(new Date(start.getTime() + seconds * 1000))
      expect((await ask('projects', secret)).status).toBe(200)
      if (seconds === 59) expect((await row(keyId)).lastUsedAt).toEqual(start)
    }
    expect((await row(keyId)).lastUsedAt?.toISOString()).toBe('2026-03-11T10:00:00.000Z')
    expect(await audits('api_key.used')).toHaveLength(2)
    await Promise.all(Array.from({ length: 5 }, () => ask('projects', secret)))
    expect(await audits('api_key.used')).toHaveLength(2)
  })

  it('leaves a row of what it read: once a day for the same table, form and data, with the hash of the page', async () => {
    const { secret, keyId } = await keyFor(admin)
    const text = await (await ask('projects', secret)).text()
    for (const path of ['projects', 'projects', 'projects?format=csv', 'periods']) await ask(path, secret)
    const before = (await ask('projects', secret)).headers.get('etag') ?? ''
    expect((await ask('units', secret, { 'if-none-match': '*' })).status).toBe(304)
    expect((await ask('projects', secret, { 'if-none-match': before })).status).toBe(304)
    const read = async () => (await audits('api_key.table_read')).map(({ data }) => data as Record<string, string>)
    expect((await read()).map(({ table, format }) => `${table} ${format}`).toSorted()).toEqual([
      ...['periods json', 'projects csv', 'projects json'],
    ])
    const first = (await audits('api_key.table_read')).find(({ data }) => JSON.stringify(data).includes('"json"'))
    expect(first).toMatchObject({ right: 'api_key', subjectId: keyId, source: 'reporting-api', result: 'done' })
    expect(first?.requestId).toBeTruthy()
    const ofProjects = (await read()).find(({ table, format }) => table === 'projects' && format === 'json')
    expect(ofProjects?.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    // The moment of a row is the database's own.
    setClock(new Date(Date.now() + 86_400_000))
    await ask('projects', secret)
    expect(await read()).toHaveLength(4)
  })

  it('that has ended leaves a row when it is shown, once an hour; one that is nobody’s leaves none', async () => {
    const { secret, keyId } = await keyFor(admin)
    await revokeKey(fresh(admin), { keyId })
    await ask('projects', `etappi_${'x'.repeat(43)}`)
    expect(await audits('api_key.refused')).toEqual([])
    for (const _ of [1, 2, 3]) expect((await ask('projects', secret)).status).toBe(401)
    expect(await audits('api_key.refused')).toMatchObject([
      { subjectId: keyId, right: 'api_key', result: 'refused', data: { reason: 'revoked' } },
    ])
  })

  it('may ask 300 times a minute, each key by itself', async () => {
    const [one, two] = [await keyFor(admin), await keyFor(admin)]
    await asViewer(round.system, (tx) =>
      tx.rateLimit.create({
        data: { key: `reporting-api:key:${one.keyId}`, hits: 299, resetsAt: new Date(Date.now() + 60_000) },
      }),
    )
    expect((await ask('projects', one.secret)).status).toBe(200)
    const answer = await ask('projects', one.secret)
    expect(await problemOf(answer)).toMatchObject({ status: 429, type: 'urn:etappi:problem:too-many' })
    expect(answer.headers.get('retry-after')).toBe('60')
    expect((await ask('projects', two.secret)).status).toBe(200)
  })

  it('wrong keys of one sender are counted, too', async () => {
    const from = { 'x-forwarded-for': '192.0.2.7, 10.0.0.1' }
    await asViewer(round.system, (tx) =>
      tx.rateLimit.create({
        data: { key: 'reporting-api:address:192.0.2.7', hits: 60, resetsAt: new Date(Date.now() + 60_000) },
      }),
    )
    expect((await ask('projects', `etappi_${'x'.repeat(43)}`, from)).status).toBe(429)
    expect((await ask('projects', (await keyFor(admin)).secret, from)).status).toBe(200)
  })
})

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
