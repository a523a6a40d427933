import { useEffect, useRef, useState } from 'react'
import { useField } from '@/components/status-reports/form/context'
import type { SectionCheck } from '@/lib/final-report/check/writing/model'
import { blocksField } from '@/lib/final-report/editor/model'

export type Checking = {
  check: SectionCheck
  /** The latest check could not be made: what is shown is older than the text */
  failed: boolean
  /** Asks anew without a change of the text: a finding has been accepted */
  again: () => void
}

/** The check of the section as it is saved: `given` on opening, and made anew whenever the server has taken a change. */
export function useCheck(address: string, given: SectionCheck): Checking {
  const { version } = useField(blocksField)
  const [shown, setShown] = useState({ check: given, failed: false })
  const [asked, setAsked] = useState(0)
  const checked = useRef(version)
  useEffect(() => {
    if (asked === 0 && version === checked.current) return
    const stop = new AbortController()
    read(address, stop.signal).then(
      (check) => {
        checked.current = version
        setShown({ check, failed: false })
      },
      () => {
        // A check that a newer text has overtaken is no failure.
        if (!stop.signal.aborted) setShown((before) => ({ ...before, failed: true }))
      },
    )
    return () => stop.abort()
  }, [address, version, asked])
  return { ...shown, again: () => setAsked((times) => times + 1) }
}

async function read(address: string, signal: AbortSignal): Promise<SectionCheck> {
  const answer = await fetch(address, { signal })
  const check: unknown = await answer.json()
  if (!answer.ok || typeof check !== 'object' || check === null || !('open' in check)) throw new Error('no check')
  return check as SectionCheck
}
