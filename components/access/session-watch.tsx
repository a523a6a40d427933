'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import type { SessionAnswer, SessionWarningProps } from '@/components/access/session-warning'

type Told = { answer: SessionAnswer; Panel: ComponentType<SessionWarningProps> }

/** Without an answer it is asked again so soon: a page that cannot reach the server has nothing true to tell. */
const retrySeconds = 60

/**
 * Tells in good time before a session ends (WCAG 2.2.1). `first`: seconds until there can be anything to tell; then the
 * server is asked, since other pages of this browser may have been used meanwhile. What tells is fetched only then.
 */
export function SessionWatch({ first }: { first: number }) {
  const [wait, setWait] = useState({ seconds: first })
  const [told, setTold] = useState<Told | null>(null)
  const ask = useCallback(async (method: 'GET' | 'POST') => {
    const answer = await fetch('/api/session', { method })
      .then((got): Promise<SessionAnswer> | null => (got.ok ? got.json() : null))
      .catch(() => null)
    if (!answer) return setWait({ seconds: retrySeconds })
    const { left, warn } = answer
    if (left > warn) {
      setTold(null)
      return setWait({ seconds: left - warn })
    }
    const { SessionWarning } = await import('@/components/access/session-warning')
    setTold({ answer, Panel: SessionWarning })
    if (left > 0) setWait({ seconds: left + 1 })
  }, [])
  useEffect(() => {
    const at = Date.now() + wait.seconds * 1000
    const timer = setTimeout(ask, wait.seconds * 1000, 'GET')
    // A computer that slept has missed the time; and somebody may have signed in again in another tab.
    const back = () => {
      if (document.visibilityState === 'visible' && Date.now() >= at) void ask('GET')
    }
    document.addEventListener('visibilitychange', back)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', back)
    }
  }, [ask, wait])
  return told && <told.Panel answer={told.answer} stay={() => void ask('POST')} close={() => setTold(null)} />
}
