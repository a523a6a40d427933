import { Chart } from '@/components/charts/chart'
import { FulfilmentMark } from '@/components/steering/marks'
import type { Board } from '@/components/steering/model'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import { targetRoleLabels } from '@/lib/indicators/labels'
import type { Words } from '@/lib/platform/words'
import type { SnapshotIndicator, SnapshotMeasurement, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import { changeText, correctionNotes, measuredText, targetText, timeText } from '@/lib/steering/figure-texts/model'
import { indicatorChart } from '@/lib/steering/indicator-charts/model'
import type { NationalRow, TargetRow } from '@/lib/steering/targets/model'
import { judgementReasonLabels, verdictLabels } from '@/lib/values/labels'

export function NationalIndicators({ t, summary: { national } }: Board) {
  if (national.length === 0) {
    return (
      <Section id="targets" title={t('steering.targets.title')}>
        <p>{t('steering.targets.none')}</p>
      </Section>
    )
  }
  return (
    <Section id="targets" title={t('steering.targets.title')} intro={t('steering.targets.intro')}>
      <div className="board-cards">
        {national.map((row) => (
          <Indicator key={row.indicator.id} t={t} row={row} />
        ))}
      </div>
    </Section>
  )
}

function Indicator({ t, row }: { t: Words; row: NationalRow }) {
  const { indicator } = row
  const chart = indicatorChart(t, indicator)
  return (
    <article className="board-card" id={`indicator-${indicator.id}`}>
      <p className="board-quiet">{row.investmentCode ?? row.investmentTitle}</p>
      <h3>{indicator.name}</h3>
      <FulfilmentMark t={t} fulfilment={row.fulfilment} />
      <DefinitionList items={facts(t, row)} />
      {chart && <Chart id={`chart-${indicator.id}`} model={chart} t={t} width={400} />}
      {indicator.definition && (
        <p className="board-quiet">{t('steering.targets.definition', { definition: indicator.definition })}</p>
      )}
      {indicator.clarifications.map((text) => (
        <p key={text} className="board-quiet">
          {text}
        </p>
      ))}
    </article>
  )
}

function facts(t: Words, row: NationalRow) {
  const judged = [...row.final, ...row.interim, ...row.alternative]
  return [
    {
      term: t('steering.targets.actual'),
      value:
        row.newest.length === 0
          ? t('steering.targets.notMeasured')
          : row.newest.map((one) => <Actual key={one.id} t={t} indicator={row.indicator} measurement={one} />),
    },
    ...judged.map((target) => ({
      term: t(targetRoleLabels[target.target.role]),
      value: <Judged t={t} row={target} />,
    })),
    ...(judged.length === 0 ? [{ term: t('steering.targets.target'), value: t('steering.targets.noTarget') }] : []),
    ...row.superseded.map((target) => ({
      term: t('steering.targets.superseded'),
      value: <Superseded t={t} target={target} />,
    })),
  ]
}

type ActualProps = { t: Words; indicator: SnapshotIndicator; measurement: SnapshotMeasurement }

function Actual({ t, indicator, measurement }: ActualProps) {
  const { value } = measurement
  const text = measuredText(t, measurement)
  const notes = [
    ...correctionNotes(t, indicator, measurement),
    value.asWritten && value.asWritten !== text ? t('steering.targets.written', { text: value.asWritten }) : null,
    changeText(t, measurement),
    value.note,
    ...value.flags,
    value.source && t('steering.targets.source', { source: value.source }),
  ].filter((note) => note !== null)
  return (
    <p>
      <b>{text}</b>
      {value.scope && ` ${value.scope}`}
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </p>
  )
}

/** The target with what can be said of it; scopes are named when there are several. */
function Judged({ t, row: { target, judgements } }: { t: Words; row: TargetRow }) {
  return (
    <>
      <p>{targetText(t, target)}</p>
      {judgements.map((one) => (
        <p key={one.scope}>
          <small>
            {judgements.length > 1 && one.scope ? `${one.scope}: ` : ''}
            {t(verdictLabels[one.verdict])}. {t(judgementReasonLabels[one.reason])}
          </small>
        </p>
      ))}
    </>
  )
}

function Superseded({ t, target }: { t: Words; target: SnapshotTarget }) {
  const { superseded, definition } = target
  const time = superseded?.at ? timeText(t, { code: superseded.at, asWritten: superseded.at }) : null
  return (
    <p>
      <s>{targetText(t, target)}</s>
      {time && <small>{t('steering.targets.supersededOn', { time })}</small>}
      {definition && <small>{t('steering.targets.definition', { definition })}</small>}
    </p>
  )
}
