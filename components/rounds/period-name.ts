import { formatQuarter } from '@/lib/values/format'
import { quarterParts } from '@/lib/values/time'

/** How a period is called: `Q4/2025`; a period that is no quarter goes by its own key. */
export function periodName(key: string): string {
  return quarterParts(key) ? formatQuarter(key) : key
}
