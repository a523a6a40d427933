import type { ReactNode } from 'react'
import { FrameFooter } from '@/components/frame/frame-footer'
import { LanguageLinks } from '@/components/frame/language-links'
import type { FooterProps, FrameWords, LanguageChoice } from '@/components/frame/model'
import { SkipLink } from '@/components/ui/skip-link'

type Props = { words: FrameWords; homeHref: string; language: LanguageChoice; footer: FooterProps; children: ReactNode }

/** Around the pages that need no sign-in: sign-in, accessibility statement, not found. */
export function PublicFrame({ words, homeHref, language, footer, children }: Props) {
  return (
    <div className="frame" data-public="">
      <SkipLink label={words.skip} />
      <header className="top-bar">
        <a className="product" href={homeHref} aria-label={words.home}>
          {words.product}
        </a>
        <div className="top-bar-tools">
          <LanguageLinks {...language} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <FrameFooter {...footer} words={words} />
    </div>
  )
}
