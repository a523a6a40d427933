import type { PartDefinitions } from '@/lib/project-packages/format/model'

export const treasuryParts = {
  supportItems: {
    table: 'SupportItem',
    about: 'Support items for the State Treasury',
    owner: 'project',
    unique: [['supportId']],
    fields: {
      implementer: 'text?',
      supportId: 'text',
      supportType: 'text?',
      name: 'text',
      recipientType: 'text?',
      recipientId: 'text?',
      recipientName: 'text?',
      businessId: 'text?',
      sort: 'order',
      version: 'integer = 1',
    },
  },
  supportPayments: {
    table: 'SupportPayment',
    about: 'Payments of a support item',
    owner: ['item'],
    fields: {
      item: 'ref supportItems',
      paymentType: 'text',
      paidOn: 'day',
      amount: 'decimal(14,2)',
      note: 'text?',
      sort: 'order',
      version: 'integer = 1',
    },
  },
  beneficialOwners: {
    table: 'BeneficialOwner',
    about: 'Beneficial owners of a recipient or contractor; birth dates are personal data',
    owner: 'project',
    fields: {
      item: 'ref supportItems?',
      contractor: 'ref purchaseContractors?',
      firstNames: 'text',
      lastName: 'text',
      bornOn: 'day?',
      roleFrom: 'day?',
      sort: 'order',
      version: 'integer = 1',
    },
  },
  treasuryFiles: {
    table: 'TreasuryFile',
    about: 'Monthly files that were made for the State Treasury',
    owner: 'project',
    fields: {
      month: 'day',
      sha256: 'text',
      content: 'text',
      madeBy: 'person?',
      madeAt: 'instant = now',
    },
  },
} as const satisfies PartDefinitions
