import type { FundingSource } from '@/lib/finance/model'

/** henkilötyökuukaudet of a part, a role and a year. Null months: not known, and what was printed stands in `monthsAsWritten`. */
export type PersonMonthsRow = {
  id: string
  workPackageId: string | null
  role: string | null
  year: number | null
  months: string | null
  monthsAsWritten: string | null
  fundingSource: FundingSource | null
  note: string | null
  version: number
}
