import type { BudgetNoteKind, FundingSource, VatBasis } from '@/lib/finance/model'
import type { Dimension } from '@/lib/finance/overview/model'
import type { PasteColumn } from '@/lib/finance/pastes/cells/model'
import type { PurchaseSort } from '@/lib/finance/purchases/filters/model'

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

/** What lines of purchases have been marked with when they were taken from their source; any other mark is a text of its own. */
export const purchaseFlagLabels: ReadonlyMap<string, string> = new Map([
  ['missing_object', 'finance.flag.missingObject'],
  ['typo_in_source', 'finance.flag.typo'],
  ['split_over_investments', 'finance.flag.split'],
  ['no_thousands_separator', 'finance.flag.noSeparator'],
  ['odd_amount_format', 'finance.flag.oddFormat'],
  ['same_amount_as_other_line', 'finance.flag.sameAmount'],
  ['amount_unknown', 'finance.flag.amountUnknown'],
  ['exceeds_workpackage_estimate', 'finance.flag.exceedsEstimate'],
  ['workpackage_unclear', 'finance.flag.packageUnclear'],
  ['amount_detached_from_title', 'finance.flag.amountApart'],
  ['reported_under_other_investment', 'finance.flag.otherInvestment'],
])

/** A line that is not part of the project, which is not zero. */
export const notInProjectLabel = 'finance.notInProject'

export const dimensionLabels: Record<Dimension, string> = {
  investment: 'finance.field.investment',
  package: 'finance.field.package',
  year: 'finance.field.year',
  costType: 'finance.field.costType',
  source: 'finance.field.source',
}

export const pasteColumnLabels: Record<PasteColumn, string> = {
  investment: 'finance.paste.holds.investment',
  package: 'finance.paste.holds.package',
  period: 'finance.paste.holds.period',
  amount: 'finance.paste.holds.amount',
  costType: 'finance.paste.holds.costType',
  source: 'finance.paste.holds.source',
  asOf: 'finance.paste.holds.asOf',
  note: 'finance.paste.holds.note',
}

/** Headings of the columns by which the register of purchases is sorted. */
export const purchaseSortLabels: Record<PurchaseSort, string> = {
  no: 'finance.purchase.no',
  title: 'finance.field.purchase',
  supplier: 'finance.purchase.supplier',
  amount: 'finance.field.amount',
  decided: 'finance.purchase.decidedOn',
}
