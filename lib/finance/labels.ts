import type { BudgetNoteKind, FundingSource, VatBasis } from '@/lib/finance/model'

export const fundingSourceLabels: Record<FundingSource, string> = {
  grant: 'finance.source.grant',
  own: 'finance.source.own',
  eu: 'finance.source.eu',
  rrf: 'finance.source.rrf',
  other_eu: 'finance.source.otherEu',
  national: 'finance.source.national',
  other: 'finance.source.other',
}

export const vatBasisLabels: Record<VatBasis, string> = {
  included: 'finance.vat.included',
  excluded: 'finance.vat.excluded',
}

/** Nobody has told whether the amount holds value added tax. */
export const unknownVatLabel = 'finance.vat.unknown'

export const budgetNoteKindLabels: Record<BudgetNoteKind, string> = {
  mismatch: 'finance.note.mismatch',
  observation: 'finance.note.observation',
}

/** A line that is not part of the project, which is not zero. */
export const notInProjectLabel = 'finance.notInProject'
