import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AccountForm } from '@/components/access/account-form'
import { accountFormWords } from '@/components/access/account-form-words'
import { DemoAccounts } from '@/components/access/demo-accounts'
import { safePath } from '@/lib/access/addresses'
import { currentViewer } from '@/lib/access/session'
import { env } from '@/lib/platform/env'
import { demoAccounts, demoPlaces } from '@/prisma/seed/demo-accounts'
import { enter } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('access.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams
  const target = safePath(typeof next === 'string' ? next : undefined)
  if (await currentViewer()) redirect(target)
  const t = await requestWords()
  return (
    <div className="grid gap-8 max-w-text">
      <div>
        <h1>{t('access.title')}</h1>
        <p>{t('access.intro')}</p>
      </div>
      <AccountForm action={enter} labels={accountFormWords(t, t('access.submit'))} hidden={{ next: target }} />
      {env().demo && (
        <DemoAccounts
          action={enter}
          next={target}
          accounts={demoAccounts}
          labels={{ title: t('access.demo.title'), help: t('access.demo.help'), places: demoPlaces }}
        />
      )}
    </div>
  )
}
