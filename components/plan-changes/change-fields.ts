import { decidedText } from '@/components/plan-changes/change-texts'
import type { RecordField } from '@/components/ui/record-fields'
import type { MeetingDecisionChoice, PlanChangeEffectRow, PlanChangeRow } from '@/lib/plan-changes/model'
import type { Words } from '@/lib/platform/words'
import { isIsoDate } from '@/lib/values/calendar'
import { formatDate, formatNumber } from '@/lib/values/format'
import type { PlaceChoices } from '@/lib/work-packages/choices/model'
import { titleOf } from '@/lib/work-packages/model'

type Known = Partial<
  Pick<
    PlanChangeRow,
    'title' | 'what' | 'why' | 'workPackageId' | 'investmentId' | 'oldText' | 'newText' | 'oldAmount' | 'newAmount'
  >
>

/** An amount as it is typed: `1 234,50`. */
function typedAmount(amount: string | null | undefined): string {
  return amount == null ? '' : formatNumber(amount, 'fi', { decimals: 2 }).replaceAll('\u00a0', ' ')
}

function unitField(t: Words, { units }: PlaceChoices, known: string | null | undefined, onlyOwn: boolean): RecordField {
  return {
    as: 'choice',
    name: 'workPackageId',
    label: t('planChanges.field.unit'),
    known: known ?? (onlyOwn && units.length > 0 ? units[0]?.id : ''),
    empty: onlyOwn ? undefined : t('planChanges.wholeProject'),
    options: units.map((unit) => ({ value: unit.id, label: titleOf(unit) })),
  }
}

function investmentField(t: Words, { investments }: PlaceChoices, known: string | null | undefined): RecordField {
  return {
    as: 'choice',
    name: 'investmentId',
    label: t('planChanges.field.investment'),
    help: t('planChanges.help.investment'),
    optional: t('ui.optional'),
    known: known ?? '',
    empty: t('planChanges.byUnit'),
    options: investments.map(({ id, code, title }) => ({
      value: id,
      label: code && code !== title ? `${code} ${title}` : title,
    })),
  }
}

function amountField(t: Words, name: 'oldAmount' | 'newAmount', known: string | null | undefined): RecordField {
  return {
    as: 'line',
    name,
    width: 'number',
    unit: '€',
    label: t(`planChanges.field.${name}`),
    help: t('planChanges.help.amount'),
    optional: t('ui.optional'),
    known: typedAmount(known),
  }
}

type Asked = { choices: PlaceChoices; known: Known; onlyOwn: boolean; fixedUnit?: boolean }

/** What is changed and why; the unit is not asked when a report tells it. */
export function changeFields(t: Words, { choices, known, onlyOwn, fixedUnit = false }: Asked): RecordField[] {
  const text = (name: 'what' | 'why' | 'oldText' | 'newText'): RecordField => ({
    as: 'text',
    name,
    label: t(`planChanges.field.${name}`),
    help: t(`planChanges.help.${name}`),
    optional: t('ui.optional'),
    known: known[name] ?? '',
  })
  return [
    { as: 'line', name: 'title', width: 'full', label: t('planChanges.field.title'), known: known.title ?? '' },
    ...(fixedUnit ? [] : [unitField(t, choices, known.workPackageId, onlyOwn)]),
    investmentField(t, choices, known.investmentId),
    text('what'),
    text('why'),
    text('oldText'),
    text('newText'),
    amountField(t, 'oldAmount', known.oldAmount),
    amountField(t, 'newAmount', known.newAmount),
  ]
}

/** What the change does to the money of one place of the budget. */
export function effectFields(t: Words, choices: PlaceChoices, effect: PlanChangeEffectRow | null): RecordField[] {
  return [
    investmentField(t, choices, effect?.investmentId),
    unitField(t, choices, effect?.workPackageId, false),
    {
      as: 'line',
      name: 'year',
      width: 'number',
      label: t('planChanges.field.year'),
      optional: t('ui.optional'),
      known: effect?.year?.toString() ?? '',
    },
    {
      as: 'line',
      name: 'costType',
      label: t('planChanges.field.costType'),
      help: t('planChanges.help.costType'),
      optional: t('ui.optional'),
      known: effect?.costType ?? '',
    },
    amountField(t, 'oldAmount', effect?.oldAmount),
    amountField(t, 'newAmount', effect?.newAmount),
  ]
}

function noteField(t: Words): RecordField {
  return { as: 'text', name: 'note', rows: 2, label: t('planChanges.field.note'), optional: t('ui.optional') }
}

export function takingUpFields(t: Words): RecordField[] {
  return [noteField(t)]
}

/** When it was decided, and in which meeting if it is known here. */
export function decisionFields(t: Words, made: readonly MeetingDecisionChoice[]): RecordField[] {
  const when = ({ day }: MeetingDecisionChoice) => (day && isIsoDate(day) ? formatDate(day, t.locale) : day)
  return [
    {
      as: 'line',
      name: 'decided',
      width: 'short',
      label: t('planChanges.field.decided'),
      help: t('planChanges.help.decided'),
    },
    ...(made.length > 0
      ? [
          {
            as: 'choice' as const,
            name: 'decisionId',
            label: t('planChanges.field.decision'),
            help: t('planChanges.help.decision'),
            optional: t('ui.optional'),
            empty: t('planChanges.standsAlone'),
            options: made.map((one) => ({
              value: one.id,
              label: [when(one), one.text.slice(0, 120)].filter(Boolean).join(': '),
            })),
          },
        ]
      : []),
    noteField(t),
  ]
}

export function inForceFields(t: Words, decided: PlanChangeRow['decided']): RecordField[] {
  const last = decided.at(-1)
  return [
    {
      as: 'line',
      name: 'inForceFrom',
      width: 'short',
      label: t('planChanges.field.inForceFrom'),
      help: last ? t('planChanges.help.inForceFrom', { decided: decidedText(t, last) }) : t('planChanges.help.day'),
    },
    noteField(t),
  ]
}

export function rejectionFields(t: Words): RecordField[] {
  return [
    { as: 'text', name: 'reason', rows: 3, label: t('planChanges.field.reason'), help: t('planChanges.help.reason') },
  ]
}
