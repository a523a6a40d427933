import { requestLocale } from '@/app/locale'
import type { SessionAnswer } from '@/components/access/session-warning'
import { currentSessionEnd, viewerBeforeFactor } from '@/lib/access/session'
import { warnSeconds } from '@/lib/access/sessions/ending/model'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { words } from '@/lib/platform/words'
import { formatTime } from '@/lib/values/format'

/** How long the session still lasts. Being asked this is no use of it. */
export function GET(): Promise<Response> {
  return told()
}

/** Somebody goes on: a use of the session like any other. Of one that has ended the answer tells that. */
export async function POST(): Promise<Response> {
  await viewerBeforeFactor()
  return told()
}

async function told(): Promise<Response> {
  // The words by the language alone: asking who reads would be a use of the session.
  const [locale, end] = await Promise.all([requestLocale(), currentSessionEnd()])
  const t = words(locale)
  const warn = warnSeconds(env().sessionIdleMinutes)
  const time = formatTime(new Date(now().getTime() + (end ? end.seconds : 0) * 1000), locale)
  const answer: SessionAnswer = {
    ...(end ? { left: end.seconds, renewable: end.renewable } : { left: 0, renewable: false }),
    person: end?.userId ?? null,
    warn,
    words: {
      title: t('security.ending.title'),
      idle: t('security.ending.idle', { time }),
      whole: t('security.ending.whole', { time }),
      stay: t('security.ending.stay'),
      later: t('security.ending.later'),
      again: t('security.ending.again'),
      ended: t('security.ending.ended'),
      endedText: t('security.ending.endedText'),
      back: t('security.ending.back'),
    },
  }
  return Response.json(answer)
}
