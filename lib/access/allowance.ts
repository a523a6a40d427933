import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { secondsToWait } from '@/lib/access/rate-limit'

const tenMinutes = 600

/** What costs the server much, and how often one person may ask for it: far more than anybody's work needs. */
export const allowances = {
  /** Files that are drawn for one person: PDF, slides, Word, spreadsheets, packages, pictures */
  file: { attempts: 60, seconds: tenMinutes },
  /** Files that one person sends */
  upload: { attempts: 120, seconds: tenMinutes },
} as const
type Allowance = keyof typeof allowances

/**
 * Counts that a person asks for something costly. 0: it may be done; else the seconds after which it may be asked for again.
 * The product itself and its command line are not counted.
 */
export function waitBefore({ userId }: Viewer, what: Allowance): Promise<number> {
  if (userId === null) return Promise.resolve(0)
  return secondsToWait(`${what}:${userId}`, allowances[what])
}
