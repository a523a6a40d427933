import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { effectFields } from '@/components/plan-changes/change-fields'
import { changeFormWords } from '@/components/plan-changes/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { dropEffect, keepEffect } from '../../../actions'
import { changeHere } from '../../../load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('planChanges.effects') }
}

type Props = { params: Promise<{ project: string; change: string; effect: string }> }

export default async function EffectPage({ params }: Props) {
  const { project, t, crumbs, edits, choices, change, title } = await changeHere(params)
  const { effect: asked } = await params
  const effect = change.effects.find(({ id }) => id === asked) ?? null
  if (!edits || (!effect && asked !== 'new')) notFound()
  const heading = t(effect ? 'planChanges.editEffect' : 'planChanges.addEffect')
  const values = { project: project.key, changeId: change.id, version: change.version, effectId: effect?.id ?? '' }
  const words = changeFormWords(t)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: heading }]} />
      <PageHeading title={heading} intro={title} />
      <RecordForm
        id="effect"
        action={keepEffect}
        values={values}
        fields={effectFields(t, choices, effect)}
        send={t('planChanges.save')}
        words={words}
      />
      {effect && (
        <Section id="remove" title={t('planChanges.removeEffect')}>
          <StepForm
            action={dropEffect}
            values={values}
            label={t('planChanges.removeEffect')}
            kind="danger"
            reasons={{ ...words.reasons, STALE: t('planChanges.reason.STALE_STEP') }}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
    </>
  )
}
