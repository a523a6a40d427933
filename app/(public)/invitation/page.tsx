import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { InvitationOver, InvitationView } from '@/components/access/invitation-view'
import { ProviderEntry } from '@/components/access/provider-entry'
import { providerSignInAddress } from '@/lib/access/oidc/addresses'
import { findOpenLink } from '@/lib/access/people/accepting/queries'
import { signInActor } from '@/lib/access/queries'
import { requestOrigin } from '@/lib/access/session'
import { env } from '@/lib/platform/env'
import { accept } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('people.accept.title'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ secret?: string | string[] }> }

export default async function InvitationPage({ searchParams }: Props) {
  const [{ secret }, t, from] = await Promise.all([searchParams, requestWords(), requestOrigin()])
  const given = typeof secret === 'string' && secret.length <= 200 ? secret : ''
  const link = given === '' ? null : await findOpenLink(signInActor(), given, from.address)
  const { provider } = env()
  return (
    <div className="grid gap-8 max-w-text">
      {link ? <InvitationView t={t} link={link} secret={given} action={accept} /> : <InvitationOver t={t} />}
      {link && provider && (
        <ProviderEntry t={t} name={provider.label} href={providerSignInAddress({ invitation: given })} />
      )}
    </div>
  )
}
