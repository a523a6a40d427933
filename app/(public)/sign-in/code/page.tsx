import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { CodeForm } from '@/components/access/code-form'
import { securityWords } from '@/components/access/security-words'
import { Notice } from '@/components/ui/notice'
import { safePath, signInAgainAddress } from '@/lib/access/addresses'
import { signedInRecently } from '@/lib/access/model'
import { signInActor } from '@/lib/access/queries'
import { findAttempt } from '@/lib/access/second-step'
import { keptAttempt, viewerBeforeFactor } from '@/lib/access/session'
import { now } from '@/lib/platform/clock'
import { enterCode } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('security.code.title') }
}

export default async function CodePage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams
  const target = safePath(typeof next === 'string' ? next : undefined)
  const attempt = await findAttempt(signInActor(), await keptAttempt())
  const t = await requestWords()
  const anew = signInAgainAddress(target)
  if (!attempt) {
    const viewer = await viewerBeforeFactor()
    redirect(viewer && signedInRecently(viewer, now()) ? target : anew)
  }
  const own = (name: string) => t(`security.code.${name}`)
  return (
    <div className="grid gap-8 max-w-text">
      <div>
        <h1>{own('title')}</h1>
        <p>{attempt.readable ? own('intro') : null}</p>
      </div>
      {!attempt.readable && (
        <Notice kind="warning" word={t('ui.notice.warning')}>
          <p>{own('unreadable')}</p>
        </Notice>
      )}
      <CodeForm
        action={enterCode}
        next={target}
        over={{ href: anew, label: own('over') }}
        texts={{ label: own('label'), help: own('help'), send: own('send') }}
        words={securityWords(t)}
      />
      <p>{own('lost')}</p>
    </div>
  )
}
