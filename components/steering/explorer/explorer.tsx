'use client'

import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import type { FormatLocale } from '@/lib/values/intl'

export type ExplorerWords = {
  open: string
  loading: string
  indicator: string
  national: string
  local: string
  fromZero: string
  showSeries: string
  time: string
  value: string
  /** Language of the axis' numbers */
  locale: FormatLocale
}

// Fetched when it is drawn for the first time, which only the button makes happen.
const ExplorerPanel = lazy(async () => ({
  default: (await import('@/components/steering/explorer/explorer-panel')).ExplorerPanel,
}))

const never = () => () => {}

/** A button that brings the explorer; until the page's scripts run it cannot be pressed. */
export function Explorer({ data, words }: { data: string; words: ExplorerWords }) {
  const [isOpen, setOpen] = useState(false)
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (isOpen) {
    return (
      <Suspense fallback={<p role="status">{words.loading}</p>}>
        <ExplorerPanel data={data} words={words} />
      </Suspense>
    )
  }
  return (
    <button type="button" className="button" data-kind="secondary" disabled={!ready} onClick={() => setOpen(true)}>
      {words.open}
    </button>
  )
}
