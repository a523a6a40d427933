import 'server-only'
import type { ReportUnit } from '@/lib/status-reports/views/model'
import { unitTitle } from '@/lib/status-reports/units/model'

export const titleFields = { titleReview: true, titlePlan: true, sourceId: true } as const

/** Columns of the head of a report. */
export const unitFields = {
  id: true,
  projectId: true,
  code: true,
  ...titleFields,
  responsibleRole: true,
  scheduleAsWritten: true,
  parent: { select: { id: true, ...titleFields } },
  investment: { select: { code: true, title: true } },
  serviceAreas: { orderBy: { sort: 'asc' }, select: { serviceArea: { select: { name: true } } } },
  items: { where: { kind: 'objective' }, orderBy: { sort: 'asc' }, select: { text: true } },
} as const

type Titled = { titleReview: string | null; titlePlan: string | null; sourceId: string }

type UnitRow = Titled & {
  id: string
  code: string | null
  responsibleRole: string | null
  scheduleAsWritten: string | null
  parent: (Titled & { id: string }) | null
  investment: { code: string | null; title: string } | null
  serviceAreas: { serviceArea: { name: string } }[]
  items: { text: string }[]
}

export function toUnit(row: UnitRow): ReportUnit {
  return {
    id: row.id,
    code: row.code,
    title: unitTitle(row),
    parent: row.parent ? { id: row.parent.id, title: unitTitle(row.parent) } : null,
    investment: row.investment ? [row.investment.code, row.investment.title].filter(Boolean).join(' ') : null,
    serviceAreas: row.serviceAreas.map(({ serviceArea }) => serviceArea.name),
    objectives: row.items.map(({ text }) => text),
    responsibleRole: row.responsibleRole,
    schedule: row.scheduleAsWritten,
  }
}
