'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  action: string
  /** Sent along as they are */
  values: Record<string, string>
  /** What is marked is kept under this name while the tab is open */
  keep: string
  words: { send: string; sendCount: string }
  children: ReactNode
}

/**
 * Check boxes of reports to approve together; sends them on to the page that lists them. What is marked stays while the
 * reviewer moves from report to report, until the tab is closed; a report that has moved since is no longer marked.
 */
export function MarkForm({ action, values, keep, words, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)

  useEffect(() => {
    const kept = (sessionStorage.getItem(keep) ?? '').split(',')
    for (const box of boxesOf(form.current)) if (kept.includes(box.value)) box.checked = true
  }, [keep])

  // After every drawing, too: a report that has been dealt with leaves the list.
  useEffect(() => note())

  function note() {
    const marked = boxesOf(form.current).flatMap((box) => (box.checked ? [box.value] : []))
    sessionStorage.setItem(keep, marked.join(','))
    setCount(marked.length)
  }

  return (
    <form ref={form} method="get" action={action} onChange={note}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button kind="secondary" small className="mt-3">
        {count > 0 ? words.sendCount.replace('{count}', String(count)) : words.send}
      </Button>
    </form>
  )
}

function boxesOf(form: HTMLFormElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])]
}
