// What a process grows by while it makes a file of a long list, in bytes: `xlsx` and `csv` as the product makes them, `whole` as
// the library alone makes a workbook, with all of the sheet in memory. Prints the number.
import { writeXlsx } from 'hucre/xlsx'
import { csvParts } from '@/lib/exports/sheets/csv'
import { drawWorkbook } from '@/lib/exports/sheets/workbook'
import type { Listing } from '@/lib/values/listing'
import { largeListing } from './sheets.mts'

const makers: Record<string, (listing: Listing) => Promise<unknown>> = {
  xlsx: (listing) => drawWorkbook([listing], 'Mittaus', 'fi'),
  csv: async (listing) => {
    for (const part of csvParts(listing, 'csv')) if (part.length === 0) throw new Error('an empty part')
  },
  whole: ({ rows }) => writeXlsx({ stringMode: 'inline', sheets: [{ name: 'Mittaus', rows }] }),
}
const make = makers[process.argv[2] ?? '']
if (!make) throw new Error(`give one of: ${Object.keys(makers).join(', ')}`)
const listing = largeListing()
const before = process.memoryUsage().rss
await make(listing)
// In KiB: the most that the process has had.
console.log(process.resourceUsage().maxRSS * 1024 - before)
