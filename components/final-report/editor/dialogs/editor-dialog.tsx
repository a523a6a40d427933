import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'

type Props = {
  title: string
  submit?: string
  close: string
  onSubmit?: () => void
  onClose: () => void
  children: ReactNode
  extra?: ReactNode
}

/** A modal of the editor, open as long as it is drawn; Esc closes it. */
export function EditorDialog({ title, submit, close, onSubmit, onClose, children, extra }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      <form onSubmit={send} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {children}
        <Actions>
          {submit && <Button>{submit}</Button>}
          {extra}
          <Button type="button" kind="quiet" onClick={onClose}>
            {close}
          </Button>
        </Actions>
      </form>
    </dialog>
  )
}
