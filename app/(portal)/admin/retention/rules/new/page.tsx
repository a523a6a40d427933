import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { ruleFields } from '@/components/retention/retention-fields'
import { retentionWords } from '@/components/retention/retention-words'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { requireViewer } from '@/lib/access/session'
import { retentionAddress } from '@/lib/retention/addresses'
import { findRule } from '@/lib/retention/queries'
import { add } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('retention.rules.add') }
}

export default async function NewRulePage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const found = await findRule(viewer, null)
  if (!found) notFound()
  const title = t('retention.rules.add')
  const crumbs = [{ label: t('retention.title'), href: retentionAddress }, { label: title }]
  return (
    <>
      <AdminCrumbs t={t} crumbs={crumbs} />
      <PageHeading title={title} intro={t('retention.rules.help')} />
      <RecordForm
        id="rule"
        action={add}
        values={{}}
        fields={ruleFields(t, found.programmes, null)}
        send={t('retention.rules.save')}
        words={retentionWords(t)}
      />
    </>
  )
}
