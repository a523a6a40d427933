import type { ReactNode } from 'react'
import { Chart } from '@/components/charts/chart'
import { FigureLink } from '@/components/steering/figure-link'
import type { UnitProps } from '@/components/steering/unit/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { BarChart, LineChart } from '@/lib/charts/model'
import type { MeasurementRole } from '@/lib/indicators/model'
import { scopeOf } from '@/lib/rounds/snapshot/indicators/judgements/model'
import type { SnapshotIndicator } from '@/lib/rounds/snapshot/model'
import { correctionNotes, measuredText, targetText } from '@/lib/steering/figure-texts/model'
import { indicatorChart } from '@/lib/steering/indicator-charts/model'
import { judgementReasonLabels, verdictLabels } from '@/lib/values/labels'

/** The unit's own indicators: every value and target with its judgement, and a picture of what can be drawn. */
export function UnitIndicators(props: UnitProps) {
  const { t, parts } = props
  const own = parts.indicators
  const has = (role: MeasurementRole) => own.some((one) => one.measurements.some((row) => row.role === role))
  const roles: MeasurementRole[] = [
    ...(has('baseline') ? (['baseline'] as const) : []),
    'actual',
    ...(has('comparison') ? (['comparison'] as const) : []),
  ]
  const charts = own.flatMap((one) => {
    const model = indicatorChart(t, one)
    return model && isWorthDrawing(model) ? [{ id: one.id, model }] : []
  })
  return (
    <Section id="indicators" title={t('steering.unit.indicators')}>
      <DataTable
        caption={t('steering.unit.indicators')}
        hideCaption
        columns={['indicator', ...roles, 'target', 'verdict'].map((key) => ({
          key,
          header: t(key === 'comparison' ? 'figures.unit.comparison' : `steering.unit.${key}`),
        }))}
        rows={own.map((one) => ({
          key: one.id,
          cells: [
            { text: one.name, note: one.note ?? undefined },
            ...roles.map((role) => <Values key={role} {...props} indicator={one} role={role} />),
            <Targets key="targets" {...props} indicator={one} />,
            <Verdicts key="verdicts" {...props} indicator={one} />,
          ],
        }))}
        empty={<p>{t('steering.unit.noIndicators')}</p>}
      />
      {charts.length > 0 && (
        <div className="mt-8 grid gap-x-8 lg:grid-cols-2">
          {charts.map(({ id, model }) => (
            <div key={id} className="min-w-0">
              <Chart id={`chart-${id}`} model={model} t={t} />
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}

/** One bar with nothing beside it says no more than its number. */
function isWorthDrawing(model: LineChart | BarChart): boolean {
  return model.kind === 'line' || model.categories.length > 1 || model.targets.length > 0
}

type Of = UnitProps & { indicator: SnapshotIndicator }

function Values({ t, code, indicator, role }: Of & { role: MeasurementRole }) {
  const rows = indicator.measurements.filter((one) => one.role === role)
  if (rows.length === 0) return role === 'actual' ? <Unknown>{t('steering.unit.noValue')}</Unknown> : null
  return rows.map((one) => {
    const scope = scopeOf(one)
    return (
      <span key={one.id} className="block">
        <FigureLink code={code} kind="measurement" id={one.id}>
          {measuredText(t, one)}
        </FigureLink>
        {scope && `, ${scope}`}
        {one.value.note && <span className="cell-note">{one.value.note}</span>}
        {correctionNotes(t, indicator, one).map((note) => (
          <span key={note} className="cell-note">
            {note}
          </span>
        ))}
      </span>
    )
  })
}

function Targets({ t, code, indicator: { targets } }: Of) {
  if (targets.length === 0) return <Unknown>{t('steering.unit.noTarget')}</Unknown>
  return targets.map((target) => (
    <span key={target.id} className="block">
      <FigureLink code={code} kind="target" id={target.id}>
        {target.superseded ? <s>{targetText(t, target)}</s> : targetText(t, target)}
      </FigureLink>
      {target.superseded && <span className="cell-note">{t('figures.superseded')}</span>}
    </span>
  ))
}

/** Without a target there is nothing to judge; without a value the column beside has said it. */
function Verdicts({ t, indicator: { judgements } }: Of) {
  return judgements
    .filter(({ measurementId }) => measurementId !== null)
    .map(({ targetId, measurementId, scope, verdict, reason }) => (
      <span key={`${targetId} ${measurementId}`} className="block">
        {judgements.length > 1 && scope && `${scope}: `}
        {t(verdictLabels[verdict])}
        <span className="cell-note">{t(judgementReasonLabels[reason])}</span>
      </span>
    ))
}

function Unknown({ children }: { children: ReactNode }) {
  return <span className="unknown">{children}</span>
}
