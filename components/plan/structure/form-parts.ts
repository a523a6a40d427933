import type { RecordPart } from '@/components/ui/record-fields'
import { labelOf } from '@/lib/investments/model'
import {
  branchIds,
  type InvestmentNode,
  type LevelNode,
  type ProjectStructure,
  type UnitNode,
} from '@/lib/plan/structure/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'
import { levelLabels } from '@/lib/work-packages/labels'
import { titleOf, workPackageLevels } from '@/lib/work-packages/model'

const optional = (t: Words) => t('ui.optional')
const line = (t: Words, name: string, more: { isOptional?: boolean; help?: string } = {}): RecordPart => ({
  as: 'line',
  name,
  label: t(`structure.field.${name}`),
  help: more.help,
  optional: more.isOptional ? optional(t) : undefined,
})
const note = (t: Words): RecordPart => ({
  as: 'text',
  name: 'note',
  label: t('structure.field.note'),
  rows: 3,
  optional: optional(t),
})
const position = (t: Words): RecordPart => ({
  as: 'line',
  name: 'position',
  label: t('structure.field.position'),
  help: t('structure.field.positionHelp'),
  width: 'number',
  optional: optional(t),
})

export function levelParts(t: Words): RecordPart[] {
  return [
    line(t, 'label'),
    line(t, 'key', { help: t('structure.field.keyHelp') }),
    line(t, 'depth', { help: t('structure.field.depthHelp') }),
  ]
}

export const knownLevel = ({ key, label, depth }: LevelNode): Record<string, string> => ({
  key,
  label,
  depth: String(depth),
})

/** Parts of the tree that may stand above a row: neither itself nor what is under it. */
function above<T extends { id: string; parentId: string | null }>(rows: readonly T[], id: string | null): T[] {
  if (id === null) return [...rows]
  const under = branchIds(rows, id)
  return rows.filter((row) => !under.has(row.id))
}

export function investmentParts(t: Words, { levels, investments }: ProjectStructure, id: string | null): RecordPart[] {
  return [
    line(t, 'title'),
    line(t, 'code', { isOptional: true }),
    {
      as: 'choice',
      name: 'levelId',
      label: t('structure.field.levelId'),
      options: levels.map(({ id: value, label }) => ({ value, label })),
    },
    {
      as: 'choice',
      name: 'parentId',
      label: t('structure.field.parentId'),
      options: above(investments, id).map((row) => ({ value: row.id, label: labelOf(row) })),
      empty: t('structure.field.top'),
    },
    position(t),
    note(t),
  ]
}

export const knownInvestment = (row: InvestmentNode): Record<string, string> => ({
  title: row.title,
  code: row.code ?? '',
  levelId: row.levelId,
  parentId: row.parentId ?? '',
  position: String(row.position),
  note: row.note ?? '',
})

type WithAreas = ProjectStructure & { serviceAreas: { id: string; name: string }[] }

export function unitParts(t: Words, structure: WithAreas, id: string | null): RecordPart[] {
  const option = (row: UnitNode) => ({ value: row.id, label: titleOf(row) })
  const covered = structure.units.filter((row) => row.id !== id).map(option)
  return [
    line(t, 'titlePlan', { isOptional: true, help: t('structure.field.titlePlanHelp') }),
    line(t, 'titleReview', { isOptional: true, help: t('structure.field.titleReviewHelp') }),
    line(t, 'code', { isOptional: true }),
    {
      as: 'choice',
      name: 'level',
      label: t('structure.field.unitLevel'),
      options: workPackageLevels.map((value) => ({ value, label: t(levelLabels[value]) })),
    },
    { as: 'tick', name: 'reports', label: t('structure.field.reports'), help: t('structure.field.reportsHelp') },
    {
      as: 'choice',
      name: 'parentId',
      label: t('structure.field.unitParent'),
      options: above(structure.units, id).map(option),
      empty: t('structure.field.top'),
      optional: optional(t),
    },
    {
      as: 'choice',
      name: 'investmentId',
      label: t('structure.field.investmentId'),
      options: structure.investments.map((row) => ({ value: row.id, label: labelOf(row) })),
      empty: t('structure.field.noInvestment'),
      optional: optional(t),
    },
    position(t),
    line(t, 'responsibleRole', { isOptional: true }),
    line(t, 'scheduleAsWritten', { isOptional: true, help: t('structure.field.scheduleHelp') }),
    { as: 'line', name: 'costEstimate', label: t('structure.field.costEstimate'), width: 'number', unit: '€' },
    line(t, 'costAsWritten', { isOptional: true }),
    {
      as: 'kinds',
      name: 'serviceAreas',
      label: t('structure.field.serviceAreas'),
      none: t('structure.field.noServiceAreas'),
      options: [
        {
          key: 'areas',
          label: t('structure.field.serviceAreas'),
          options: structure.serviceAreas.map(({ id: value, name }) => ({ value, label: name })),
        },
      ],
    },
    {
      as: 'kinds',
      name: 'covers',
      label: t('structure.field.covers'),
      help: t('structure.field.coversHelp'),
      none: t('structure.field.noCovers'),
      options: [{ key: 'covered', label: t('structure.field.coveredPackages'), options: covered }],
    },
    note(t),
  ]
}

export const knownUnit = (row: UnitNode): Record<string, string> => ({
  titlePlan: row.titlePlan ?? '',
  titleReview: row.titleReview ?? '',
  code: row.code ?? '',
  level: row.level,
  reports: row.reports ? 'yes' : '',
  parentId: row.parentId ?? '',
  investmentId: row.investmentId ?? '',
  position: String(row.position),
  responsibleRole: row.responsibleRole ?? '',
  scheduleAsWritten: row.scheduleAsWritten ?? '',
  costEstimate: row.costEstimate === null ? '' : formatNumber(row.costEstimate, 'fi', { decimals: 2 }),
  costAsWritten: row.costAsWritten ?? '',
  serviceAreas: row.serviceAreas.join(','),
  covers: row.covers.join(','),
  note: row.note ?? '',
})
