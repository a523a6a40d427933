import { periodName } from '@/components/rounds/period-name'
import type { RecordField } from '@/components/ui/record-fields'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { mitigationStateLabels, riskKindLabels } from '@/lib/risks/labels'
import { type AssessmentRow, type MitigationRow, mitigationStates, type RiskRow, riskKinds } from '@/lib/risks/model'
import { formatDate, formatNumber } from '@/lib/values/format'
import { titleOf, type WorkPackageRow } from '@/lib/work-packages/model'

type Unit = Pick<WorkPackageRow, 'id' | 'code' | 'titlePlan' | 'titleReview' | 'sourceId'>

/** What a risk is, whose, of which unit and since when; a new one since today unless something else is written. */
export function riskFields(
  t: Words,
  units: readonly Unit[],
  risk: Omit<RiskRow, 'assessments'> | null,
  today: string,
): RecordField[] {
  const raisedOn = risk ? risk.raisedOn : today
  return [
    {
      as: 'choice',
      name: 'kind',
      label: t('risks.field.kind'),
      known: risk?.kind ?? 'risk',
      options: riskKinds.map((kind) => ({ value: kind, label: t(riskKindLabels[kind]) })),
    },
    {
      as: 'text',
      name: 'description',
      label: t('risks.field.description'),
      help: t('risks.help.description'),
      known: risk?.description,
    },
    {
      as: 'text',
      name: 'ownerRoles',
      rows: 3,
      label: t('risks.field.ownerRoles'),
      help: t('risks.help.ownerRoles'),
      optional: t('ui.optional'),
      known: risk?.ownerRoles.join('\n'),
    },
    {
      as: 'choice',
      name: 'workPackageId',
      label: t('risks.field.unit'),
      optional: t('ui.optional'),
      known: risk?.workPackageId ?? '',
      empty: t('risks.wholeProject'),
      options: units.map((unit) => ({ value: unit.id, label: titleOf(unit) })),
    },
    {
      as: 'line',
      name: 'raisedOn',
      label: t('risks.field.raisedOn'),
      help: t('risks.help.raisedOn'),
      optional: t('ui.optional'),
      known: raisedOn ? formatDate(raisedOn, t.locale) : '',
    },
  ]
}

/** An assessment for a period, beginning from how the risk stands now. */
export function assessmentFields(
  t: Words,
  periods: readonly PeriodHeader[],
  latest: AssessmentRow | null,
  highest: number,
): RecordField[] {
  const score = (name: 'probability' | 'impact' | 'probabilityAfter' | 'impactAfter'): RecordField => ({
    as: 'choice',
    name,
    label: t(`risks.field.${name}`),
    help: t('risks.help.score', { highest: formatNumber(highest, t.locale) }),
    optional: t('ui.optional'),
    known: latest?.[name]?.toString() ?? '',
    empty: t('risks.unscored'),
    options: Array.from({ length: highest }, (_, place) => ({
      value: String(place + 1),
      label: formatNumber(place + 1, t.locale),
    })),
  })
  return [
    {
      as: 'choice',
      name: 'periodId',
      label: t('risks.field.period'),
      help: t('risks.help.period'),
      known: (periods.findLast(({ state }) => state === 'open') ?? periods.at(-1))?.id,
      empty: t('risks.choosePeriod'),
      options: periods.map(({ id, key }) => ({ value: id, label: periodName(key) })),
    },
    score('probability'),
    score('impact'),
    score('probabilityAfter'),
    score('impactAfter'),
    {
      as: 'text',
      name: 'note',
      rows: 3,
      label: t('risks.field.note'),
      help: t('risks.help.note'),
      optional: t('ui.optional'),
    },
    {
      as: 'line',
      name: 'assessedOn',
      width: 'short',
      label: t('risks.field.assessedOn'),
      help: t('risks.help.day'),
      optional: t('ui.optional'),
    },
    {
      as: 'line',
      name: 'pointsAsWritten',
      width: 'number',
      label: t('risks.field.pointsAsWritten'),
      help: t('risks.help.pointsAsWritten'),
      optional: t('ui.optional'),
    },
    { as: 'line', name: 'source', label: t('risks.field.source'), optional: t('ui.optional') },
  ]
}

export function closingFields(t: Words, today: string): RecordField[] {
  return [
    { as: 'text', name: 'reason', rows: 3, label: t('risks.field.reason'), help: t('risks.help.reason') },
    {
      as: 'line',
      name: 'closedOn',
      width: 'short',
      label: t('risks.field.closedOn'),
      help: t('risks.help.day'),
      known: formatDate(today, 'fi'),
    },
  ]
}

export function mitigationFields(t: Words, mitigation: MitigationRow | null): RecordField[] {
  return [
    { as: 'text', name: 'text', label: t('risks.field.mitigation'), known: mitigation?.text },
    {
      as: 'choice',
      name: 'state',
      label: t('risks.field.state'),
      known: mitigation?.state ?? '',
      empty: t('risks.stateUnknown'),
      options: mitigationStates.map((state) => ({ value: state, label: t(mitigationStateLabels[state]) })),
    },
    {
      as: 'line',
      name: 'ownerRole',
      label: t('risks.field.ownerRole'),
      help: t('risks.help.ownerRole'),
      optional: t('ui.optional'),
      known: mitigation?.ownerRole ?? '',
    },
    {
      as: 'line',
      name: 'dueOn',
      width: 'short',
      label: t('risks.field.dueOn'),
      help: t('risks.help.day'),
      optional: t('ui.optional'),
      known: mitigation?.dueOn ? formatDate(mitigation.dueOn, 'fi') : '',
    },
  ]
}
