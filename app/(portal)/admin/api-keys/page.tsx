import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { keyFields, keyWords } from '@/components/reporting-api/key-fields'
import { KeyForm } from '@/components/reporting-api/key-form'
import { KeyTable } from '@/components/reporting-api/key-table'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { signInAgainAddress } from '@/lib/access/addresses'
import { signedInRecently } from '@/lib/access/model'
import { requireViewer } from '@/lib/access/session'
import { now } from '@/lib/platform/clock'
import { listProjects } from '@/lib/projects/queries'
import { apiDocsAddress, keysAddress } from '@/lib/reporting-api/addresses'
import { listKeys } from '@/lib/reporting-api/keys/queries'
import { endKey, makeKey } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('reportingApi.keys.title') }
}

const texts = ['send', 'madeTitle', 'madeHelp', 'secret', 'lost'] as const

export default async function ApiKeysPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const keys = await listKeys(viewer)
  if (!keys) notFound()
  const own = (name: string) => t(`reportingApi.keys.${name}`)
  const shown = Object.fromEntries(texts.map((name) => [name, own(name)])) as Record<(typeof texts)[number], string>
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: own('title') }]} />
      <PageHeading title={own('title')} intro={own('intro')} actions={<a href={apiDocsAddress}>{own('docs')}</a>} />
      <Section id="new" title={own('new')}>
        {signedInRecently(viewer, now()) ? (
          <KeyForm
            action={makeKey}
            fields={keyFields(t, await listProjects(viewer))}
            words={keyWords(t)}
            texts={shown}
          />
        ) : (
          <Notice kind="info" word={t('ui.notice.info')}>
            <p>{own('againHelp')}</p>
            <a href={signInAgainAddress(keysAddress)}>{own('again')}</a>
          </Notice>
        )}
      </Section>
      <Section id="keys" title={own('list')}>
        <KeyTable t={t} keys={keys} revoke={endKey} />
      </Section>
    </>
  )
}
