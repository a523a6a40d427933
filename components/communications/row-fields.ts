import { periodName } from '@/components/rounds/period-name'
import type { RecordField } from '@/components/ui/record-fields'
import { itemKindLabels } from '@/lib/communications/labels'
import {
  type CommunicationEntry,
  type CommunicationItemKind,
  type CommunicationItemRow,
  communicationItemKinds,
} from '@/lib/communications/model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

/** What is planned. */
export function rowFields(t: Words, periods: readonly PeriodHeader[], row: CommunicationEntry | null): RecordField[] {
  const line = (name: 'responsibleRole' | 'statusText', known: string | null | undefined): RecordField => ({
    as: 'line',
    name,
    label: t(`communications.field.${name}`),
    help: t(`communications.help.${name}`),
    optional: t('ui.optional'),
    known: known ?? '',
  })
  const text = (name: 'aim' | 'audience', known: string | null | undefined): RecordField => ({
    as: 'text',
    name,
    rows: 2,
    label: t(`communications.field.${name}`),
    optional: t('ui.optional'),
    known: known ?? '',
  })
  const open = row ? row.periodId : periods.findLast(({ state }) => state === 'open')?.id
  return [
    { as: 'line', name: 'topic', width: 'full', label: t('communications.field.topic'), known: row?.topic ?? '' },
    text('aim', row?.aim),
    text('audience', row?.audience),
    {
      as: 'text',
      name: 'channels',
      rows: 3,
      label: t('communications.field.channels'),
      help: t('communications.help.channels'),
      optional: t('ui.optional'),
      known: row?.channels.join('\n') ?? '',
    },
    {
      as: 'line',
      name: 'schedule',
      width: 'short',
      label: t('communications.field.schedule'),
      help: t('communications.help.schedule'),
      optional: t('ui.optional'),
      known: row?.dateAsWritten ?? '',
    },
    line('responsibleRole', row?.responsibleRole),
    line('statusText', row?.statusText),
    {
      as: 'choice',
      name: 'periodId',
      label: t('communications.column.period'),
      help: t('communications.help.period'),
      known: open ?? '',
      empty: t('communications.everyPeriod'),
      options: periods.map(({ id, key }) => ({ value: id, label: periodName(key) })),
    },
  ]
}

/** One thing of a row: what it holds, what is planned, or what was done, when and where it can be seen. */
export function itemFields(t: Words, item: CommunicationItemRow | null, kind: CommunicationItemKind): RecordField[] {
  return [
    {
      as: 'choice',
      name: 'kind',
      label: t('communications.field.kind'),
      known: item?.kind ?? kind,
      options: communicationItemKinds.map((one) => ({ value: one, label: t(itemKindLabels[one]) })),
    },
    { as: 'text', name: 'text', rows: 3, label: t('communications.field.text'), known: item?.text ?? '' },
    {
      as: 'line',
      name: 'happenedOn',
      width: 'short',
      label: t('communications.field.happenedOn'),
      help: t('communications.help.happenedOn'),
      optional: t('ui.optional'),
      known: item?.happenedOn ? formatDate(item.happenedOn, 'fi') : '',
    },
    {
      as: 'line',
      name: 'url',
      width: 'full',
      label: t('communications.field.url'),
      help: t('communications.help.url'),
      optional: t('ui.optional'),
      known: item?.url ?? '',
    },
  ]
}
