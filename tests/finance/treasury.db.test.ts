import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import { fetchFile, makeFile } from '@/lib/finance/treasury/files/commands'
import { draftFile, listFiles, readMonthView } from '@/lib/finance/treasury/files/queries'
import { addItem, changeItem, removeItem } from '@/lib/finance/treasury/items/commands'
import { addOwner, changeOwner, openOwner, removeOwner } from '@/lib/finance/treasury/owners/commands'
import { addPayment, changePayment, removePayment } from '@/lib/finance/treasury/payments/commands'
import { findContractor, findItem, readTreasury } from '@/lib/finance/treasury/queries'
import { exportPackage, importPackage } from '@/lib/project-packages/commands'
import type { ProjectHeader } from '@/lib/projects/model'
import { findProject } from '@/lib/projects/queries'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { fillReport, reportOf } from '../support/builders/round'
import { itemOf, makeTreasury, ownerOf, paymentOf, type TreasuryAt } from '../support/builders/treasury'

let at: TreasuryAt
const missing = '00000000-0000-7000-8000-000000000000'
const month = '2025-09'
const row = (id: string, version = 1) => ({ projectId: at.projectId, id, version })
const asked = (part: object = {}) => ({ projectId: at.projectId, project: at.projectKey, month, ...part })
const draw = (sheets: Parameters<typeof drawWorkbook>[0], title: string) => drawWorkbook(sheets, title, 'fi')
const fetched = (fileId: string, format: 'json' | 'xlsx' = 'json') => ({ projectKey: at.projectKey, fileId, format })
function done<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}
const header = async (): Promise<ProjectHeader> => {
  const project = await findProject(at.finance, at.projectKey)
  if (!project) throw new Error('no project')
  return project
}
const asking = { asked: month, today: '2025-11-22' }
const standing = async (of = month) =>
  (await readMonthView(at.finance, await header(), { ...asking, asked: of }))?.standing
const audit = (action: string) =>
  asViewer(at.system, (tx) =>
    tx.auditEvent.findMany({
      where: { action, organisationId: at.organisationId },
      orderBy: { id: 'asc' },
      select: { actorId: true, right: true, subjectId: true, data: true },
    }),
  )

beforeEach(async () => {
  at = await makeTreasury()
})

describe('who may not keep what the State Treasury is told', () => {
  const commands: Record<string, (who: Viewer) => Promise<{ ok: boolean }>> = {
    addItem: (who) => addItem(who, itemOf(at, { supportId: 'toinen' })),
    changeItem: (who) => changeItem(who, { ...itemOf(at), ...row(missing) }),
    removeItem: (who) => removeItem(who, row(missing)),
    addPayment: (who) => addPayment(who, paymentOf(at)),
    changePayment: (who) => changePayment(who, { ...paymentOf(at), ...row(missing) }),
    removePayment: (who) => removePayment(who, row(missing)),
    addOwner: (who) => addOwner(who, ownerOf(at)),
    changeOwner: (who) => changeOwner(who, { ...ownerOf(at), ...row(missing) }),
    removeOwner: (who) => removeOwner(who, row(missing)),
    openOwner: (who) => openOwner(who, row(at.ownerId)),
    makeFile: (who) => makeFile(who, asked()),
    fetchFile: (who) => fetchFile(who, fetched(missing), draw),
  }

  it.each(Object.keys(commands))('%s', async (name) => {
    const command = commands[name]
    for (const role of ['coordinator', 'director', 'steering', 'auditor'] as const) {
      expect(await command?.(at[role])).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect(await command?.(at.otherCounty)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    // What one refuses it does for those who may, or says that the thing itself is missing.
    const allowed = await command?.(at.finance)
    expect(allowed).toMatchObject(allowed?.ok ? { ok: true } : { ok: false, reason: 'NOT_FOUND' })
  })

  it('and who may not read: a director of the project neither, to say nothing of another county', async () => {
    for (const who of [at.director, at.coordinator, at.steering, at.auditor, at.otherCounty]) {
      expect(await readTreasury(who, at.projectId)).toBeNull()
      expect(await findItem(who, at.projectId, at.itemId)).toBeNull()
      expect(await findContractor(who, at.projectId, at.contractorId)).toBeNull()
      expect(await listFiles(who, at.projectId)).toEqual([])
      expect(await draftFile(who, await header(), month)).toBeNull()
      expect(await readMonthView(who, await header(), asking)).toBeNull()
    }
    expect((await readTreasury(at.finance, at.projectId))?.items).toHaveLength(1)
    expect(await audit('treasury.births_read')).toEqual([])
  })

  it('nor what hangs on another project', async () => {
    const other = await makeTreasury()
    const notFound = { ok: false, reason: 'NOT_FOUND' }
    expect(await addPayment(at.finance, paymentOf(at, { itemId: other.itemId }))).toEqual(notFound)
    expect(await addOwner(at.finance, ownerOf(at, { itemId: other.itemId }))).toEqual(notFound)
    const contractor = { itemId: null, contractorId: other.contractorId }
    expect(await addOwner(at.finance, ownerOf(at, contractor))).toEqual(notFound)
    expect(await addOwner(at.finance, ownerOf(at, { contractorId: at.contractorId }))).toEqual(notFound)
    expect(await openOwner(at.finance, row(other.ownerId))).toEqual(notFound)
    expect(await makeFile(at.finance, asked({ project: other.projectKey }))).toEqual(notFound)
  })
})

describe('a support', () => {
  it('has an id of its own in the project', async () => {
    const taken = { ok: false, reason: 'INVALID', fields: { supportId: 'finance.error.supportIdTaken' } }
    expect(await addItem(at.finance, itemOf(at))).toEqual(taken)
    const both = await Promise.all([1, 2].map(() => addItem(at.finance, itemOf(at, { supportId: 'sama' }))))
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['INVALID', 'ok'])
    // Its own id is not taken from it.
    expect(await changeItem(at.finance, { ...itemOf(at, { name: 'Uusi nimi' }), ...row(at.itemId) })).toMatchObject({
      ok: true,
    })
    expect(await findItem(at.finance, at.projectId, at.itemId)).toMatchObject({ name: 'Uusi nimi', version: 2 })
  })

  it('of two who change it the second is told, and it goes with its payments and owners', async () => {
    const change = (name: string) => changeItem(at.finance, { ...itemOf(at, { name }), ...row(at.itemId) })
    const both = await Promise.all([change('a'), change('b')])
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['STALE', 'ok'])
    expect(await removeItem(at.finance, row(at.itemId))).toEqual({ ok: false, reason: 'STALE' })
    expect(await removeItem(at.finance, row(at.itemId, 2))).toMatchObject({ ok: true })
    expect(await readTreasury(at.finance, at.projectId)).toMatchObject({ items: [], contractorOwners: [{}, {}] })
    expect(await audit('treasury.item_removed')).toMatchObject([{ data: { with: { payments: 1, owners: 1 } } }])
  })
})

describe('a payment', () => {
  it('is changed and taken away by its version, and the log tells what stood there', async () => {
    const payments = async () => (await findItem(at.finance, at.projectId, at.itemId))?.payments ?? []
    const [first] = await payments()
    const recovery = paymentOf(at, { paymentType: 'recovery', amount: '-34.50', paidOn: '2025-09-30' })
    await changePayment(at.finance, { ...recovery, ...row(first?.id ?? '') })
    expect(await changePayment(at.finance, { ...recovery, ...row(first?.id ?? '') })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    expect(await payments()).toMatchObject([{ paymentType: 'recovery', amount: '-34.5', paidOn: '2025-09-30' }])
    expect(await audit('treasury.payment_changed')).toMatchObject([
      { right: 'finance', data: { amount: '-34.50', before: { amount: '1234.5', paidOn: '2025-09-12' } } },
    ])
    expect(await removePayment(at.finance, row(first?.id ?? ''))).toEqual({ ok: false, reason: 'STALE' })
    expect(await removePayment(at.finance, row(first?.id ?? '', 2))).toEqual({ ok: true, value: { itemId: at.itemId } })
    expect(await payments()).toEqual([])
  })
})

describe('the day of birth of a beneficial owner', () => {
  it('is in nothing that is read without being recorded', async () => {
    const treasury = await readTreasury(at.finance, at.projectId)
    expect(treasury?.items[0]?.owners).toMatchObject([{ birth: 'known', roleFrom: '2023-01-01' }])
    expect(JSON.stringify([treasury, await findItem(at.finance, at.projectId, at.itemId)])).not.toMatch(
      /bornOn|1961|1958/,
    )
    expect(await audit('treasury.births_read')).toEqual([])
  })

  it('is handed out to a page with a row that says to whom, whose and why', async () => {
    expect(done(await openOwner(at.finance, row(at.ownerId)))).toMatchObject({ bornOn: '1961-07-29' })
    expect(await audit('treasury.births_read')).toEqual([
      {
        actorId: at.finance.userId,
        right: 'finance',
        subjectId: at.projectId,
        data: { why: 'page', owners: [at.ownerId] },
      },
    ])
    const unknown = done(await addOwner(at.finance, ownerOf(at, { bornOn: null })))
    expect(done(await openOwner(at.finance, row(unknown.id)))).toMatchObject({ bornOn: null })
    expect(await audit('treasury.births_read')).toHaveLength(1)
  })

  it('is handed out with a file with a row that names everybody in it', async () => {
    const { id } = done(await makeFile(at.finance, asked()))
    expect(await audit('treasury.births_read')).toEqual([])
    const { bytes } = done(await fetchFile(at.finance, fetched(id), draw))
    expect(new TextDecoder().decode(bytes)).toContain('1961-07-29')
    const [read] = await audit('treasury.births_read')
    const owners = (await readTreasury(at.finance, at.projectId))?.contractorOwners.map((one) => one.id) ?? []
    expect(read).toMatchObject({ subjectId: id, data: { why: 'file', owners: [at.ownerId, ...owners] } })
    expect(await audit('treasury.file_fetched')).toMatchObject([{ data: { month, format: 'json' } }])
  })

  it('stands, like the name, in no row of the log', async () => {
    await changeOwner(at.finance, { ...ownerOf(at, { bornOn: '1962-08-30' }), ...row(at.ownerId) })
    await openOwner(at.finance, row(at.ownerId, 2))
    const { id } = done(await makeFile(at.finance, asked()))
    await fetchFile(at.finance, fetched(id, 'xlsx'), draw)
    await removeOwner(at.finance, row(at.ownerId, 2))
    const all = await asViewer(at.system, (tx) =>
      tx.auditEvent.findMany({ where: { organisationId: at.organisationId, action: { startsWith: 'treasury.' } } }),
    )
    expect(all.length).toBeGreaterThan(10)
    expect(JSON.stringify(all)).not.toMatch(/SUKU-|196[12]-|1958-/)
  })

  it('is, like the name, in nothing that is published', async () => {
    const report = () => reportOf(at.unit.id, at.periodId)
    const step = async () => ({ reportId: (await report()).id, version: (await report()).version })
    await fillReport(at.coordinator, (await report()).id)
    await submitReport(at.coordinator, await step())
    await approveReport(at.director, await step())
    await publishPeriod(at.director, { projectId: at.projectId, periodKey: '2025-Q3', note: 'Koe' })
    const { body } = await asViewer(at.system, (tx) =>
      tx.snapshot.findFirstOrThrow({ where: { projectId: at.projectId }, select: { body: true } }),
    )
    const published = JSON.stringify(body)
    expect(published).toContain('Apuri Oy')
    expect(published).not.toMatch(/SUKU-|Edunsaaja|1961-|1958-/)
  })

  it('of two who change the owner the second is told', async () => {
    const change = (lastName: string) => changeOwner(at.finance, { ...ownerOf(at, { lastName }), ...row(at.ownerId) })
    const both = await Promise.all([change('a'), change('b')])
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['STALE', 'ok'])
  })
})

describe('the file of a month', () => {
  it('is refused while something required is missing, and then nothing is written', async () => {
    const [payment] = (await findItem(at.finance, at.projectId, at.itemId))?.payments ?? []
    await changeItem(at.finance, { ...itemOf(at, { implementer: null }), ...row(at.itemId) })
    expect(await makeFile(at.finance, asked())).toEqual({ ok: false, reason: 'NOT_COMPLETE' })
    expect(await makeFile(at.finance, asked({ month: '2099-01' }))).toEqual({ ok: false, reason: 'NOT_COMPLETE' })
    expect(await listFiles(at.finance, at.projectId)).toEqual([])
    expect(await audit('treasury.file_made')).toEqual([])
    expect(payment).toBeDefined()
  })

  it('has the same fingerprint for the same data, and says what has changed for other data', async () => {
    expect(await standing()).toBeNull()
    const first = done(await makeFile(at.finance, asked()))
    const again = done(await makeFile(at.finance, asked()))
    expect(again.sha256).toBe(first.sha256)
    expect(await standing()).toEqual({ file: again.id, same: true, changes: [] })
    await addPayment(at.finance, paymentOf(at, { paidOn: '2025-09-20', amount: '1' }))
    expect(await standing()).toMatchObject({
      same: false,
      changes: [
        { kind: 'item', how: 'changed' },
        { kind: 'payment', day: '2025-09-20', how: 'added' },
      ],
    })
    const third = done(await makeFile(at.finance, asked()))
    expect(third.sha256).not.toBe(first.sha256)
    expect((await listFiles(at.finance, at.projectId)).map(({ sha256, month: of }) => [sha256, of])).toEqual([
      [third.sha256, month],
      [first.sha256, month],
      [first.sha256, month],
    ])
    expect(await standing('2025-08')).toBeNull()
  })

  it('is looked at for the month asked for, and for the last whole one when none or an impossible one is', async () => {
    const months = async (of?: string) =>
      (await readMonthView(at.finance, await header(), { ...asking, asked: of }))?.month
    expect(await Promise.all([months('2025-07'), months(), months('2025-12'), months('x')])).toEqual([
      ...['2025-07', '2025-10', '2025-10', '2025-10'],
    ])
  })

  it('is fetched later byte for byte as it was made, whatever has changed since', async () => {
    const { id, sha256 } = done(await makeFile(at.finance, asked()))
    await removeItem(at.finance, row(at.itemId))
    const { bytes, name } = done(await fetchFile(at.finance, fetched(id), draw))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(name).toBe(`${at.projectKey}-valtiokonttori-2025-09.json`)
    expect(done(await fetchFile(at.finance, fetched(id, 'xlsx'), draw)).name).toMatch(/2025-09\.xlsx$/)
  })

  it('stands in the log with a fingerprint of everything but persons, when it is made and each time it is fetched', async () => {
    const { id } = done(await makeFile(at.finance, asked()))
    for (const format of ['json', 'xlsx'] as const) await fetchFile(at.finance, fetched(id, format), draw)
    const [made] = await audit('treasury.file_made')
    expect(made).toMatchObject({
      subjectId: id,
      data: { month, sha256WithoutOwners: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const markIn = (data: unknown) => (data as { sha256WithoutOwners: string } | undefined)?.sha256WithoutOwners
    const mark = markIn(made?.data)
    expect((await audit('treasury.file_fetched')).map(({ data }) => data)).toEqual([
      { month, format: 'json', sha256WithoutOwners: mark },
      { month, format: 'xlsx', sha256WithoutOwners: mark },
    ])
    const lastMark = async () => markIn((await audit('treasury.file_made')).at(-1)?.data)
    done(
      await changeOwner(at.finance, {
        ...ownerOf(at, { bornOn: '1971-01-01', lastName: 'Toisin' }),
        ...row(at.ownerId),
      }),
    )
    const other = done(await makeFile(at.finance, asked()))
    expect(await lastMark()).toBe(mark)
    done(await addPayment(at.finance, paymentOf(at, { paidOn: '2025-09-20', amount: '1' })))
    expect(done(await makeFile(at.finance, asked())).sha256).not.toBe(other.sha256)
    expect(await lastMark()).not.toBe(mark)
    const log = await asViewer(at.system, (tx) => tx.auditEvent.findMany({ select: { data: true } }))
    const { sha256 } = await asViewer(at.system, (tx) => tx.treasuryFile.findUniqueOrThrow({ where: { id } }))
    expect(JSON.stringify(log)).not.toContain(sha256)
  })

  it('cannot be changed once it was made', async () => {
    const { id } = done(await makeFile(at.finance, asked()))
    const write = (work: 'update' | 'delete') =>
      asViewer(at.system, (tx) =>
        work === 'update'
          ? tx.treasuryFile.update({ where: { id }, data: { content: '{}' } })
          : tx.treasuryFile.delete({ where: { id } }),
      )
    await expect(write('update')).rejects.toThrow()
    await expect(write('delete')).rejects.toThrow()
  })

  it('is not asked for without end', async () => {
    const { id } = done(await makeFile(at.finance, asked()))
    const answers = []
    for (let turn = 0; turn < 31; turn += 1) answers.push(await fetchFile(at.finance, fetched(id), draw))
    expect(answers.slice(0, 29).every(({ ok }) => ok)).toBe(true)
    expect(answers.slice(29)).toEqual([
      { ok: false, reason: 'TOO_MANY' },
      { ok: false, reason: 'TOO_MANY' },
    ])
    expect(await makeFile(at.finance, asked())).toEqual({ ok: false, reason: 'TOO_MANY' })
  })
})

describe('a file that came with a package and is none of this form', () => {
  it('is fetched as it is, with a row in the log, and not drawn', async () => {
    const { id } = await asViewer(at.system, (tx) =>
      tx.treasuryFile.create({
        data: {
          ...{ projectId: at.projectId, organisationId: at.organisationId, sha256: 'x', content: '{"vanha": 1}' },
          month: new Date('2025-09-01'),
        },
      }),
    )
    expect(new TextDecoder().decode(done(await fetchFile(at.finance, fetched(id), draw)).bytes)).toBe('{"vanha": 1}')
    expect(await fetchFile(at.finance, fetched(id, 'xlsx'), draw)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await audit('treasury.births_read')).toMatchObject([{ data: { why: 'file', owners: 'unknown' } }])
    expect(await standing()).toEqual({ file: id, same: false, changes: [] })
  })
})

describe('a package of the project', () => {
  it('takes the days of birth along with a row that says whose', async () => {
    done(await exportPackage(at.system, { project: at.projectKey }))
    const owners = expect.arrayContaining([at.ownerId])
    expect(await audit('treasury.births_read')).toMatchObject([
      { subjectId: at.projectId, data: { why: 'package', owners } },
    ])
  })

  it('that is compared with the project says that a day of birth differs, and tells neither day', async () => {
    const { text } = done(await exportPackage(at.system, { project: at.projectKey }))
    const [day = ''] = /(?<="bornOn": ?")\d{4}-\d\d-\d\d/.exec(text) ?? []
    expect(day).toMatch(/^19/)
    const answer = await importPackage(at.system, { text: text.replace(`"${day}"`, '"1944-05-06"') })
    const told = JSON.stringify(answer)
    expect(told).toContain('bornOn')
    expect(told).not.toMatch(/1944|19[56]\d-/)
    const other = await importPackage(at.system, { text: text.replace('Apuri Oy', 'Toinen Oy') })
    expect(JSON.stringify(other)).toMatch(/Apuri Oy.*Toinen Oy/)
  })

  it('is for the administrator only, so that nobody else gets the days of birth with it', async () => {
    for (const who of [at.finance, at.director, at.auditor]) {
      expect(await exportPackage(who, { project: at.projectKey })).toMatchObject({ ok: false, reason: 'NOT_ALLOWED' })
    }
  })
})
