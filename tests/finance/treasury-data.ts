import type { PurchaseRow } from '@/lib/finance/model'
import type { OwnerRow, Treasury } from '@/lib/finance/treasury/model'

/** An id that is told apart by its number. */
export const id = (no: number): string => `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`

const ownerRow = (no: number, part: Partial<OwnerRow>): OwnerRow => ({
  id: id(no),
  itemId: null,
  contractorId: null,
  firstNames: 'Edunsaaja',
  lastName: `Numero${no}`,
  birth: 'known',
  roleFrom: '2023-01-01',
  version: 1,
  ...part,
})

const purchase: PurchaseRow = {
  id: id(20),
  sourceId: 'H001',
  investmentId: null,
  workPackageId: null,
  periodId: null,
  tableNo: null,
  title: 'Verkkokoulutus',
  amount: '2500',
  amountAsWritten: null,
  vatBasis: 'excluded',
  supplier: 'Toimittaja Oy',
  contract: 'Puitesopimus',
  workPackageBasis: null,
  flag: null,
  note: null,
  isSmall: false,
  decisionText: 'Valittiin edullisin.',
  decidedOn: '2025-03-03',
  contractOn: '2025-03-20',
  caseNumber: 'HVA/77/2025',
  contractors: [
    { id: id(30), name: 'Tekijä Oy', businessId: '1572860-0', isSubcontractor: false, contractorId: null },
    { id: id(31), name: '=Apuri & Oy', businessId: '0737546-2', isSubcontractor: true, contractorId: id(30) },
  ],
  shares: [],
  fundingShares: [{ source: 'rrf', percent: '100', note: null }],
  version: 1,
}

const document = (no: number, kind: Treasury['documents'][number]['kind'], label: string) => ({
  id: id(no),
  label,
  kind,
  url: null,
  file: null,
  caseNumber: 'VN/1234/2023',
  datedOn: '2023-02-01',
})

/** Everything the State Treasury asks for September 2025, with nothing wrong in it. */
export const soundTreasury = (): Treasury => ({
  items: [
    {
      id: id(1),
      name: 'Valtionavustus',
      implementer: 'Sosiaali- ja terveysministeriö',
      supportId: 'VN/1234/2023',
      supportType: 'Valtionavustus',
      recipientType: 'Hyvinvointialue',
      recipientId: 'HVA-06',
      recipientName: 'Testialueen hyvinvointialue',
      businessId: '0112038-9',
      version: 1,
      payments: [{ id: id(2), paymentType: 'payment', paidOn: '2025-09-12', amount: '1234.5', note: null, version: 1 }],
      owners: [ownerRow(10, { itemId: id(1) })],
    },
  ],
  contractorOwners: [ownerRow(11, { contractorId: id(30) }), ownerRow(12, { contractorId: id(31) })],
  purchases: [purchase],
  documents: [document(40, 'funding_decision', 'Rahoituspäätös'), document(41, 'dnsh_self_assessment', 'Arviointi')],
  shares: [{ source: 'rrf', percent: '100', note: null }],
})
