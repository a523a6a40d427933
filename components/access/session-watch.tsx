'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { sessionChannel } from '@/components/access/session-channel'
import type { SessionAnswer, SessionWarningProps } from '@/components/access/session-warning'

type Told = { answer: SessionAnswer; Panel: ComponentType<SessionWarningProps> }

/** Without an answer it is asked again so soon: a page that cannot reach the server has nothing true to tell. */
const retrySeconds = 60
/** Somebody signs in in another tab meanwhile: the page is shown again so soon. */
const endedSeconds = 15
/** Who comes back after so long finds out at once whether the session still holds. */
const awaySeconds = 60

/**
 * Tells in good time before a session ends (WCAG 2.2.1). `first`: seconds until there can be anything to tell; then the
 * server is asked, since other pages of this browser may have been used meanwhile. What tells is fetched only then.
 * After the end nothing that was shown stays to be seen: a page without fields gives way to signing in, and any other is
 * covered with all that was typed in it, until the same `person` is back (docs/decisions/067-pages-after-the-end.md).
 */
export function SessionWatch({ first, person }: { first: number; person: string | null }) {
  const [wait, setWait] = useState({ seconds: first })
  const [told, setTold] = useState<Told | null>(null)
  const ask = useCallback(
    async (method: 'GET' | 'POST') => {
      const answer = await fetch('/api/session', { method })
        .then((got): Promise<SessionAnswer> | null => (got.ok ? got.json() : null))
        .catch(() => null)
      if (!answer) return setWait({ seconds: retrySeconds })
      const { left, warn } = answer
      // The server leads on: to signing in, or to what another person may see here.
      if (left === 0 ? !hasFields() : answer.person !== person) return window.location.reload()
      if (left > warn) {
        setTold(null)
        return setWait({ seconds: left - warn })
      }
      const { SessionWarning } = await import('@/components/access/session-warning')
      setTold({ answer, Panel: SessionWarning })
      setWait({ seconds: left > 0 ? left + 1 : endedSeconds })
    },
    [person],
  )
  const ended = told?.answer.left === 0
  useEffect(() => {
    document.documentElement.toggleAttribute('data-ended', ended)
    return () => document.documentElement.removeAttribute('data-ended')
  }, [ended])
  useEffect(() => {
    const since = Date.now()
    const timer = setTimeout(ask, wait.seconds * 1000, 'GET')
    // A computer that slept has missed the time; and somebody may have signed in again in another tab.
    const back = () => {
      const soonest = ended ? 0 : Math.min(wait.seconds, awaySeconds)
      if (document.visibilityState === 'visible' && Date.now() >= since + soonest * 1000) void ask('GET')
    }
    document.addEventListener('visibilitychange', back)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', back)
    }
  }, [ask, wait, ended])
  useEffect(() => sessionChannel(() => void ask('GET')), [ask])
  const close = () => (ended ? void ask('GET') : setTold(null))
  return told && <told.Panel answer={told.answer} stay={() => void ask('POST')} close={close} />
}

/** Whether there may be something on the page that somebody has typed. */
const hasFields = (): boolean =>
  document.querySelector('main :is(textarea, select, [contenteditable="true"], input:not([type="hidden"]))') !== null
