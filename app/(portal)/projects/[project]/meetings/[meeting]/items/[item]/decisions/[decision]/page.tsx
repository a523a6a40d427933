import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { meetingFormWords, meetingReasons } from '@/components/meetings/form-words'
import { decisionFields } from '@/components/meetings/item-fields'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { itemAddress } from '@/lib/meetings/addresses'
import { listConcernChoices } from '@/lib/meetings/choices/queries'
import { loadItem } from '../../../../load'
import { dropDecision, keepDecision } from './actions'

type Props = { params: Promise<{ project: string; meeting: string; item: string; decision: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadItem(params)
  return { title: (await requestWords())('meetings.field.decision') }
}

export default async function DecisionPage({ params }: Props) {
  const [{ project, t, facts, item, crumbs, viewer }, { decision: id }] = await Promise.all([loadItem(params), params])
  const decision = item?.decisions.find((one) => one.id === id) ?? null
  if (!item || (id !== 'new' && !decision)) notFound()
  const title = t(decision ? 'decisions.edit' : 'decisions.add')
  const place = { project: project.key, meetingId: facts.id, itemId: item.id, decisionId: decision?.id ?? '' }
  const toItem = { label: item.title, href: itemAddress(project.key, facts.id, item.id) }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, toItem, { label: title }]} />
      <PageHeading title={title} intro={item.title} />
      <RecordForm
        id="decision"
        action={keepDecision}
        values={{ ...place, version: decision?.version ?? 0 }}
        fields={decisionFields(t, { item, decision, choices: await listConcernChoices(viewer, project.id) })}
        send={t('meetings.form.save')}
        words={meetingFormWords(t)}
      />
      {decision && (
        <StepForm
          action={dropDecision}
          values={{ ...place, version: decision.version }}
          label={t('decisions.remove')}
          kind="danger"
          reasons={meetingReasons(t)}
          notice={t('ui.notice.warning')}
        />
      )}
    </>
  )
}
