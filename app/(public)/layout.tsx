import type { ReactNode } from 'react'
import { requestWords } from '@/app/locale'
import { frameWords, languageChoice } from '@/components/frame/frame-words'
import { PublicFrame } from '@/components/frame/public-frame'
import { version } from '@/lib/platform/version'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await requestWords()
  return (
    <PublicFrame
      words={frameWords(t)}
      homeHref="/"
      language={languageChoice(t)}
      footer={{
        statement: t('public.statement'),
        accessibility: { label: t('public.accessibility.title'), href: '/accessibility' },
        version: version,
      }}
    >
      {children}
    </PublicFrame>
  )
}
