'use client'

import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { Autosave } from '@/components/status-reports/form/autosave'

// The heading stands outside the form and is drawn before it; this is all that it is told.
const begun = new Set<string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the heading once something of this report has been saved. */
export function useBeginning(reportId: string, autosave: Autosave): void {
  const is = useSyncExternalStore(autosave.subscribe, autosave.begun, () => false)
  useEffect(() => {
    if (!is || begun.has(reportId)) return
    begun.add(reportId)
    for (const listener of listeners) listener()
  }, [is, reportId])
}

type Props = { reportId: string; before: ReactNode; after: ReactNode }

/** What is said of a report that nobody had begun when the page was drawn, before and after its first text is saved. */
export function Begun({ reportId, before, after }: Props): ReactNode {
  return useSyncExternalStore(
    subscribe,
    () => begun.has(reportId),
    () => false,
  )
    ? after
    : before
}
