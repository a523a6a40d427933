import type { ListingName, SheetFormat } from '@/lib/projects/listings/model'

export const listingLabels: Record<ListingName, string> = {
  work_packages: 'listings.name.workPackages',
  actions: 'listings.name.actions',
  indicators: 'listings.name.indicators',
  targets: 'listings.name.targets',
  measurements: 'listings.name.measurements',
  breakdowns: 'listings.name.breakdowns',
  toimintamallit: 'listings.name.toimintamallit',
  budget_lines: 'listings.name.budgetLines',
  actuals: 'listings.name.actuals',
  forecasts: 'listings.name.forecasts',
  purchases: 'listings.name.purchases',
  reservations: 'listings.name.reservations',
  risks: 'listings.name.risks',
  plan_changes: 'listings.name.planChanges',
  communications: 'listings.name.communications',
  decisions: 'listings.name.decisions',
  action_points: 'listings.name.actionPoints',
  evidence: 'listings.name.evidence',
}

export const sheetFormatLabels: Record<SheetFormat, string> = {
  xlsx: 'listings.format.xlsx',
  csv: 'listings.format.csv',
  csv_plain: 'listings.format.csvPlain',
}
