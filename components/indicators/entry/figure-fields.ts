import type { RecordField, RecordPart } from '@/components/ui/record-fields'
import { measurementRoleLabels, targetOperatorLabels, targetRoleLabels } from '@/lib/indicators/labels'
import { type MeasurementRow, measurementRoles, targetOperators, targetRoles } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { formatDate, formatNumber } from '@/lib/values/format'

/** A target: what is aimed at and for when. */
export function targetFields(t: Words, unit: string | null): RecordField[] {
  const optional = t('ui.optional')
  return [
    {
      as: 'choice',
      name: 'role',
      label: t('indicators.field.role'),
      known: 'final',
      options: targetRoles.map((value) => ({ value, label: t(targetRoleLabels[value]) })),
    },
    {
      as: 'choice',
      name: 'operator',
      label: t('indicators.field.operator'),
      known: 'gte',
      options: targetOperators.map((value) => ({ value, label: t(targetOperatorLabels[value]) })),
    },
    {
      as: 'line',
      name: 'limit',
      label: t('indicators.field.limit'),
      help: t('indicators.help.limit'),
      unit: unit ?? undefined,
      optional,
    },
    {
      as: 'line',
      name: 'time',
      width: 'short',
      label: t('indicators.field.time'),
      help: t('indicators.help.time'),
      optional,
    },
    { as: 'text', name: 'definition', rows: 2, label: t('indicators.field.definition'), optional },
    { as: 'line', name: 'source', width: 'full', label: t('indicators.field.targetSource'), optional },
  ]
}

/** The end of a target. */
export function endFields(t: Words, today: string): RecordField[] {
  return [
    { as: 'text', name: 'reason', rows: 3, label: t('indicators.field.endReason') },
    {
      as: 'line',
      name: 'on',
      width: 'short',
      label: t('indicators.field.on'),
      help: t('indicators.help.validFrom'),
      optional: t('ui.optional'),
      known: formatDate(today, 'fi'),
    },
  ]
}

/** A value from elsewhere; one that takes another's place begins from what that one says. */
export function valueFields(t: Words, unit: string | null, before: MeasurementRow | null): RecordField[] {
  return [
    roleField(t, before),
    {
      as: 'text',
      name: 'value',
      rows: 2,
      label: withUnit(t('indicators.field.value'), unit),
      help: t('indicators.help.value'),
      known: before?.value.asWritten ?? '',
    },
    ...originFields(t, before),
  ]
}

/** A value part by part: a row for each known part, and a few for others. */
export function breakdownFields(t: Words, unit: string | null, parts: readonly string[]): RecordPart[] {
  return [
    roleField(t, null),
    ...parts.map(
      (label, no): RecordPart => ({
        as: 'group',
        name: `part/${no}`,
        label: t('indicators.field.part', { no: formatNumber(no + 1, t.locale) }),
        layout: 'row',
        fields: [
          {
            as: 'line',
            name: `part/${no}/label`,
            label: t('indicators.field.partLabel'),
            known: label,
          },
          {
            as: 'line',
            name: `part/${no}/value`,
            width: 'short',
            label: withUnit(t('indicators.field.partValue'), unit),
          },
        ],
      }),
    ),
    {
      as: 'line',
      name: 'total',
      width: 'short',
      label: withUnit(t('indicators.field.total'), unit),
      help: t('indicators.help.total'),
      optional: t('ui.optional'),
    },
    ...originFields(t, null),
  ]
}

const withUnit = (label: string, unit: string | null): string => (unit ? `${label} (${unit})` : label)

const roleField = (t: Words, before: MeasurementRow | null): RecordField => ({
  as: 'choice',
  name: 'role',
  label: t('indicators.field.role'),
  known: before?.role ?? 'baseline',
  options: measurementRoles.map((value) => ({ value, label: t(measurementRoleLabels[value]) })),
})

function originFields(t: Words, before: MeasurementRow | null): RecordField[] {
  const optional = t('ui.optional')
  return [
    {
      as: 'line',
      name: 'time',
      width: 'short',
      label: t('indicators.field.valueTime'),
      help: t('indicators.help.time'),
      known: before?.time.asWritten ?? '',
    },
    {
      as: 'line',
      name: 'n',
      width: 'number',
      label: t('indicators.field.n'),
      optional,
      known: before?.value.n?.toString() ?? '',
    },
    {
      as: 'line',
      name: 'scope',
      label: t('indicators.field.valueScope'),
      help: t('indicators.help.valueScope'),
      optional,
      known: before?.value.scope ?? '',
    },
    {
      as: 'line',
      name: 'source',
      width: 'full',
      label: t('indicators.field.source'),
      help: t('indicators.help.valueSource'),
      known: before?.value.source ?? '',
    },
    {
      as: 'text',
      name: 'note',
      rows: 2,
      label: t('indicators.field.note'),
      optional,
      known: before?.value.note ?? '',
    },
  ]
}
