import { ListLines } from '@/components/retention/list-lines'
import { decisionFields, withdrawFields } from '@/components/retention/retention-fields'
import { retentionWords } from '@/components/retention/retention-words'
import { StepForm } from '@/components/status-reports/step-form'
import { DefinitionList } from '@/components/ui/definition-list'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { listStateLabels } from '@/lib/retention/labels'
import { type DestructionList, isOver } from '@/lib/retention/lists/model'
import { formatDateTime } from '@/lib/values/format'

type Actions = { leaveOutLine: FormAction; withdraw: FormAction; decide: FormAction; destroy: FormAction }
type Props = { t: Words; list: DestructionList; actions: Actions }

/** A list from the proposal to the record: who prepared, decided and carried it out, its lines, and the next act. */
export function ListView({ t, list, actions }: Props) {
  const own = (name: string) => t(`retention.list.${name}`)
  const by = ({ at, by: who }: { at: string; by: string }) =>
    t('retention.lists.by', { when: formatDateTime(at, t.locale), who })
  return (
    <>
      <DefinitionList
        items={[
          { term: t('retention.lists.state'), value: t(listStateLabels[list.state]) },
          { term: t('retention.lists.prepared'), value: by(list.prepared) },
          ...(list.decided || !isOver(list)
            ? [{ term: own('decided'), value: list.decided ? by(list.decided) : own('undecided') }]
            : []),
          ...(list.decided?.reason ? [{ term: own('decisionReason'), value: list.decided.reason }] : []),
          ...(list.withdrawn
            ? [
                { term: own('withdrawn'), value: formatDateTime(list.withdrawn.at, t.locale) },
                { term: own('withdrawnWhy'), value: list.withdrawn.reason },
              ]
            : []),
          ...(isOver(list)
            ? []
            : [
                {
                  term: own('carriedOut'),
                  value: list.carriedOutAt ? formatDateTime(list.carriedOutAt, t.locale) : own('undecided'),
                },
              ]),
        ]}
      />
      <Section id="lines" title={own('lines')}>
        <ListLines t={t} list={list} leaveOut={actions.leaveOutLine} />
      </Section>
      {list.state === 'prepared' && (
        <Section id="decide" title={own(list.own ? 'withdraw' : 'decide')} intro={own(list.own ? 'own' : 'decideHelp')}>
          <RecordForm
            {...(list.own
              ? { id: 'withdraw', action: actions.withdraw, fields: withdrawFields(t), send: own('withdraw') }
              : { id: 'decide', action: actions.decide, fields: decisionFields(t), send: own('send') })}
            values={{ listId: list.id, version: list.version }}
            words={retentionWords(t)}
          />
        </Section>
      )}
      {list.state === 'approved' && (
        <Section id="carry-out" title={own('carryOut')} intro={own('carryOutHelp')}>
          <StepForm
            action={actions.destroy}
            values={{ listId: list.id }}
            label={own('carryOut')}
            kind="danger"
            reasons={retentionWords(t).reasons}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
    </>
  )
}
