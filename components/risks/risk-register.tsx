import { Chart } from '@/components/charts/chart'
import { RiskFilters } from '@/components/risks/risk-filters'
import { matrixOf } from '@/components/risks/risk-matrix'
import {
  afterCell,
  kindText,
  mitigationCell,
  movementCell,
  pointsCell,
  riskTitle,
  scoreCell,
} from '@/components/risks/risk-texts'
import { periodName } from '@/components/rounds/period-name'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Cell } from '@/components/ui/table-model'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { newRiskAddress, riskAddress } from '@/lib/risks/addresses'
import { filterRisks, type RiskFilter } from '@/lib/risks/filters/model'
import type { RiskRow } from '@/lib/risks/model'
import { byPoints, type RegisterRow, standingOf } from '@/lib/risks/standing/model'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  project: { key: string; periods: PeriodHeader[]; riskScale: number }
  risks: readonly RiskRow[]
  filter: RiskFilter
  writes: boolean
}

/** The register: matrix with movements, and the list. Both can be looked at as they stood at the end of a period. */
export function RiskRegister({ t, project, risks, filter, writes }: Props) {
  if (risks.length === 0) {
    return (
      <EmptyState
        title={t('risks.none')}
        actions={
          writes && (
            <ButtonLink kind="primary" href={newRiskAddress(project.key)}>
              {t('risks.add')}
            </ButtonLink>
          )
        }
      >
        {t(writes ? 'risks.noneHelp' : 'risks.noneReader')}
      </EmptyState>
    )
  }
  const until = project.periods.find(({ key }) => key === filter.period) ?? null
  const shown = filterRisks(risks, filter, until?.to ?? null)
  const rows = byPoints(shown.map((risk) => ({ risk, standing: standingOf(risk, project.periods, until) })))
  const when = until ? t('risks.atEnd', { period: periodName(until.key) }) : t('risks.now')
  return (
    <>
      <RiskFilters t={t} project={project} risks={risks} filter={filter} />
      {rows.length > 0 && (
        <Chart
          id="risk-matrix"
          model={matrixOf(t, rows, { title: t('risks.matrix', { when }), highest: project.riskScale })}
          t={t}
          note={t('risks.matrixNote')}
        />
      )}
      <DataTable
        caption={t('risks.list', { when, count: rows.length })}
        columns={[
          { key: 'risk', header: t('risks.column.risk') },
          { key: 'probability', header: t('risks.probability'), numeric: true },
          { key: 'impact', header: t('risks.impact'), numeric: true },
          { key: 'points', header: t('risks.column.points'), numeric: true },
          { key: 'movement', header: t('risks.column.movement') },
          { key: 'after', header: t('risks.column.after') },
          { key: 'mitigations', header: t('risks.column.mitigations') },
          { key: 'owners', header: t('risks.column.owners') },
        ]}
        rows={rows.map((row) => ({ key: row.risk.id, cells: cellsOf(t, project.key, row) }))}
        empty={<EmptyState title={t('risks.noMatches')}>{t('risks.noMatchesHelp')}</EmptyState>}
      />
    </>
  )
}

function cellsOf(t: Words, projectKey: string, { risk, standing }: RegisterRow<RiskRow>): Cell[] {
  const { latest } = standing
  const notes = [
    risk.kind === 'risk' ? null : kindText(t, risk.kind),
    risk.closedOn && t('risks.closedOn', { day: formatDate(risk.closedOn, t.locale) }),
  ].filter(Boolean)
  return [
    { text: riskTitle(risk), href: riskAddress(projectKey, risk.id), note: notes.join(', ') || undefined },
    scoreCell(t, latest?.probability),
    scoreCell(t, latest?.impact),
    pointsCell(t, latest),
    movementCell(t, standing),
    afterCell(t, latest),
    mitigationCell(t, risk),
    risk.ownerRoles.length > 0 ? risk.ownerRoles.join(', ') : { text: t('risks.noOwner'), unknown: true },
  ]
}
