import { afterAll, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { keepFile } from '@/lib/evidence/files/commands'
import { disconnect } from '@/lib/platform/db'
import { exportPackage, importPackage } from '@/lib/project-packages/commands'
import { keepUpload, removeUpload, takeUpload } from '@/lib/project-packages/uploads/commands'
import { listUploads, readUpload } from '@/lib/project-packages/uploads/queries'
import { findProject } from '@/lib/projects/queries'
import { makePersonIn } from '@/tests/support/builders/round'
import { countyOf } from './county'

afterAll(disconnect)

const bytesOf = (text: string) => new TextEncoder().encode(text)
const idOf = (kept: Awaited<ReturnType<typeof keepUpload>>): string => {
  if (!kept.ok) throw new Error(kept.reason)
  return kept.value.id
}

describe('a package in administration', { timeout: 60_000 }, () => {
  it('is for the administrator only, and only in the own county', async () => {
    const { round, admin, text } = await countyOf()
    const id = idOf(await keepUpload(admin, { name: 'a.json', bytes: bytesOf(text) }))
    for (const role of ['coordinator', 'director', 'finance', 'steering', 'auditor'] as const) {
      const person = await makePersonIn(round, role)
      expect(await keepUpload(person, { name: 'a.json', bytes: bytesOf(text) })).toMatchObject({
        reason: 'NOT_ALLOWED',
      })
      expect(await listUploads(person)).toBeNull()
      expect(await readUpload(person, id)).toBeNull()
      expect(await takeUpload(person, { upload: id, key: undefined })).toMatchObject({ reason: 'NOT_ALLOWED' })
      expect(await importPackage(person, { text })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await exportPackage(person, { project: round.projectKey })).toMatchObject({ reason: 'NOT_ALLOWED' })
    }
    const other = await countyOf()
    expect(await readUpload(other.admin, id)).toBeNull()
    expect(await removeUpload(other.admin, { upload: id })).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await exportPackage(other.admin, { project: round.projectKey })).toMatchObject({ reason: 'NOT_FOUND' })
    expect(await listUploads(admin)).toHaveLength(1)
  })

  it('is tried out, taken in, and then let go', async () => {
    const { admin, text, key } = await countyOf()
    const id = idOf(await keepUpload(admin, { name: 'hanke.json', bytes: bytesOf(text) }))
    const found = await readUpload(admin, id)
    expect(await importPackage(admin, { text: found?.text ?? '', dryRun: true })).toMatchObject({
      value: { outcome: 'tried', key },
    })
    expect(await findProject(admin, key)).toBeNull()
    expect(await takeUpload(admin, { upload: id, key: undefined })).toEqual({ ok: true, value: { key } })
    expect((await findProject(admin, key))?.organisationId).toBe(admin.organisationId)
    expect(await listUploads(admin)).toEqual([])
    expect(await takeUpload(admin, { upload: id, key: undefined })).toMatchObject({ reason: 'NOT_FOUND' })
    const actions = await asViewer(admin, (tx) =>
      tx.auditEvent.findMany({
        where: { action: { startsWith: 'project.package' } },
        orderBy: { at: 'asc' },
        select: { action: true, actorId: true, right: true },
      }),
    )
    expect(actions.map(({ action }) => action)).toEqual([
      'project.package_sent',
      'project.package_imported',
      'project.package_let_go',
    ])
    expect(new Set(actions.map(({ right }) => right))).toEqual(new Set(['admin']))
    expect(new Set(actions.map(({ actorId }) => actorId))).toEqual(new Set([admin.userId]))
  })

  it('of another county comes into the own one, and says so', async () => {
    const [mine, other] = [await countyOf(), await countyOf()]
    const answer = await importPackage(mine.admin, { text: other.text })
    expect(answer).toMatchObject({ ok: true, value: { notes: [{ note: 'other_county' }] } })
    expect(await findProject(other.admin, other.key)).toBeNull()
    expect((await findProject(mine.admin, other.key))?.organisationId).toBe(mine.admin.organisationId)
    const again = await importPackage(other.admin, { text: other.text })
    expect(again).toMatchObject({ findings: [{ at: '/project/key', problem: 'key_taken' }] })
  })

  it('names people whose addresses are another county’s, and is the same the second time', async () => {
    const [mine, other] = [await countyOf(), await countyOf()]
    const { email } = await asViewer(other.admin, (tx) =>
      tx.user.findUniqueOrThrow({ where: { id: other.admin.userId ?? '' }, select: { email: true } }),
    )
    const given = JSON.parse(mine.text)
    given.people = [{ id: '00000000-0000-7000-8000-0000000000aa', name: 'Joku', email }]
    given.workPackageCoordinators = [{ workPackage: 'a', user: given.people[0].id }]
    const text = JSON.stringify(given)
    expect(await importPackage(mine.admin, { text })).toMatchObject({ value: { outcome: 'imported' } })
    expect(await importPackage(mine.admin, { text })).toMatchObject({ value: { outcome: 'identical' } })
    const people = await asViewer(mine.admin, (tx) =>
      tx.user.findMany({ where: { name: 'Joku' }, select: { email: true, disabledAt: true, passwordHash: true } }),
    )
    expect(people).toMatchObject([{ email: expect.stringMatching(/@package\.invalid$/), passwordHash: null }])
    expect(people[0]?.disabledAt).not.toBeNull()
  })

  it('is not kept when it does not begin like one, and nothing else is ever read as one', async () => {
    const { admin } = await countyOf()
    expect(await keepUpload(admin, { name: 'a.json', bytes: bytesOf('') })).toMatchObject({ reason: 'EMPTY_FILE' })
    expect(await keepUpload(admin, { name: 'a.json', bytes: bytesOf('{"a":1}') })).toMatchObject({
      reason: 'NOT_A_PACKAGE',
    })
    const kept = await keepFile(admin, {
      organisationId: admin.organisationId ?? '',
      name: 'a.txt',
      bytes: bytesOf('x'),
    })
    if (!kept.ok) throw new Error(kept.reason)
    expect(await readUpload(admin, kept.value.fileId)).toBeNull()
    expect(await removeUpload(admin, { upload: kept.value.fileId })).toMatchObject({ reason: 'NOT_FOUND' })
  })
})
