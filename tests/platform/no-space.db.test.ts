// No room on a disk: of the database, and of uploaded files. What is refused leaves nothing, and goes once there is room.
import fs from 'node:fs'
import type * as promises from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { takeFile } from '@/app/api/sent-file'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { isOutOfSpace } from '@/lib/platform/no-space'
import { words } from '@/lib/platform/words'
import { addFile } from '@/lib/status-reports/evidence/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { withClient } from '../../scripts/database/open.mts'
import { makeRound, type Round, reportOf } from '../support/builders/round'
import { testDatabase } from '../support/database'
import { effectOf, Looker } from './fault-sweep/look'

const here = vi.hoisted(() => ({ isFull: false, sender: null as unknown }))
vi.mock('next/headers', () => ({ headers: async () => new Headers() }))
vi.mock('@/lib/access/session', () => ({ currentViewer: async () => here.sender }))
vi.mock('@/app/locale', () => ({ requestWords: async () => words('fi') }))
// A stand-in for a full disk: as one does, it takes the beginning of a file and then no more.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>()
  const writeFile = async (file: string, bytes: Uint8Array, options: object) => {
    await real.writeFile(file, here.isFull ? bytes.subarray(0, 3) : bytes, options)
    if (here.isFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }
  return { ...real, writeFile }
})

let round: Round
let reportId: string
let looker: Looker
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-full-'))
const onDatabase = (sql: string) => withClient(testDatabase().ownerUrl, (client) => client.query(sql))

/** PostgreSQL finds no room for a row of the table, and says so with its own code. */
const fill = (table: string) =>
  onDatabase(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION no_room()`)
const makeRoom = () => onDatabase('DROP FUNCTION IF EXISTS no_room CASCADE')

beforeAll(async () => {
  round = await makeRound()
  reportId = (await reportOf(round.unit.id, round.periodId)).id
  here.sender = round.coordinator
  looker = await Looker.at(testDatabase().ownerUrl)
  Object.assign(env(), { dataDir: folder })
})
afterEach(async () => {
  here.isFull = false
  Object.assign(env(), { files: 'database' })
  await makeRoom()
})
afterAll(async () => {
  fs.rmSync(folder, { recursive: true })
  await looker.end()
  await disconnect()
})

/** A file as the plain form of a report sends it. */
async function send(key: string): Promise<Response> {
  const form = new FormData()
  form.set('once', key)
  form.set('label', 'Muistio')
  form.set('file', new File(['%PDF-1.7\nMuistion sisältö, joka ei mahdu.\n%%EOF\n'], 'muistio.pdf'))
  const request = new Request('http://etappi.example/api/reports', { method: 'POST', body: form })
  const shape = z.object({ label: z.string() })
  return takeFile(
    request,
    shape,
    (viewer, { label }, file) => addFile(viewer, { reportId, label, path: '', ...file }),
    (_, answer) => `/raportti?file=${answer}`,
  )
}

describe('a database without room', () => {
  it('refuses a save whole, and takes the same text later', async () => {
    const { entries } = await reportOf(round.unit.id, round.periodId)
    const version = entries.find((entry) => entry.path === 'results/text')?.version ?? 0
    const typed = { reportId, path: 'results/text', text: 'Kirjoitettu, kun levy oli täynnä.', version }
    const before = await looker.look()
    await fill('StatusReportEntry')
    const refused = await saveField(round.coordinator, typed).catch((error: unknown) => error)
    expect(isOutOfSpace(refused)).toBe(true)
    expect(effectOf(before, await looker.look())).toEqual({})
    await makeRoom()
    expect(await saveField(round.coordinator, typed)).toMatchObject({ ok: true, value: { ok: true } })
  })

  it('for a file answers with a page that says so, keeps nothing, and takes it later by the same form', async () => {
    const before = await looker.look()
    await fill('StoredFile')
    const answer = await send('avain-1')
    expect([answer.status, answer.headers.get('content-language')]).toEqual([507, 'fi'])
    expect(await answer.text()).toContain(words('fi')('errors.noSpace.text'))
    expect(effectOf(before, await looker.look())).toEqual({})
    await makeRoom()
    const later = await send('avain-1')
    expect([later.status, later.headers.get('location')]).toEqual([303, '/raportti?file=added'])
    expect(effectOf(before, await looker.look())).toMatchObject({ StoredFile: 1, Evidence: 1 })
  })
})

describe('a disk without room for uploaded files', () => {
  it('leaves neither a row nor the beginning of a file, and takes it later by the same form', async () => {
    Object.assign(env(), { files: 'disk' })
    const files = () => (fs.existsSync(path.join(folder, 'files')) ? fs.readdirSync(path.join(folder, 'files')) : [])
    const before = await looker.look()
    here.isFull = true
    const answer = await send('avain-2')
    expect(answer.status).toBe(507)
    expect(files()).toEqual([])
    expect(effectOf(before, await looker.look())).toEqual({})
    here.isFull = false
    expect((await send('avain-2')).status).toBe(303)
    expect(files()).toHaveLength(1)
  })
})

describe('what is out of space', () => {
  it.each([
    ['PostgreSQL', { code: '53100' }],
    ['PostgreSQL, as the database client wraps it', { cause: { originalCode: '53100' } }],
    ['the file system', { code: 'ENOSPC' }],
    ['a quota', { code: 'EDQUOT' }],
  ])('%s', (_, error) => {
    expect(isOutOfSpace(Object.assign(new Error('x'), error))).toBe(true)
  })

  it('nothing else: that is thrown on', async () => {
    for (const error of [null, 'ENOSPC', new Error('ENOSPC'), Object.assign(new Error('x'), { code: '23505' })]) {
      expect(isOutOfSpace(error)).toBe(false)
    }
    here.sender = { ...round.coordinator }
    await expect(
      takeFile(
        new Request('http://a.example/', { method: 'POST', body: await formOf() }),
        z.object({}),
        () => Promise.reject(new Error('planted')),
        () => '/',
      ),
    ).rejects.toThrow('planted')
  })
})

async function formOf(): Promise<FormData> {
  const form = new FormData()
  form.set('once', 'avain-3')
  return form
}
