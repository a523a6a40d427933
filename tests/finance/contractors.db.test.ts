import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { addPurchase, changePurchase, removePurchase } from '@/lib/finance/purchases/commands'
import { findPurchase } from '@/lib/finance/purchases/queries'
import { type ContractorInput, newPurchaseSchema } from '@/lib/finance/purchases/schema'
import { type Finances, makeFinances, purchaseOf } from '../support/builders/finance'

let at: Finances
const main = (part: object = {}) => ({ name: 'Tekijä Oy', businessId: '1572860-0', isSubcontractor: false, ...part })
const sub = (part: object = {}) => ({ name: 'Apuri Oy', businessId: null, isSubcontractor: true, worksFor: 0, ...part })
const add = async (contractors: ContractorInput[]): Promise<string> => {
  const made = await addPurchase(at.finance, purchaseOf(at, { contractors }))
  if (!made.ok) throw new Error(made.reason)
  return made.value.id
}
const change = (id: string, contractors: ContractorInput[], version = 1) =>
  changePurchase(at.finance, { ...purchaseOf(at, { contractors }), projectId: at.projectId, id, version })
const stored = async (id: string) => (await findPurchase(at.finance, at.projectId, id))?.contractors ?? []
const own = (contractorId: string) =>
  asViewer(at.system, (tx) =>
    tx.beneficialOwner.create({
      data: {
        ...{ organisationId: at.organisationId, projectId: at.projectId, contractorId },
        ...{ firstNames: 'Edunsaaja', lastName: 'Yksi', sort: 0 },
      },
    }),
  )

beforeEach(async () => {
  at = await makeFinances()
})

describe('contractors of a purchase', () => {
  it('one with a beneficial owner is not taken away, is told at its row, and nothing else is written', async () => {
    const id = await add([main(), sub()])
    const [first, second] = await stored(id)
    await own(second?.id ?? '')
    const refused = { ok: false, reason: 'INVALID', fields: { 'contractors/1/name': 'finance.error.contractorOwned' } }
    expect(await change(id, [main({ id: first?.id, name: 'Toinen nimi' })])).toEqual(refused)
    expect(await stored(id)).toMatchObject([{ name: 'Tekijä Oy' }, { name: 'Apuri Oy' }])
    expect(await removePurchase(at.finance, { projectId: at.projectId, id, version: 1 })).toEqual({
      ok: false,
      reason: 'IN_USE',
    })
    // Without owners it goes.
    await asViewer(at.system, (tx) => tx.beneficialOwner.deleteMany({ where: { contractorId: second?.id } }))
    expect(await change(id, [main({ id: first?.id })])).toMatchObject({ ok: true })
    expect(await stored(id)).toHaveLength(1)
  })

  it('a stale form is told that it is stale, not whose owners there are', async () => {
    const id = await add([main()])
    const [first] = await stored(id)
    await own(first?.id ?? '')
    expect(await change(id, [main()])).toMatchObject({ ok: true })
    expect(await change(id, [])).toEqual({ ok: false, reason: 'STALE' })
  })

  it('keep their id, and with it their owners, through a new name, another order and a form without ids', async () => {
    const id = await add([main(), sub()])
    const [first, second] = await stored(id)
    await own(first?.id ?? '')
    const named = [sub({ id: second?.id, worksFor: 1 }), main({ id: first?.id, name: 'Uusi nimi Oy' })]
    expect(await change(id, named)).toMatchObject({ ok: true })
    expect(await stored(id)).toMatchObject([
      { id: second?.id, contractorId: first?.id },
      { id: first?.id, name: 'Uusi nimi Oy', contractorId: null },
    ])
    expect(await change(id, [main({ name: 'Uusi nimi Oy' })], 2)).toMatchObject({ ok: true })
    expect((await stored(id)).map((one) => one.id)).toEqual([first?.id])
  })

  it('an id of another purchase is not taken for one of this', async () => {
    const [id, other] = [await add([]), await add([main()])]
    const [theirs] = await stored(other)
    expect(await change(id, [main({ id: theirs?.id })])).toMatchObject({ ok: true })
    expect((await stored(id))[0]?.id).not.toBe(theirs?.id)
    expect(await stored(other)).toMatchObject([{ id: theirs?.id }])
  })
})

describe('the form of contractors', () => {
  const typed = (rows: Record<string, string>) =>
    newPurchaseSchema.safeParse({ project: 'k', projectId: at.projectId, title: 'Hankinta', ...rows })
  const row = (no: number, name: string, role: string, worksFor = '') => ({
    [`contractors/${no}/name`]: name,
    [`contractors/${no}/role`]: role,
    [`contractors/${no}/worksFor`]: worksFor,
  })
  const faults = (rows: Record<string, string>) =>
    Object.fromEntries((typed(rows).error?.issues ?? []).map(({ path, message }) => [path.join('/'), message]))

  it('points from a subcontractor to the row of its contractor, empty rows between them or not', () => {
    const rows = {
      ...row(0, '', 'contractor'),
      ...row(1, 'Apuri', 'subcontractor', '2'),
      ...row(2, 'Tekijä', 'contractor'),
    }
    expect(typed(rows).data?.contractors).toMatchObject([
      { name: 'Apuri', isSubcontractor: true, worksFor: 1 },
      { name: 'Tekijä', isSubcontractor: false, worksFor: null },
    ])
  })

  it('refuses one who works for nobody, for a subcontractor, or without being a subcontractor', () => {
    const contractor = row(0, 'Tekijä', 'contractor')
    expect(faults({ ...contractor, ...row(1, 'Apuri', 'subcontractor', '0') })).toEqual({})
    expect(faults({ ...contractor, ...row(1, 'Apuri', 'subcontractor', '7') })).toEqual({
      'contractors/1/worksFor': 'finance.error.worksForWhom',
    })
    expect(faults({ ...row(0, 'Apuri', 'subcontractor'), ...row(1, 'Toinen', 'subcontractor', '0') })).toEqual({
      'contractors/1/worksFor': 'finance.error.worksForWhom',
    })
    expect(faults({ ...contractor, ...row(1, 'Toinen', 'contractor', '0') })).toEqual({
      'contractors/1/worksFor': 'finance.error.worksForRole',
    })
  })
})
