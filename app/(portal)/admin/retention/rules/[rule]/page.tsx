import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { ruleFields } from '@/components/retention/retention-fields'
import { retentionWords } from '@/components/retention/retention-words'
import { StepForm } from '@/components/status-reports/step-form'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/lib/access/session'
import { retentionAddress } from '@/lib/retention/addresses'
import { findRule } from '@/lib/retention/queries'
import { change, remove } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('retention.rules.edit') }
}

export default async function RulePage({ params }: { params: Promise<{ rule: string }> }) {
  const [viewer, t, { rule: id }] = await Promise.all([requireViewer(), requestWords(), params])
  const found = await findRule(viewer, id)
  if (!found?.rule) notFound()
  const { rule, programmes } = found
  const own = (name: string) => t(`retention.rules.${name}`)
  const values = { ruleId: rule.id, version: rule.version }
  const words = retentionWords(t)
  const crumbs = [{ label: t('retention.title'), href: retentionAddress }, { label: own('edit') }]
  return (
    <>
      <AdminCrumbs t={t} crumbs={crumbs} />
      <PageHeading title={own('edit')} intro={own('help')} />
      <RecordForm
        id="rule"
        action={change}
        values={values}
        fields={ruleFields(t, programmes, rule)}
        send={own('save')}
        words={words}
      />
      <Section id="remove" title={own('remove')} intro={own('removeHelp')}>
        <StepForm
          action={remove}
          values={values}
          label={own('remove')}
          kind="danger"
          reasons={words.reasons}
          notice={t('ui.notice.danger')}
        />
      </Section>
    </>
  )
}
