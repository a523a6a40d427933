import type { RecordField } from '@/components/ui/record-fields'
import type { ActionPointRow } from '@/lib/meetings/action-points/model'
import type { ItemDecision, ItemRow } from '@/lib/meetings/agenda/model'
import type { ConcernChoices } from '@/lib/meetings/choices/model'
import { type Concern, concernKinds } from '@/lib/meetings/decisions/model'
import { concernValue } from '@/lib/meetings/decisions/schema'
import { concernKindLabels } from '@/lib/meetings/labels'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Plain = { value: string | null | undefined; help?: string; required?: true }

function plain(t: Words, as: 'line' | 'text' | 'day', name: string, key: string, given: Plain): RecordField {
  const { value, help, required } = given
  const field = { name, label: t(key), help, optional: required ? undefined : t('ui.optional'), known: value ?? '' }
  return as === 'day' ? { as: 'line', width: 'short', ...field } : { as, ...field }
}

function chosenOf(
  t: Words,
  name: string,
  key: string,
  value: string | undefined,
  things: readonly Concern[],
): RecordField {
  const options = things.map(({ id, title }) => ({ value: id, label: title }))
  return {
    as: 'choice',
    name,
    label: t(key),
    optional: t('ui.optional'),
    empty: t('meetings.noChoice'),
    options,
    known: value ?? '',
  }
}

/** The fields of an item; without one those of a new item. */
export function itemFields(t: Words, item: ItemRow | null, choices: ConcernChoices): RecordField[] {
  const of = (kind: 'work_package' | 'plan_change') => choices[kind].map((thing) => ({ kind, ...thing }))
  return [
    plain(t, 'line', 'title', 'meetings.field.itemTitle', { value: item?.title, required: true }),
    plain(t, 'line', 'presenterRole', 'meetings.field.presenterRole', { value: item?.presenterRole }),
    plain(t, 'line', 'presenterName', 'meetings.field.presenterName', {
      value: item?.presenterName,
      help: t('meetings.help.personal'),
    }),
    chosenOf(t, 'workPackageId', 'decisions.concerns.workPackage', item?.workPackage?.id, of('work_package')),
    chosenOf(t, 'planChangeId', 'decisions.concerns.planChange', item?.planChange?.id, of('plan_change')),
    plain(t, 'text', 'background', 'meetings.field.background', { value: item?.background }),
    plain(t, 'text', 'proposal', 'meetings.field.proposal', { value: item?.proposal }),
    plain(t, 'text', 'discussion', 'meetings.field.discussion', {
      value: item?.discussion.join('\n'),
      help: t('meetings.help.discussion'),
    }),
  ]
}

/** The fields of a decision; a new one concerns what its item is about until something else is chosen. */
export function decisionFields(
  t: Words,
  { item, decision, choices }: { item: ItemRow; decision: ItemDecision | null; choices: ConcernChoices },
): RecordField[] {
  const suggested = [
    ...(item.workPackage ? [{ kind: 'work_package' as const, id: item.workPackage.id }] : []),
    ...(item.planChange ? [{ kind: 'plan_change' as const, id: item.planChange.id }] : []),
  ]
  return [
    plain(t, 'text', 'text', 'meetings.field.decision', { value: decision?.text ?? item.proposal, required: true }),
    plain(t, 'day', 'decidedOn', 'meetings.field.decidedOn', {
      value: decision?.decidedOn && formatDate(decision.decidedOn, 'fi'),
      help: t('meetings.help.decidedOn'),
    }),
    {
      as: 'kinds',
      name: 'concerns',
      label: t('decisions.concernsLabel'),
      help: t('decisions.concernsHelp'),
      none: t('decisions.nothingToConcern'),
      options: concernKinds.map((kind) => ({
        key: kind,
        label: t(concernKindLabels[kind]),
        options: choices[kind].map(({ id, title }) => ({ value: concernValue({ kind, id }), label: title })),
      })),
      known: (decision?.concerns ?? suggested).map(concernValue).join(','),
    },
  ]
}

/** The fields of an action point; without one those of a new one. */
export function pointFields(t: Words, point: ActionPointRow | null): RecordField[] {
  return [
    plain(t, 'line', 'text', 'meetings.field.actionPoint', { value: point?.text, required: true }),
    plain(t, 'line', 'responsibleRole', 'meetings.field.responsible', { value: point?.responsibleRole }),
    plain(t, 'day', 'dueOn', 'meetings.field.dueOn', {
      value: point?.dueOn && formatDate(point.dueOn, 'fi'),
      help: t('meetings.help.heldOn'),
    }),
  ]
}
