import { shortPage } from '@/app/api/short-page'
import type { Words } from '@/lib/platform/words'

/** Asked for too often: says so and when to go on, for programs in seconds. */
export function tooMany(t: Words, what: 'file' | 'upload' | 'page', seconds: number): Response {
  return shortPage(t, {
    title: t('access.tooMany.title'),
    text: t(`access.tooMany.${what}`, { minutes: Math.ceil(seconds / 60) }),
    status: 429,
    headers: { 'retry-after': String(seconds) },
  })
}
