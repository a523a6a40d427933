'use client'

import { useEffect, useRef, useState } from 'react'
import type { ShortcutGroup } from '@/components/frame/shortcut-list'
import { shortcutDataAddress, shortcutsAddress } from '@/components/frame/shortcut-setting'
import { ShortcutTables } from '@/components/frame/shortcut-tables'
import { Button } from '@/components/ui/button'

/** What the dialog is told by the server. */
export type ShortcutTexts = {
  title: string
  key: string
  what: string
  change: string
  close: string
  groups: ShortcutGroup[]
}

/** Every shortcut in one dialog; without an answer of the server the page tells the same. */
export function ShortcutDialog({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [texts, setTexts] = useState<ShortcutTexts | null>(null)
  useEffect(() => {
    fetch(shortcutDataAddress).then(
      async (reply) => (reply.ok ? setTexts((await reply.json()) as ShortcutTexts) : location.assign(shortcutsAddress)),
      () => location.assign(shortcutsAddress),
    )
  }, [])
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!texts) return
    dialog.current?.showModal()
    // What can be pressed stands last: the list is read from its beginning.
    title.current?.focus()
  }, [texts])
  if (!texts) return null
  return (
    <dialog ref={dialog} className="dialog search-dialog" aria-labelledby="shortcut-title" onClose={close}>
      <h2 id="shortcut-title" ref={title} tabIndex={-1}>
        {texts.title}
      </h2>
      <ShortcutTables groups={texts.groups} key1={texts.key} what={texts.what} level={3} />
      <div className="actions mt-4">
        <a href={shortcutsAddress}>{texts.change}</a>
        <Button type="button" kind="quiet" onClick={() => dialog.current?.close()}>
          {texts.close}
        </Button>
      </div>
    </dialog>
  )
}
