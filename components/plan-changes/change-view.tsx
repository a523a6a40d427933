import { amountCell, differenceCell, unitCell } from '@/components/plan-changes/change-texts'
import { DecisionTable } from '@/components/plan-changes/decision-table'
import { EffectTable } from '@/components/plan-changes/effect-table'
import { periodName } from '@/components/rounds/period-name'
import { TextDifference } from '@/components/status-reports/differences/text-difference'
import { changeWords } from '@/components/status-reports/differences/words'
import { DefinitionList } from '@/components/ui/definition-list'
import { EventList } from '@/components/ui/event-list'
import { Section } from '@/components/ui/section'
import { differenceOf } from '@/lib/plan-changes/effects/model'
import { planChangeEventLabels } from '@/lib/plan-changes/labels'
import type { PlanChangeDetails } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'
import { reportAddress } from '@/lib/status-reports/addresses'
import { formatDate, formatDateTime } from '@/lib/values/format'
import { textDifference } from '@/lib/values/text-difference'
import type { PlaceChoices } from '@/lib/work-packages/choices/model'

type Props = {
  t: Words
  project: { key: string }
  change: PlanChangeDetails
  choices: PlaceChoices
  edits: boolean
}

/** One change of the plan: what and why, old and new, what it does to the budget, its decisions and its way here. */
export function ChangeView({ t, project, change, choices, edits }: Props) {
  const investment = choices.investments.find(({ id }) => id === change.investmentId)
  const unit = unitCell(t, change, choices)
  return (
    <>
      <Section id="facts" title={t('planChanges.facts')}>
        <DefinitionList
          items={[
            { term: t('planChanges.field.unit'), value: unit.note ? `${unit.text} (${unit.note})` : unit.text },
            ...(investment ? [{ term: t('planChanges.field.investment'), value: investment.title }] : []),
            { term: t('planChanges.field.what'), value: change.what ?? t('planChanges.notTold') },
            { term: t('planChanges.field.why'), value: change.why ?? t('planChanges.notTold') },
            { term: t('planChanges.origin'), value: <Origin t={t} projectKey={project.key} change={change} /> },
            ...(change.inForceFrom
              ? [{ term: t('planChanges.field.inForceFrom'), value: formatDate(change.inForceFrom, t.locale) }]
              : []),
            ...(change.rejectedReason ? [{ term: t('planChanges.field.reason'), value: change.rejectedReason }] : []),
          ]}
        />
      </Section>
      <OldAndNew t={t} change={change} />
      <EffectTable t={t} projectKey={project.key} change={change} choices={choices} edits={edits} />
      <DecisionTable t={t} projectKey={project.key} decisions={change.decisions} />
      <Section id="events" title={t('planChanges.timeline')}>
        {change.events.length === 0 ? (
          <p>{t('planChanges.noEvents')}</p>
        ) : (
          <EventList
            label={t('planChanges.timeline')}
            events={change.events.map(({ id, type, at, role, note }) => ({
              key: id,
              title: t(planChangeEventLabels[type]),
              time: formatDateTime(at, t.locale),
              dateTime: at,
              by: role ? t(`access.role.${role}`) : t('planChanges.unknownActor'),
              children: note && (
                <p className="max-w-text whitespace-pre-line">
                  {type === 'proposed' ? t('planChanges.reportSaid', { text: note }) : note}
                </p>
              ),
            }))}
          />
        )}
      </Section>
    </>
  )
}

function Origin({ t, projectKey, change }: { t: Words; projectKey: string; change: PlanChangeDetails }) {
  if (change.reportId === null) return t('planChanges.byHand')
  if (!change.report) return t('planChanges.fromReport')
  const { periodKey, unitId } = change.report
  return (
    <a href={reportAddress(projectKey, periodKey, unitId)}>
      {t('planChanges.fromReportOf', { period: periodName(periodKey) })}
    </a>
  )
}

/** Texts word by word, amounts with their difference. */
function OldAndNew({ t, change }: { t: Words; change: PlanChangeDetails }) {
  const { oldText, newText, oldAmount, newAmount } = change
  const hasAmounts = oldAmount !== null || newAmount !== null
  if (oldText === null && newText === null && !hasAmounts) {
    return (
      <Section id="old-new" title={t('planChanges.oldNew')}>
        <p>{t('planChanges.noOldNew')}</p>
      </Section>
    )
  }
  const { parts } = textDifference(oldText ?? '', newText ?? '')
  return (
    <Section id="old-new" title={t('planChanges.oldNew')}>
      {hasAmounts && (
        <DefinitionList
          items={[
            { term: t('planChanges.field.oldAmount'), value: amountCell(t, oldAmount).text },
            { term: t('planChanges.field.newAmount'), value: amountCell(t, newAmount).text },
            { term: t('planChanges.difference'), value: differenceCell(t, differenceOf(change)).text },
          ]}
        />
      )}
      {(oldText !== null || newText !== null) && (
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
          <OneText title={t('planChanges.field.oldText')} text={oldText ?? t('planChanges.notTold')} />
          <OneText title={t('planChanges.field.newText')} text={newText ?? t('planChanges.notTold')} />
        </div>
      )}
      {oldText !== null && newText !== null && (
        <div className="mt-4">
          <h3>{t('planChanges.wordByWord')}</h3>
          <p className="text-small text-muted">{t('differences.legend')}</p>
          <TextDifference parts={parts} words={changeWords(t)} />
        </div>
      )}
    </Section>
  )
}

function OneText({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <h3>{title}</h3>
      <p className="max-w-text whitespace-pre-line">{text}</p>
    </div>
  )
}
