'use client'

import { type ComponentType, type MouseEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { singleKeysOn } from '@/components/frame/shortcut-setting'
import type { SearchWords } from '@/components/search/model'

type Panel = ComponentType<{ words: SearchWords; close: () => void }>
type Opened = { Panel: Panel; turn: number }

/** Fetched when opened: a page that is only read carries neither. */
const panels = {
  search: () => import('@/components/search/search-dialog').then((part): Panel => part.SearchDialog),
  shortcuts: () => import('@/components/frame/shortcut-dialog').then((part): Panel => part.ShortcutDialog),
}

/** The link to the search, which opens as a dialog where scripts run; Ctrl+K opens it too, and "?" the list of shortcuts. */
export function FrameKeys({ words, current }: { words: SearchWords; current: boolean }) {
  const [open, setOpen] = useState<Opened | null>(null)
  const turns = useRef(0)
  const show = (name: keyof typeof panels) =>
    panels[name]().then(
      (Panel) => {
        turns.current += 1
        setOpen({ Panel, turn: turns.current })
      },
      () => location.assign(`/${name}`),
    )
  // A browser tells only afterwards that a dialog has closed; by then it may be open again, and that one stays.
  const close = (closed: Opened) => setOpen((now) => (now === closed ? null : now))
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || event.altKey || document.querySelector('dialog[open]')) return
    const modified = event.ctrlKey || event.metaKey
    if (modified && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      show('search')
    } else if (!modified && event.key === '?' && isFree(event.target)) {
      event.preventDefault()
      show('shortcuts')
    }
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  const click = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    show('search')
  }
  return (
    <>
      <a
        className="search-link"
        href="/search"
        onClick={click}
        aria-keyshortcuts="Control+K"
        aria-current={current ? 'page' : undefined}
      >
        <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
          <path d="m13 13 5 5M8 14A6 6 0 1 1 8 2a6 6 0 0 1 0 12Z" />
        </svg>
        <span>{words.open}</span>
      </a>
      {open && <open.Panel key={open.turn} words={words} close={() => close(open)} />}
    </>
  )
}

/** Whether a single key may be taken: not in a field, not where the page has its own list, and not when it is switched off. */
function isFree(target: EventTarget | null): boolean {
  if (!singleKeysOn(kept) || document.querySelector('[data-shortcut="?"]')) return false
  if (!(target instanceof HTMLElement)) return true
  return !target.isContentEditable && !target.matches('input, textarea, select')
}

const kept = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)
