import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AccountForm } from '@/components/access/account-form'
import { accountFormWords } from '@/components/access/account-form-words'
import { DemoAccounts } from '@/components/access/demo-accounts'
import { HasLeft } from '@/components/access/has-left'
import { ProviderEntry, ProviderNews } from '@/components/access/provider-entry'
import { safePath } from '@/lib/access/addresses'
import { providerSignInAddress } from '@/lib/access/oidc/addresses'
import { readProviderReason } from '@/lib/access/oidc/model'
import { viewerBeforeFactor } from '@/lib/access/session'
import { env } from '@/lib/platform/env'
import { demoAccounts, demoPlaces } from '@/prisma/seed/demo-accounts'
import { enter } from './actions'

type Query = Record<'next' | 'again' | 'provider' | 'out' | 'left', string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('access.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, again, provider: reason, out, left } = await searchParams
  const target = safePath(typeof next === 'string' ? next : undefined)
  // The gravest acts ask for a fresh sign-in of somebody who is signed in already; a refusal of the provider is told to all.
  const asked = again !== undefined || reason !== undefined
  if (!asked && (await viewerBeforeFactor())) redirect(target)
  const t = await requestWords()
  const { provider, demo } = env()
  return (
    <div className="grid gap-8 max-w-text">
      {(left ?? out) !== undefined && <HasLeft />}
      <div>
        <h1>{t('access.title')}</h1>
        <p>{t('access.intro')}</p>
      </div>
      {provider && (
        <ProviderNews t={t} name={provider.label} reason={readProviderReason(reason)} out={out !== undefined} />
      )}
      <AccountForm action={enter} labels={accountFormWords(t, t('access.submit'))} hidden={{ next: target }} />
      {provider && (
        <ProviderEntry
          t={t}
          name={provider.label}
          href={providerSignInAddress({ next: target, again: again !== undefined })}
        />
      )}
      {demo && (
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
