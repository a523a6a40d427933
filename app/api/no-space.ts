import { shortPage } from '@/app/api/short-page'
import { log } from '@/lib/platform/logger'
import { isOutOfSpace } from '@/lib/platform/no-space'
import type { Words } from '@/lib/platform/words'

/** A file for which the server has no room: says so, and that nothing of it was kept. Anything else is thrown on. */
export function noSpace(t: Words, error: unknown): Response {
  if (!isOutOfSpace(error)) throw error
  log('error', 'disk.full')
  return shortPage(t, { title: t('errors.noSpace.title'), text: t('errors.noSpace.text'), status: 507 })
}
