'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { shortcutChoice, shortcutsAddress } from '@/components/frame/shortcut-setting'
import { Checkbox } from '@/components/ui/choice'
import { Dialog } from '@/components/ui/dialog'

export type ShortcutWords = {
  open: string
  title: string
  help: string
  use: string
  useHelp: string
  key: string
  what: string
  close: string
  marked: string
  unmarked: string
  nothing: string
  all: string
}

type Props = {
  /** Whether this browser has them in use */
  on: boolean
  keys: readonly { key: string; what: string }[]
  words: ShortcutWords
}

/**
 * One key presses the button, link or check box that carries it as `data-shortcut`: whatever a key does can be done without it.
 * Works only outside fields and without modifiers, and can be switched off (WCAG 2.1.4).
 */
export function Shortcuts({ on, keys, words }: Props) {
  const [inUse, setInUse] = useState(on)
  const [ready, setReady] = useState(false)
  const [told, setTold] = useState('')

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!inUse || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
    if (!keys.some(({ key }) => key === event.key)) return
    event.preventDefault()
    setTold(carryOut(event.key, words))
  })

  useEffect(() => {
    document.addEventListener('keydown', press)
    setReady(true)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <div data-shortcut="?" data-shortcuts={ready ? (inUse ? 'on' : 'off') : 'starting'}>
      <Dialog openLabel={words.open} openKind="quiet" small title={words.title} closeLabel={words.close}>
        <p className="mb-3 text-small text-muted">{words.help}</p>
        <table className="table mb-4">
          <thead>
            <tr>
              <th scope="col">{words.key}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ key, what }) => (
              <tr key={key}>
                <th scope="row">
                  <kbd className="font-semibold">{key}</kbd>
                </th>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Checkbox
          id="shortcuts-use"
          name="shortcuts"
          label={words.use}
          help={words.useHelp}
          checked={inUse}
          onChange={(event) => {
            setInUse(event.target.checked)
            remember(event.target.checked)
          }}
        />
        <p className="mt-2">
          <a href={shortcutsAddress}>{words.all}</a>
        </p>
      </Dialog>
      <p className="sr-only" role="status">
        {told}
      </p>
    </div>
  )
}

/** Presses what carries the key. Gives back what is said of it. */
function carryOut(key: string, words: ShortcutWords): string {
  const target = document.querySelector<HTMLElement>(`[data-shortcut="${key}"]`)
  const pressed = target?.matches('a, input') ? target : target?.querySelector<HTMLElement>('details, button')
  if (!pressed) return words.nothing
  if (pressed instanceof HTMLDetailsElement) {
    pressed.open = true
    pressed.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')?.focus()
    return ''
  }
  pressed.click()
  if (!(pressed instanceof HTMLInputElement)) return ''
  return (pressed.checked ? words.marked : words.unmarked).replace('{unit}', pressed.dataset.unit ?? '')
}

/** Typing text is never taken for a command, and an open dialog has the keyboard to itself. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target.isContentEditable || target.matches('textarea, select')
}

function remember(inUse: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where Etappi is reached without TLS
  document.cookie = shortcutChoice(inUse ? 'on' : 'off', location.protocol === 'https:')
}
