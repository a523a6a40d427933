import { decisionFields, inForceFields, rejectionFields, takingUpFields } from '@/components/plan-changes/change-fields'
import { changeFormWords } from '@/components/plan-changes/words'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { MeetingDecisionChoice, PlanChangeDetails } from '@/lib/plan-changes/model'
import { steps } from '@/lib/plan-changes/steps/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  project: { key: string }
  change: PlanChangeDetails
  meetingDecisions: readonly MeetingDecisionChoice[]
  actions: Record<'takeUp' | 'decide' | 'putInForce' | 'reject', FormAction>
}

/** What those who prepare changes can do next: the state table says what is offered. */
export function ChangeDesk({ t, project, change, meetingDecisions, actions }: Props) {
  const can = steps[change.state]
  const form = {
    values: { project: project.key, changeId: change.id, version: change.version },
    words: changeFormWords(t),
  }
  return (
    <div className="no-print">
      {can.taken_up && (
        <Section id="take-up" title={t('planChanges.step.takeUp')} intro={t('planChanges.step.takeUpHelp')}>
          <RecordForm
            id="take-up"
            action={actions.takeUp}
            fields={takingUpFields(t)}
            send={t('planChanges.step.takeUp')}
            {...form}
          />
        </Section>
      )}
      {can.put_in_force && (
        <Section id="in-force" title={t('planChanges.step.putInForce')} intro={t('planChanges.step.putInForceHelp')}>
          <RecordForm
            id="in-force"
            action={actions.putInForce}
            fields={inForceFields(t, change.decided)}
            send={t('planChanges.step.putInForce')}
            {...form}
          />
        </Section>
      )}
      {can.decided && (
        <Section
          id="decide"
          title={t(change.decided.length > 0 ? 'planChanges.step.decideAgain' : 'planChanges.step.decide')}
          intro={t('planChanges.step.decideHelp')}
        >
          <RecordForm
            id="decide"
            action={actions.decide}
            fields={decisionFields(t, meetingDecisions)}
            send={t('planChanges.step.decideSend')}
            kind={can.put_in_force ? 'secondary' : 'primary'}
            {...form}
          />
        </Section>
      )}
      {can.rejected && (
        <Section id="reject" title={t('planChanges.step.reject')} intro={t('planChanges.step.rejectHelp')}>
          <RecordForm
            id="reject"
            action={actions.reject}
            fields={rejectionFields(t)}
            send={t('planChanges.step.reject')}
            kind="danger"
            {...form}
          />
        </Section>
      )}
    </div>
  )
}
