import type { BoundData, Scope } from '@/lib/final-report/bindings/model'
import type { DocumentCell, TableBody } from '@/lib/final-report/document/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import type { Words } from '@/lib/platform/words'
import { latestAssessment } from '@/lib/risks/model'
import { formatNumber, formatTimeCode } from '@/lib/values/format'
import { titleOf } from '@/lib/work-packages/model'

/** Changes of the project plan with the months in which they were decided. */
export function planChangeTable(data: BoundData, scope: Scope, t: Words): TableBody {
  const rows = data.planChanges.filter((row) => !scope.investment || scope.covers(row.investmentId))
  return {
    columns: [
      { header: t('finalReport.column.planChange'), numeric: false, width: 3 },
      { header: t('finalReport.column.workPackage'), numeric: false, width: 2 },
      { header: t('finalReport.column.decided'), numeric: false, width: 1.3 },
    ],
    rows: rows.map((row): DocumentCell[] => {
      const unit = data.workPackages.find((one) => one.id === row.workPackageId)
      const months = row.decided.map((one) => formatTimeCode(one.timeCode, t.locale))
      return [
        { text: row.title },
        { text: unit ? titleOf(unit) : (row.workPackageAsWritten ?? '') },
        months.length > 0 ? { text: months.join('; ') } : { text: t(planChangeStateLabels[row.state]), unknown: true },
      ]
    }),
    total: null,
    notes: [],
    source: t('finalReport.sourceLine', { source: t('finalReport.source.planChanges') }),
  }
}

/** Risks of the whole project as they were last assessed. */
export function riskTable(data: BoundData, t: Words): TableBody {
  const figure = (value: number | null): DocumentCell =>
    value === null ? { text: t('finalReport.unknown'), unknown: true } : { text: formatNumber(value, t.locale) }
  return {
    columns: [
      { header: t('finalReport.column.risk'), numeric: false, width: 3 },
      { header: t('finalReport.column.mitigations'), numeric: false, width: 3 },
      { header: t('finalReport.column.probability'), numeric: true, width: 1.1 },
      { header: t('finalReport.column.impact'), numeric: true, width: 1.1 },
      { header: t('finalReport.column.points'), numeric: true, width: 0.9 },
    ],
    rows: data.risks.map((risk): DocumentCell[] => {
      const latest = latestAssessment(risk)
      return [
        { text: risk.description },
        { text: risk.mitigations.map((one) => one.text).join(' ') },
        figure(latest?.probability ?? null),
        figure(latest?.impact ?? null),
        figure(latest?.points ?? null),
      ]
    }),
    total: null,
    notes: [],
    source: t('finalReport.sourceLine', { source: t('finalReport.source.risks') }),
  }
}
