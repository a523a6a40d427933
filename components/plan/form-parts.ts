import type { RecordPart } from '@/components/ui/record-fields'
import { fundingSourceLabels } from '@/lib/finance/labels'
import { fundingSources } from '@/lib/finance/model'
import type { DependencyRow } from '@/lib/plan/dependencies/model'
import type { MaturityRow } from '@/lib/plan/maturity/model'
import type { Plan, PlanLink } from '@/lib/plan/overview/model'
import type { PersonMonthsRow } from '@/lib/plan/person-months/model'
import type { Words } from '@/lib/platform/words'
import { formatDate, formatNumber } from '@/lib/values/format'
import { unknownLabels } from '@/lib/values/labels'
import { unknownKinds } from '@/lib/values/typed-value'

type Known = Pick<Plan, 'parts' | 'links'>

const partOptions = ({ parts }: Pick<Plan, 'parts'>) =>
  parts.map(({ id, label, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${label}` }))

const typed = (number: string | null) => (number === null ? '' : formatNumber(number, 'fi'))
const typedDay = (day: string | null) => (day === null ? '' : formatDate(day, 'fi'))

function partField(t: Words, plan: Pick<Plan, 'parts'>, known: string | null | undefined): RecordPart {
  return {
    as: 'choice',
    name: 'workPackageId',
    label: t('plan.field.part'),
    options: partOptions(plan),
    empty: t('plan.whole'),
    known: known ?? '',
  }
}

/** Person-months of a part, a task and a year. */
export function personMonthsFields(t: Words, plan: Known, row: PersonMonthsRow | null): RecordPart[] {
  const optional = t('ui.optional')
  return [
    partField(t, plan, row?.workPackageId),
    { as: 'line', name: 'role', label: t('plan.field.role'), optional, known: row?.role ?? '' },
    {
      as: 'line',
      name: 'year',
      label: t('plan.field.year'),
      width: 'number',
      optional,
      known: row?.year?.toString() ?? '',
    },
    {
      as: 'line',
      name: 'months',
      label: t('plan.field.months'),
      help: t('plan.field.monthsHelp'),
      width: 'number',
      optional,
      known: typed(row?.months ?? null),
    },
    {
      as: 'line',
      name: 'monthsAsWritten',
      label: t('plan.field.monthsAsWritten'),
      optional,
      known: row?.monthsAsWritten ?? '',
    },
    {
      as: 'choice',
      name: 'fundingSource',
      label: t('plan.field.source'),
      options: fundingSources.map((source) => ({ value: source, label: t(fundingSourceLabels[source]) })),
      empty: t('plan.field.noSource'),
      known: row?.fundingSource ?? '',
    },
    { as: 'text', name: 'note', rows: 2, label: t('plan.field.note'), optional, known: row?.note ?? '' },
  ]
}

/** One assessment; a new one begins from the scale and the area of the latest. */
export function maturityFields(t: Words, plan: Known & Pick<Plan, 'maturity'>, row: MaturityRow | null): RecordPart[] {
  const optional = t('ui.optional')
  const scale = row ?? plan.maturity.at(-1)
  return [
    partField(t, plan, row?.workPackageId),
    { as: 'line', name: 'area', label: t('plan.field.area'), known: row?.area ?? '' },
    {
      as: 'line',
      name: 'scale',
      label: t('plan.field.scale'),
      help: t('plan.field.scaleHelp'),
      known: scale?.scale ?? '',
    },
    {
      as: 'group',
      name: 'ends',
      layout: 'row',
      fields: (['scaleMin', 'scaleMax'] as const).map((name) => ({
        as: 'line',
        name,
        label: t(`plan.field.${name}`),
        width: 'number',
        optional,
        known: typed(scale?.[name] ?? null),
      })),
    },
    {
      as: 'line',
      name: 'asWritten',
      label: t('plan.field.value'),
      help: t('plan.field.valueHelp'),
      width: 'short',
      optional,
      known: row?.asWritten ?? typed(row?.number ?? null),
    },
    {
      as: 'choice',
      name: 'unknown',
      label: t('plan.field.unknown'),
      options: unknownKinds.map((kind) => ({ value: kind, label: t(unknownLabels[kind]) })),
      empty: t('plan.field.unknownNone'),
      known: row?.unknown ?? '',
    },
    {
      as: 'line',
      name: 'assessedOn',
      label: t('plan.field.assessedOn'),
      help: t('plan.field.dayHelp'),
      width: 'short',
      optional,
      known: typedDay(row?.assessedOn ?? null),
    },
    {
      as: 'line',
      name: 'timeAsWritten',
      label: t('plan.field.timeAsWritten'),
      optional,
      known: row?.timeAsWritten ?? '',
    },
    { as: 'line', name: 'source', label: t('plan.field.sourceText'), optional, known: row?.source ?? '' },
    { as: 'text', name: 'note', rows: 2, label: t('plan.field.note'), optional, known: row?.note ?? '' },
  ]
}

/** What a part needs: another part, a linked project, or something told in words. */
export function dependencyFields(t: Words, plan: Known, row: DependencyRow | null): RecordPart[] {
  return [
    partField(t, plan, row?.workPackageId),
    {
      as: 'choice',
      name: 'neededId',
      label: t('plan.field.needed'),
      options: partOptions(plan),
      empty: t('plan.field.neededNone'),
      known: row?.neededId ?? '',
    },
    {
      as: 'choice',
      name: 'linkId',
      label: t('plan.field.link'),
      options: plan.links.map(({ id, name }) => ({ value: id, label: name })),
      empty: t('plan.field.linkNone'),
      known: row?.linkId ?? '',
    },
    {
      as: 'text',
      name: 'text',
      rows: 3,
      label: t('plan.field.text'),
      optional: t('ui.optional'),
      known: row?.text ?? '',
    },
  ]
}

/** How far a linked project is, and when that was known. */
export function linkStateFields(t: Words, { stateText, stateOn }: PlanLink): RecordPart[] {
  const optional = t('ui.optional')
  return [
    { as: 'text', name: 'stateText', rows: 3, label: t('plan.field.state'), optional, known: stateText ?? '' },
    {
      as: 'line',
      name: 'stateOn',
      label: t('plan.field.stateOn'),
      help: t('plan.field.dayHelp'),
      width: 'short',
      optional,
      known: typedDay(stateOn),
    },
  ]
}
