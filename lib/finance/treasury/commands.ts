import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { type Keeping, keepFinance } from '@/lib/finance/commands'
import { rightToKeepTreasury } from '@/lib/finance/treasury/permissions'
import type { Result } from '@/lib/values/result'

/** Everything that is written of what the State Treasury is told goes through here. Reasons as in `keepFinance`. */
export function keepTreasury<T, Reason extends string>(
  viewer: Viewer,
  projectId: string,
  work: (keeping: Keeping) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | 'NOT_FOUND' | 'NOT_ALLOWED'>> {
  return keepFinance(viewer, projectId, work, rightToKeepTreasury)
}
