'use client'

import type { FrameWords, LanguageChoice } from '@/components/frame/model'
import { PublicFrame } from '@/components/frame/public-frame'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'

type Props = {
  words: FrameWords
  language: LanguageChoice
  footer: { accessibility: { label: string; href: string }; version: string }
  texts: { title: string; text: string; advice: string; home: string }
}

/**
 * The same answer for what does not exist and for what this reader may not see.
 * A client component because Next lays it ready into every page, twice: as words it is two elements there, as drawn markup a
 * third of all that a page of the portal consists of.
 */
export function NotFoundPage({ words, language, footer, texts }: Props) {
  return (
    <PublicFrame words={words} homeHref="/" language={language} footer={footer}>
      <PageHeading title={texts.title} intro={texts.text} />
      <p className="mb-6 max-w-text">{texts.advice}</p>
      <ButtonLink href="/" kind="primary">
        {texts.home}
      </ButtonLink>
    </PublicFrame>
  )
}
