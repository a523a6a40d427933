'use client'

import './globals.css'
import { CrashPage, crashLanguage } from '@/components/frame/crash-page'

/** Takes the place of the whole document when even the root layout failed. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang={crashLanguage()}>
      <body>
        <CrashPage code={error.digest} retry={reset} />
      </body>
    </html>
  )
}
