'use client'

import { CrashPage } from '@/components/frame/crash-page'

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <CrashPage code={error.digest} retry={reset} />
}
