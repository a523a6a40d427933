import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { addPurchase, changePurchase, removePurchase } from '@/lib/finance/purchases/commands'
import { findPurchase } from '@/lib/finance/purchases/queries'
import { changeFunding } from '@/lib/finance/shares/commands'
import { listProjectShares } from '@/lib/finance/shares/queries'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { type Finances, makeFinances, purchaseOf } from '../support/builders/finance'
import { fillReport, reportOf } from '../support/builders/round'

let at: Finances
const added = async (part: object = {}): Promise<string> => {
  const result = await addPurchase(at.finance, purchaseOf(at, part))
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.id
}
async function approveFirst(): Promise<void> {
  const report = () => reportOf(at.unit.id, at.periodId)
  const step = async () => ({ reportId: (await report()).id, version: (await report()).version })
  await fillReport(at.coordinator, (await report()).id)
  await submitReport(at.coordinator, await step())
  await approveReport(at.director, await step())
}
const row = (id: string, version = 1) => ({ projectId: at.projectId, id, version })

beforeEach(async () => {
  at = await makeFinances()
})

describe('a purchase', () => {
  it('keeps who does the work, who else pays, and from where the money comes', async () => {
    const id = await added({
      contractors: [{ name: 'Tekijä Oy', businessId: '0112038-9', isSubcontractor: true }],
      parts: [{ investmentId: at.second, amount: null }],
      shares: [
        { source: 'grant', percent: '80.00', note: null },
        { source: 'own', percent: '20.00', note: 'oma' },
      ],
    })
    expect(await findPurchase(at.auditor, at.projectId, id)).toMatchObject({
      sourceId: 'H001',
      amount: '2500',
      contractors: [{ name: 'Tekijä Oy', businessId: '0112038-9', isSubcontractor: true }],
      shares: [{ investmentId: at.second, amount: null }],
      fundingShares: [
        { source: 'grant', percent: '80' },
        { source: 'own', percent: '20', note: 'oma' },
      ],
    })
  })

  it('whose amount is unknown stays so, and its number follows the highest', async () => {
    await added()
    const both = await Promise.all([added({ amount: null, amountAsWritten: '??' }), added()])
    const found = await Promise.all(both.map((id) => findPurchase(at.finance, at.projectId, id)))
    expect(found[0]).toMatchObject({ amount: null, amountAsWritten: '??' })
    expect(found.map((one) => one?.sourceId).sort()).toEqual(['H002', 'H003'])
  })

  it('of two who change it at once the second is told, and nothing of theirs is half written', async () => {
    const id = await added()
    const change = (title: string) =>
      changePurchase(at.finance, {
        ...purchaseOf(at, { title, contractors: [{ name: title, businessId: null, isSubcontractor: false }] }),
        ...row(id),
      })
    const both = await Promise.all([change('a'), change('b')])
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['STALE', 'ok'])
    const now = await findPurchase(at.finance, at.projectId, id)
    expect(now?.contractors.map(({ name }) => name)).toEqual([now?.title])
  })

  it('changes live after it was published, and the publication does not', async () => {
    const id = await added()
    await approveFirst()
    const published = await publishPeriod(at.director, { projectId: at.projectId, periodKey: '2025-Q3', note: 'Koe' })
    expect(published.ok).toBe(true)
    const frozen = () =>
      asViewer(at.system, (tx) =>
        tx.snapshot.findFirstOrThrow({ where: { projectId: at.projectId }, select: { body: true, sha256: true } }),
      )
    const before = await frozen()
    expect(JSON.stringify(before.body)).toContain('Verkkokoulutus')
    expect((await changePurchase(at.finance, { ...purchaseOf(at, { title: 'Uusi nimi' }), ...row(id) })).ok).toBe(true)
    expect((await removePurchase(at.finance, row(id, 2))).ok).toBe(true)
    expect(await frozen()).toEqual(before)
  })

  it('on which evidence or a decision hangs is not taken away', async () => {
    const id = await added()
    await asViewer(at.system, (tx) =>
      tx.evidence.create({
        data: { organisationId: at.organisationId, label: 'Lasku', url: 'https://example.fi', purchaseId: id },
      }),
    )
    expect(await removePurchase(at.finance, row(id))).toEqual({ ok: false, reason: 'IN_USE' })
    expect(await findPurchase(at.finance, at.projectId, id)).toMatchObject({ version: 1 })
    await asViewer(at.system, (tx) => tx.evidence.deleteMany({ where: { purchaseId: id } }))
    expect(await removePurchase(at.finance, row(id, 3))).toEqual({ ok: false, reason: 'STALE' })
    expect((await removePurchase(at.finance, row(id))).ok).toBe(true)
  })
})

describe('funding of the whole project', () => {
  const change = (version: number, percents: Record<string, string>) =>
    changeFunding(at.finance, {
      projectId: at.projectId,
      version,
      shares: Object.entries(percents).map(([source, percent]) => ({ source: source as 'own', percent, note: null })),
    })

  it('is stated anew as a whole; of two at once the second is told', async () => {
    const both = await Promise.all([change(1, { grant: '60' }), change(1, { own: '60' })])
    expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['STALE', 'ok'])
    expect(await listProjectShares(at.steering, at.projectId)).toHaveLength(1)
    expect((await change(2, { grant: '85', own: '15' })).ok).toBe(true)
    expect(await listProjectShares(at.steering, at.projectId)).toMatchObject([
      { source: 'grant', percent: '85' },
      { source: 'own', percent: '15' },
    ])
  })

  it('never exceeds the whole in the database either: two writers past the form, one of them fails', async () => {
    const id = await added()
    const write = (source: 'grant' | 'own', percent: string) =>
      asViewer(at.system, (tx) =>
        tx.fundingShare.create({
          data: { organisationId: at.organisationId, projectId: at.projectId, purchaseId: id, source, percent },
        }),
      )
    const both = await Promise.allSettled([write('grant', '60.00'), write('own', '40.01')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const kept = await findPurchase(at.finance, at.projectId, id)
    expect(kept?.fundingShares).toHaveLength(1)
    const first = kept?.fundingShares[0]?.source
    await write(first === 'grant' ? 'own' : 'grant', first === 'grant' ? '40.00' : '59.99')
    expect((await findPurchase(at.finance, at.projectId, id))?.fundingShares).toHaveLength(2)
  })
})
