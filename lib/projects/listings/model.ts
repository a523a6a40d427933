import { plainName } from '@/lib/values/file-names'

/** The lists of a project that can be had as a spreadsheet, in the order in which they are offered. */
export const listingNames = [
  'work_packages',
  'actions',
  'indicators',
  'targets',
  'measurements',
  'breakdowns',
  'toimintamallit',
  'budget_lines',
  'actuals',
  'forecasts',
  'purchases',
  'reservations',
  'risks',
  'plan_changes',
  'communications',
  'decisions',
  'action_points',
  'evidence',
] as const
export type ListingName = (typeof listingNames)[number]

/** In an address: the workbook of every list. */
export const everyList = 'all'

/**
 * xlsx: a workbook with real numbers and dates. csv: for Finnish Excel (semicolons, decimal comma, 12.9.2025). csv_plain: for
 * other programs (commas, decimal point, 2025-09-12).
 */
export const sheetFormats = ['xlsx', 'csv', 'csv_plain'] as const
export type SheetFormat = (typeof sheetFormats)[number]

const endings: Record<SheetFormat, string> = { xlsx: 'xlsx', csv: 'csv', csv_plain: 'csv' }

/** Name of the file: `kkk2-hankinnat-2025-11-21.xlsx`; `list` is what the list is called in the language of who asks. */
export function sheetFileName(project: string, list: string, day: string, format: SheetFormat): string {
  const plain = plainName(`${project} ${list}`)
  return `${plain}-${day}${format === 'csv_plain' ? '-plain' : ''}.${endings[format]}`
}
