'use client'

import { type ReactNode, useId, useRef } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'

type Props = {
  openLabel: string
  openKind?: ButtonKind
  small?: boolean
  title: string
  closeLabel: string
  children: ReactNode
}

/**
 * A button and the modal it opens: the browser's own <dialog> keeps the focus inside, closes on Esc and gives the focus
 * back. Needs scripts, so what it offers must also be reachable as a page.
 */
export function Dialog({ openLabel, openKind = 'secondary', small, title, closeLabel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <Button
        type="button"
        kind={openKind}
        small={small}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {openLabel}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId}>
        <h2 id={titleId}>{title}</h2>
        {children}
        <form method="dialog" className="mt-4">
          <Button kind="quiet">{closeLabel}</Button>
        </form>
      </dialog>
    </>
  )
}
