import { meetingFormWords, meetingReasons } from '@/components/meetings/form-words'
import { StepForm } from '@/components/status-reports/step-form'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { minutesAddress } from '@/lib/meetings/addresses'
import type { MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'

type Offered = FormAction | false
type Props = {
  t: Words
  projectKey: string
  facts: MeetingFacts
  actions: { check: Offered; takeBack: Offered; approve: Offered }
}

/** The next step of the minutes, for those who may take it. */
export function MeetingSteps({ t, projectKey, facts, actions }: Props) {
  const { check, takeBack, approve } = actions
  const values = { project: projectKey, meetingId: facts.id }
  const step = (name: 'check' | 'approve', action: FormAction) => (
    <StepForm
      action={action}
      values={{ ...values, version: facts.version }}
      label={t(`meetings.step.${name}`)}
      reasons={meetingReasons(t)}
      notice={t('ui.notice.warning')}
    />
  )
  if (facts.state === 'draft') {
    if (!check) return null
    return (
      <Section id="steps" title={t('meetings.step.checkTitle')} intro={t('meetings.step.checkHelp')}>
        {step('check', check)}
      </Section>
    )
  }
  if (facts.state === 'approved' || !(takeBack || approve)) return null
  return (
    <Section id="steps" title={t('meetings.step.approveTitle')} intro={t('meetings.step.approveHelp')}>
      <p className="max-w-text">
        {t('meetings.step.namesHelp')}{' '}
        <a href={minutesAddress(projectKey, facts.id, 'public')}>{t('meetings.minutes.public')}</a>
      </p>
      {approve && step('approve', approve)}
      {takeBack && (
        <Disclosure summary={t('meetings.step.returnTitle')}>
          <RecordForm
            id="return"
            action={takeBack}
            values={{ ...values, version: facts.version }}
            fields={[{ as: 'text', name: 'reason', label: t('meetings.field.reason') }]}
            send={t('meetings.step.return')}
            kind="secondary"
            words={meetingFormWords(t)}
          />
        </Disclosure>
      )}
    </Section>
  )
}
