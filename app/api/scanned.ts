import { headers } from 'next/headers'
import { shortPage } from '@/app/api/short-page'
import type { Viewer } from '@/lib/access/model'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/logger'
import { scanBytes } from '@/lib/platform/scanner'
import type { Words } from '@/lib/platform/words'

/** Why a file is not even looked at: there is malware in it, or nobody could say that there is none. */
export type Held = 'INFECTED' | 'NOT_SCANNED'

/**
 * What keeps a file that somebody sends from being taken; null when it may go on, also where no scanner is set. What the scanner
 * does not clear is not kept: an answer that is missing is no clearance (docs/decisions/066-files-are-scanned.md).
 */
export async function heldByScanner(viewer: Viewer, bytes: Uint8Array): Promise<Held | null> {
  const { scanner } = env()
  if (!scanner || bytes.length === 0) return null
  const answer = await scanBytes(scanner, bytes)
  if (answer.is === 'clean') return null
  const list = await headers()
  const said = { bytes: bytes.length, path: list.get('x-path')?.split('?')[0], requestId: list.get('x-request-id') }
  if (answer.is === 'unknown') {
    log('error', 'file.scanner-away', { why: answer.why, ...said })
    return 'NOT_SCANNED'
  }
  log('error', 'file.malware', { found: answer.name, userId: viewer.userId, ...said })
  return 'INFECTED'
}

/** A page in place of the answer to a file that was not taken. */
export function heldPage(t: Words, held: Held): Response {
  const [key, status] = held === 'INFECTED' ? ['infected', 422] : ['notScanned', 503]
  return shortPage(t, { title: t(`errors.${key}.title`), text: t(`errors.${key}.text`), status: Number(status) })
}
