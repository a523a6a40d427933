'use client'

import type { MouseEvent } from 'react'
import { type ButtonKind, ButtonLink } from '@/components/ui/button'
import { FileStatus, type FileTexts, useFile } from '@/components/ui/file-status'

type FileLink = { href: string; label: string; kind?: ButtonKind }

/** Files to be made and saved, in a row of actions; under them how far it is. Without scripts they are plain downloads. */
export function FileLinks({ links, texts }: { links: readonly FileLink[]; texts: FileTexts }) {
  const { state, ask } = useFile()

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    // Opened in another tab or window it is the browser's own download.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void ask(event.currentTarget.href)
  }

  return (
    <>
      {links.map(({ href, label, kind }) => (
        <ButtonLink key={href} href={href} kind={kind} download onClick={follow}>
          {label}
        </ButtonLink>
      ))}
      <FileStatus state={state} texts={texts} className="order-last basis-full" />
    </>
  )
}
