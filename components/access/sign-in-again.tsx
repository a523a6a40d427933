'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { createContext, type MouseEvent, type ReactNode, useContext, useEffect, useState } from 'react'
import { canKeep, keepTyping, restoreTyping, type Why } from '@/components/access/kept-typing'
import { Notice } from '@/components/ui/notice'
import { signInAgainAddress } from '@/lib/access/addresses'

export type SignInAgainWords = { sentence: string; link: string; title: string; kept: string; renewed: string }

const Words = createContext<SignInAgainWords>({ sentence: '', link: '', title: '', kept: '', renewed: '' })

/** Gives every form of the portal the words of this refusal, and tells when what was typed is back. */
export function SignInAgainFrame({ words, children }: { words: SignInAgainWords; children: ReactNode }) {
  const [kept, setKept] = useState<Why | null>(null)
  useEffect(() => {
    // Nothing is lost that could be had: what cannot be opened is another person's, or too old.
    restoreTyping().then(setKept, () => setKept(null))
  }, [])
  return (
    <Words value={words}>
      {kept && (
        <Notice kind="success" word={kept === 'renewed' ? words.renewed : words.title} live>
          <p>{words.kept}</p>
        </Notice>
      )}
      {children}
    </Words>
  )
}

/**
 * Why an act asks for a sign-in of the last minutes, and the way to it and back to this page. What was typed into the form
 * goes along, unreadable for anybody else. Where that cannot be done – without scripts, or without TLS – the way opens in a
 * tab of its own, and the form stays as it is.
 */
export function SignInAgain() {
  const words = useContext(Words)
  const [path, query] = [usePathname(), useSearchParams().toString()]
  const [scripts, setScripts] = useState(false)
  useEffect(() => setScripts(true), [])
  const href = signInAgainAddress(query ? `${path}?${query}` : path)
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    const form = event.currentTarget.closest('form')
    if (!canKeep(form)) return
    event.preventDefault()
    keepTyping(form).then(
      () => location.assign(href),
      () => window.open(href, '_blank'),
    )
  }
  return (
    <>
      <p>{words.sentence}</p>
      <p>
        <a
          href={href}
          target={scripts && 'isSecureContext' in window && window.isSecureContext ? undefined : '_blank'}
          onClick={onClick}
        >
          {words.link}
        </a>
      </p>
    </>
  )
}
