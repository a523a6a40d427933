import { asViewer } from '@/lib/access/viewer'
import { addPurchase } from '@/lib/finance/purchases/commands'
import { changeFunding } from '@/lib/finance/shares/commands'
import { addItem } from '@/lib/finance/treasury/items/commands'
import type { ItemInput } from '@/lib/finance/treasury/items/schema'
import { addOwner } from '@/lib/finance/treasury/owners/commands'
import type { OwnerInput } from '@/lib/finance/treasury/owners/schema'
import { addPayment } from '@/lib/finance/treasury/payments/commands'
import type { PaymentInput } from '@/lib/finance/treasury/payments/schema'
import { type Finances, makeFinances, purchaseOf } from '@/tests/support/builders/finance'

export type TreasuryAt = Finances & { itemId: string; contractorId: string; purchaseId: string; ownerId: string }

export const itemOf = ({ projectId }: Finances, part: Partial<ItemInput> = {}): ItemInput => ({
  projectId,
  name: 'Kestävän kasvun valtionavustus',
  implementer: 'Sosiaali- ja terveysministeriö',
  supportId: 'VN/1234/2023',
  supportType: 'Valtionavustus',
  recipientType: 'Hyvinvointialue',
  recipientId: 'HVA-06',
  recipientName: 'Testialueen hyvinvointialue',
  businessId: '0112038-9',
  ...part,
})

export const paymentOf = (at: Finances & { itemId: string }, part: Partial<PaymentInput> = {}): PaymentInput => ({
  projectId: at.projectId,
  itemId: at.itemId,
  paymentType: 'payment',
  paidOn: '2025-09-12',
  amount: '1234.50',
  note: null,
  ...part,
})

/** No person: words that could be nobody's name. */
export const ownerOf = (at: Finances & { itemId: string }, part: Partial<OwnerInput> = {}): OwnerInput => ({
  projectId: at.projectId,
  itemId: at.itemId,
  contractorId: null,
  firstNames: 'Edunsaaja',
  lastName: 'SUKU-1-MERKKI',
  bornOn: '1961-07-29',
  roleFrom: '2023-01-01',
  ...part,
})

function idOf(made: { ok: boolean; value?: { id: string } }): string {
  if (!made.ok || !made.value) throw new Error(JSON.stringify(made))
  return made.value.id
}

/** A project of which the State Treasury can be told for September 2025: nothing required is missing. */
export async function makeTreasury(): Promise<TreasuryAt> {
  const finances = await makeFinances()
  const { finance, projectId, organisationId, system } = finances
  const itemId = idOf(await addItem(finance, itemOf(finances)))
  const at = { ...finances, itemId }
  idOf(await addPayment(finance, paymentOf(at)))
  const ownerId = idOf(await addOwner(finance, ownerOf(at)))
  const purchaseId = idOf(
    await addPurchase(
      finance,
      purchaseOf(finances, {
        decisionText: 'Valittiin edullisin tarjous.',
        decidedOn: '2025-03-03',
        contract: 'Puitesopimus',
        contractOn: '2025-03-20',
        caseNumber: 'HVA/77/2025',
        contractors: [
          { name: 'Tekijä Oy', businessId: '1572860-0', isSubcontractor: false },
          { name: 'Apuri Oy', businessId: '0737546-2', isSubcontractor: true, worksFor: 0 },
        ],
        shares: [{ source: 'rrf', percent: '100.00', note: null }],
      }),
    ),
  )
  await changeFunding(finance, { projectId, version: 1, shares: [{ source: 'rrf', percent: '100.00', note: null }] })
  const contractors = await asViewer(system, async (tx) => {
    const own = { organisationId, projectId, caseNumber: 'VN/1234/2023', url: 'https://example.fi/paatos' }
    await tx.projectDocument.createMany({
      data: [
        { ...own, label: 'Rahoituspäätös', kind: 'funding_decision', sort: 0 },
        { ...own, label: 'Haitan arviointi', kind: 'dnsh_self_assessment', sort: 1 },
      ],
    })
    return tx.purchaseContractor.findMany({ where: { purchaseId }, orderBy: { sort: 'asc' }, select: { id: true } })
  })
  for (const { id } of contractors) {
    const owner = { itemId: null, contractorId: id, lastName: 'SUKU-2-MERKKI', bornOn: '1958-02-03' }
    idOf(await addOwner(finance, ownerOf(at, owner)))
  }
  return { ...at, ownerId, purchaseId, contractorId: contractors[0]?.id ?? '' }
}
