import { Chart } from '@/components/charts/chart'
import { chartLinks, figureCell } from '@/components/steering/figure-link'
import { MoveMark, riskSigns, riskTones } from '@/components/steering/marks'
import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { Cell } from '@/components/ui/table-model'
import type { RiskMatrix } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import { mitigationStateLabels } from '@/lib/risks/labels'
import type { SnapshotRisk } from '@/lib/rounds/snapshot/model'
import { riskMoveLabels } from '@/lib/steering/labels'
import { pointsOf, type RiskRow } from '@/lib/steering/risks/model'
import { formatDate, formatNumber } from '@/lib/values/format'

/** Open risks in the matrix with how they moved, the same as a list, and those that were closed. */
export function Risks(board: Board) {
  const { t, code, body, summary, earlier } = board
  const { risks } = summary
  const closed = body.risks.filter((risk) => risk.closedOn !== null)
  if (body.risks.length === 0) {
    return (
      <Section id="risks" title={t('steering.risks.title')}>
        <p>{t('steering.risks.none')}</p>
      </Section>
    )
  }
  const compared = earlier !== null || risks.some((row) => row.previous !== null)
  const isMitigated = risks.some((row) => row.after !== null)
  const column = (key: string, numeric?: boolean) => ({ key, header: t(`steering.risks.${key}`), numeric })
  return (
    <Section id="risks" title={t('steering.risks.title')} intro={compared ? undefined : t('steering.risks.noHistory')}>
      {risks.length > 0 && (
        <Chart id="risk-matrix" model={matrix(t, risks, body.project.riskScale)} t={t} hrefOf={chartLinks(code)} />
      )}
      <DataTable
        caption={t('steering.risks.list')}
        columns={[
          column('risk'),
          column('points', true),
          column('before', true),
          column('change'),
          ...(isMitigated ? [column('after', true)] : []),
          column('mitigation'),
          column('owners'),
        ]}
        rows={risks.map((row) => ({
          key: row.risk.id,
          id: `risk-${row.risk.id}`,
          cells: cells(board, row, isMitigated),
        }))}
        empty={<p>{t('steering.risks.noOpen')}</p>}
      />
      {closed.length > 0 && (
        <DataTable
          caption={t('steering.risks.closed')}
          columns={[column('risk'), column('closedOn'), column('closedReason')]}
          rows={closed.map((risk) => ({ key: risk.id, id: `risk-${risk.id}`, cells: closedCells(board, risk) }))}
        />
      )}
    </Section>
  )
}

function cells(board: Board, row: RiskRow, isMitigated: boolean): Cell[] {
  const { t, summary } = board
  const { risk, score, points, otherPoints, previous, after } = row
  const move = summary.changes?.risks.find((one) => one.risk.id === risk.id)?.move
  const note = score ? t('steering.risks.product', score) : undefined
  const scored = (value: number | null, told?: string) =>
    value === null
      ? { text: t('steering.risks.unscored'), unknown: true }
      : { text: formatNumber(value, t.locale), note: told }
  const printed = otherPoints === null ? null : t('steering.risks.otherPoints', { points: otherPoints })
  return [
    mark(risk.no) + risk.description,
    figureCell(board, 'risk', risk.id, scored(points, [note, printed].filter(Boolean).join('; ') || undefined)),
    move === 'new' ? '' : before(board, row, previous && pointsOf(previous)),
    move ? (
      <MoveMark key="move" sign={riskSigns[move]} word={t(riskMoveLabels[move])} tone={riskTones[move]} />
    ) : (
      t(board.earlier ? 'steering.change.same' : 'steering.risks.notCompared')
    ),
    ...(isMitigated
      ? [
          figureCell(
            board,
            'risk',
            risk.id,
            scored(pointsOf(after), after ? t('steering.risks.product', after) : undefined),
          ),
        ]
      : []),
    risk.mitigations.map((one) => mitigation(t, one)).join('; '),
    risk.ownerRoles.join(', '),
  ]
}

/** Points at the time compared with, by that publication's own card. */
function before({ t, code, earlier }: Board, { risk, previous }: RiskRow, points: number | null): Cell {
  if (points === null || previous === null) return { text: t('steering.risks.unscored'), unknown: true }
  const told = { text: formatNumber(points, t.locale), note: t('steering.risks.product', previous) }
  return figureCell({ code: earlier?.code ?? code }, 'risk', risk.id, told)
}

function mitigation(t: Words, { text, state, ownerRole, dueOn }: SnapshotRisk['mitigations'][number]): string {
  const told = [
    state && t(mitigationStateLabels[state]),
    ownerRole,
    dueOn && t('steering.risks.due', { day: formatDate(dueOn, t.locale) }),
  ].filter(Boolean)
  return told.length > 0 ? `${text} (${told.join(', ')})` : text
}

function closedCells(board: Board, risk: SnapshotRisk): Cell[] {
  const { t } = board
  const day = risk.closedOn === null ? '' : formatDate(risk.closedOn, t.locale)
  return [mark(risk.no) + risk.description, figureCell(board, 'risk', risk.id, day), risk.closedReason ?? '']
}

function mark(no: number | null): string {
  return no === null ? '' : `${no}. `
}

function matrix(t: Words, rows: readonly RiskRow[], highest: number): RiskMatrix {
  return {
    kind: 'risks',
    title: t('steering.risks.matrix'),
    axes: { probability: t('steering.risks.probability'), impact: t('steering.risks.impact') },
    highest,
    risks: rows.map(({ risk, score, previous }, index) => ({
      mark: String(risk.no ?? index + 1),
      name: risk.description,
      score,
      previous: previous ?? undefined,
      source: { kind: 'risk', id: risk.id },
    })),
  }
}
