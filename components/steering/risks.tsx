import { Chart } from '@/components/charts/chart'
import type { Board } from '@/components/steering/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { RiskMatrix } from '@/lib/charts/model'
import type { Words } from '@/lib/platform/words'
import type { RiskRow } from '@/lib/steering/risks/model'
import { formatNumber } from '@/lib/values/format'

export function Risks({ t, summary: { risks } }: Board) {
  if (risks.length === 0) {
    return (
      <Section id="risks" title={t('steering.risks.title')}>
        <p>{t('steering.risks.none')}</p>
      </Section>
    )
  }
  const moved = risks.some((row) => row.previous !== null)
  const column = (key: string, numeric?: boolean) => ({ key, header: t(`steering.risks.${key}`), numeric })
  return (
    <Section id="risks" title={t('steering.risks.title')} intro={moved ? undefined : t('steering.risks.noHistory')}>
      <Chart id="risk-matrix" model={matrix(t, risks)} t={t} />
      <DataTable
        caption={t('steering.risks.list')}
        columns={[
          column('risk'),
          column('probability', true),
          column('impact', true),
          column('points', true),
          column('mitigation'),
          column('owners'),
        ]}
        rows={risks.map((row) => ({ key: row.risk.id, cells: cells(t, row) }))}
      />
    </Section>
  )
}

function cells(t: Words, { risk, score, points, otherPoints }: RiskRow) {
  const unscored = { text: t('steering.risks.unscored'), unknown: true }
  const number = (value: number | undefined) => (value === undefined ? unscored : formatNumber(value, t.locale))
  return [
    mark(risk.no) + risk.description,
    number(score?.probability),
    number(score?.impact),
    points === null
      ? unscored
      : {
          text: formatNumber(points, t.locale),
          note: otherPoints === null ? undefined : t('steering.risks.otherPoints', { points: otherPoints }),
        },
    risk.mitigations.map((one) => one.text).join('; '),
    risk.ownerRoles.join(', '),
  ]
}

function mark(no: number | null): string {
  return no === null ? '' : `${no}. `
}

function matrix(t: Words, rows: readonly RiskRow[]): RiskMatrix {
  return {
    kind: 'risks',
    title: t('steering.risks.matrix'),
    axes: { probability: t('steering.risks.probability'), impact: t('steering.risks.impact') },
    risks: rows.map(({ risk, score, previous }, index) => ({
      mark: String(risk.no ?? index + 1),
      name: risk.description,
      score,
      previous: risk.assessments.length > 1 ? previous : undefined,
    })),
  }
}
