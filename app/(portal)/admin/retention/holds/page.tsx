import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { HoldTable } from '@/components/retention/hold-table'
import { holdFields } from '@/components/retention/retention-fields'
import { retentionWords } from '@/components/retention/retention-words'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/lib/access/session'
import { retentionAddress } from '@/lib/retention/addresses'
import { listHolds } from '@/lib/retention/holds/queries'
import { hold, lift } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('retention.holds.title') }
}

export default async function HoldsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const found = await listHolds(viewer)
  if (!found) notFound()
  const own = (name: string) => t(`retention.holds.${name}`)
  const above = found.mayLift ? [{ label: t('retention.title'), href: retentionAddress }] : []
  return (
    <>
      <AdminCrumbs t={t} under={found.mayLift} crumbs={[...above, { label: own('title') }]} />
      <PageHeading title={own('title')} intro={own('intro')} />
      <Section id="holds" title={own('caption')}>
        <HoldTable t={t} holds={found.holds} lift={found.mayLift ? lift : null} />
      </Section>
      <Section id="place" title={own('place')}>
        <RecordForm
          id="hold"
          action={hold}
          values={{}}
          fields={holdFields(t, found.projects)}
          count={found.holds.length}
          send={own('place')}
          words={retentionWords(t)}
        />
      </Section>
    </>
  )
}
