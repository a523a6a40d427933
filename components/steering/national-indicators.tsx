import { Chart } from '@/components/charts/chart'
import { chartLinks, FigureLink } from '@/components/steering/figure-link'
import { FulfilmentMark } from '@/components/steering/marks'
import type { Board } from '@/components/steering/model'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import { measurementRoleLabels, targetRoleLabels } from '@/lib/indicators/labels'
import type { SnapshotIndicator, SnapshotMeasurement, SnapshotTarget } from '@/lib/rounds/snapshot/model'
import {
  changeText,
  correctionNotes,
  measuredText,
  percentText,
  targetText,
  timeText,
} from '@/lib/steering/figure-texts/model'
import { indicatorChart } from '@/lib/steering/indicator-charts/model'
import type { NationalRow, TargetRow } from '@/lib/steering/targets/model'
import { formatDate, formatNumber } from '@/lib/values/format'
import { judgementReasonLabels, verdictLabels } from '@/lib/values/labels'

/** National indicators: where each stands, then each with its series and targets. */
export function NationalIndicators(board: Board) {
  const { t, summary } = board
  const { national } = summary
  if (national.length === 0) {
    return (
      <Section id="targets" title={t('steering.targets.title')}>
        <p>{t('steering.targets.none')}</p>
      </Section>
    )
  }
  return (
    <Section id="targets" title={t('steering.targets.title')} intro={t('steering.targets.intro')}>
      <Fulfilled {...board} />
      <div className="board-cards">
        {national.map((row) => (
          <Indicator key={row.indicator.id} board={board} row={row} />
        ))}
      </div>
    </Section>
  )
}

/** `3/6 tavoitteesta täyttyy (50 %)` */
function Fulfilled({ t, code, summary: { fulfilment } }: Board) {
  const link = (text: string) => (
    <FigureLink code={code} kind="computed" id="fulfilled">
      {text}
    </FigureLink>
  )
  return (
    <p className="board-lead">
      {t('steering.targets.fulfilled')}{' '}
      {link(`${formatNumber(fulfilment.reached, t.locale)}/${formatNumber(fulfilment.all, t.locale)}`)} (
      {link(percentText(t, fulfilment.percent))}).
    </p>
  )
}

function Indicator({ board, row }: { board: Board; row: NationalRow }) {
  const { t, code } = board
  const { indicator } = row
  const chart = indicatorChart(t, indicator)
  return (
    <article className="board-card" id={`indicator-${indicator.id}`}>
      <p className="board-quiet">{row.investmentCode ?? row.investmentTitle}</p>
      <h3>{indicator.name}</h3>
      <FulfilmentMark t={t} fulfilment={row.fulfilment} />
      <DefinitionList items={facts(board, row)} />
      {chart && <Chart id={`chart-${indicator.id}`} model={chart} t={t} width={400} hrefOf={chartLinks(code)} />}
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

function facts(board: Board, row: NationalRow) {
  const { t } = board
  const judged = [...row.final, ...row.interim, ...row.alternative]
  const older = row.indicator.measurements.filter((one) => !row.newest.includes(one))
  return [
    {
      term: t('steering.targets.actual'),
      value:
        row.newest.length === 0
          ? t('steering.targets.notMeasured')
          : row.newest.map((one) => <Actual key={one.id} board={board} indicator={row.indicator} measurement={one} />),
    },
    ...judged.map((target) => ({
      term: t(targetRoleLabels[target.target.role]),
      value: <Judged board={board} row={target} />,
    })),
    ...(judged.length === 0 ? [{ term: t('steering.targets.target'), value: t('steering.targets.noTarget') }] : []),
    ...row.superseded.map((target) => ({
      term: t('steering.targets.superseded'),
      value: <Superseded board={board} target={target} />,
    })),
    ...(older.length > 0
      ? [
          {
            term: t('steering.targets.older'),
            value: older.map((one) => (
              <Actual key={one.id} board={board} indicator={row.indicator} measurement={one} />
            )),
          },
        ]
      : []),
  ]
}

type ActualProps = { board: Board; indicator: SnapshotIndicator; measurement: SnapshotMeasurement }

function Actual({ board: { t, code }, indicator, measurement }: ActualProps) {
  const { value } = measurement
  const text = measuredText(t, measurement)
  const notes = [
    measurement.role === 'actual' ? null : t(measurementRoleLabels[measurement.role]),
    ...correctionNotes(t, indicator, measurement),
    value.asWritten && value.asWritten !== text ? t('steering.targets.written', { text: value.asWritten }) : null,
    changeText(t, measurement),
    value.note,
    ...value.flags,
    value.source && t('steering.targets.source', { source: value.source }),
  ].filter((note) => note !== null)
  return (
    <p>
      <b>
        <FigureLink code={code} kind="measurement" id={measurement.id}>
          {text}
        </FigureLink>
      </b>
      {value.scope && ` ${value.scope}`}
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </p>
  )
}

/** The target with what can be said of it; scopes are named when there are several. */
function Judged({ board: { t, code }, row: { target, judgements } }: { board: Board; row: TargetRow }) {
  return (
    <>
      <p>
        <FigureLink code={code} kind="target" id={target.id}>
          {targetText(t, target)}
        </FigureLink>
        {target.reached && (
          <small>{t('steering.targets.reachedOn', { day: formatDate(target.reached.on, t.locale) })}</small>
        )}
      </p>
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

function Superseded({ board: { t, code }, target }: { board: Board; target: SnapshotTarget }) {
  const { superseded, definition } = target
  const time = superseded?.at ? timeText(t, { code: superseded.at, asWritten: superseded.at }) : null
  return (
    <p>
      <s>
        <FigureLink code={code} kind="target" id={target.id}>
          {targetText(t, target)}
        </FigureLink>
      </s>
      {time && <small>{t('steering.targets.supersededOn', { time })}</small>}
      {definition && <small>{t('steering.targets.definition', { definition })}</small>}
    </p>
  )
}
