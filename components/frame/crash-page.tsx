'use client'

import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import en from '@/lib/messages/en/crash.json' with { type: 'json' }
import fi from '@/lib/messages/fi/crash.json' with { type: 'json' }
import sv from '@/lib/messages/sv/crash.json' with { type: 'json' }

// A crash may happen before anything was read from the server, so its few words travel with the page.
const catalogues = { fi, sv, en }

type Language = keyof typeof catalogues

/** Language of the page that broke; when even its root is gone, the browser's. */
export function crashLanguage(): Language {
  if (typeof document === 'undefined') return 'fi'
  const lang = (document.documentElement.lang || navigator.language).slice(0, 2)
  return lang === 'sv' || lang === 'en' ? lang : 'fi'
}

/** What is shown when drawing a page failed. `code` is the id under which the server logged it. */
export function CrashPage({ code, retry }: { code?: string; retry: () => void }) {
  const [language, setLanguage] = useState<Language>(crashLanguage)
  // The document of a failed first load gets its language only after this component is drawn.
  useEffect(() => setLanguage(crashLanguage()), [])
  const words = catalogues[language]
  return (
    <main className="mx-auto max-w-text p-4 py-12" id="main">
      <h1>{words.title}</h1>
      <p className="mt-4">{words.text}</p>
      <p className="mt-2">{words.advice}</p>
      {code && <p className="mt-2 text-muted">{words.code.replace('{code}', code)}</p>}
      <div className="actions mt-6">
        <Button type="button" onClick={retry}>
          {words.retry}
        </Button>
        <ButtonLink href="/">{words.home}</ButtonLink>
      </div>
      <p className="mt-8">
        <a href="/accessibility">{words.accessibility}</a>
      </p>
    </main>
  )
}
