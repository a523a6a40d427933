import { ChangeMark, FulfilmentMark, LightMark } from '@/components/steering/marks'
import { type Board, unitAddress } from '@/components/steering/model'
import { Disclosure } from '@/components/ui/disclosure'
import { KeyFigures } from '@/components/ui/key-figures'
import { measuredText, percentText, periodText, targetText } from '@/lib/steering/figure-texts/model'
import type { UnitRow } from '@/lib/steering/lights/model'
import type { Fulfilment, NationalRow } from '@/lib/steering/targets/model'
import { formatAmount, formatNumber } from '@/lib/values/format'

/** Will we reach the targets, what is at risk and why, what changed. */
export function FirstScreen(board: Board) {
  const { t, summary, comparedWith } = board
  return (
    <>
      <KeyFigures figures={keyFigures(board)} />
      <div className="board-pair">
        <section aria-labelledby="first-targets">
          <h2 id="first-targets">{t('steering.first.targets')}</h2>
          {summary.national.length === 0 && <p>{t('steering.targets.none')}</p>}
          <ul className="board-list">
            {worstFirst(summary.national).map((row) => (
              <TargetLine key={row.indicator.id} board={board} row={row} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="first-red">
          <h2 id="first-red">{t('steering.first.red')}</h2>
          {summary.red.length === 0 && <p>{t('steering.first.noRed')}</p>}
          <ul className="board-list">
            {summary.red.map((row) => (
              <ReasonLine key={row.id} board={board} row={row} />
            ))}
          </ul>
        </section>
      </div>
      {comparedWith && <Changed {...board} comparedWith={comparedWith} />}
    </>
  )
}

function keyFigures({ t, summary }: Board) {
  const { fulfilment, lights, changes, finance, units } = summary
  const number = (value: number) => formatNumber(value, t.locale)
  const { total, lines, unknown } = finance.totals.purchases
  return [
    {
      label: t(fulfilment.all > 0 ? 'steering.figures.targets' : 'steering.figures.noTargets'),
      value: `${number(fulfilment.reached)}/${number(fulfilment.all)}`,
      note:
        fulfilment.all > 0
          ? t('steering.figures.targetsNote', {
              percent: percentText(t, fulfilment.percent),
              notReached: fulfilment.notReached,
              cannotSay: fulfilment.cannotSay,
            })
          : undefined,
    },
    {
      label: t('steering.figures.units'),
      value: `${number(lights.green)}/${number(units.length)}`,
      note: t('steering.figures.unitsNote', { yellow: lights.yellow, red: lights.red, none: lights.none }),
    },
    {
      label: t('steering.figures.changes'),
      value: number(changes.worse),
      note: t('steering.figures.changesNote', { better: changes.better, fresh: changes.new }),
    },
    {
      label: t('steering.figures.purchases'),
      value: total === null ? t('steering.figures.noPurchases') : formatAmount(total, t.locale),
      note: t(lines === 0 ? 'steering.figures.noPurchasesNote' : 'steering.figures.purchasesNote', { lines, unknown }),
    },
  ]
}

const order: Fulfilment[] = ['not_reached', 'not_yet', 'cannot_say', 'reached']

function worstFirst(rows: readonly NationalRow[]): NationalRow[] {
  return rows.toSorted((a, b) => order.indexOf(a.fulfilment) - order.indexOf(b.fulfilment))
}

function TargetLine({ board: { t }, row }: { board: Board; row: NationalRow }) {
  const values = row.newest.map((one) => {
    const text = measuredText(t, one)
    return row.newest.length > 1 && one.value.scope ? `${one.value.scope} ${text}` : text
  })
  const targets = row.final.map(({ target }) => targetText(t, target))
  return (
    <li>
      <FulfilmentMark t={t} fulfilment={row.fulfilment} />
      <div>
        <a href={`#indicator-${row.indicator.id}`}>{row.indicator.name}</a>
        <p>
          {t('steering.targets.actual')}: {values.join('; ') || t('steering.targets.notMeasured')}.{' '}
          {targets.length > 0
            ? `${t('steering.targets.target')}: ${targets.join('; ')}.`
            : t('steering.targets.noTarget')}
        </p>
      </div>
    </li>
  )
}

function ReasonLine({ board, row, change }: { board: Board; row: UnitRow; change?: boolean }) {
  const { t } = board
  return (
    <li>
      {change ? <ChangeMark t={t} change={row.change} before={row.before} /> : <LightMark t={t} light={row.light} />}
      <div>
        <a href={unitAddress(board, row.id)}>{row.title}</a>
        {row.reason && <p>{row.reason}</p>}
        {row.lightOf && <p className="board-quiet">{t('steering.light.fromPart', { part: row.lightOf })}</p>}
      </div>
    </li>
  )
}

/** Better and worse in full; reports that are merely new are many and say little, so they are folded. */
function Changed(board: Board & { comparedWith: string }) {
  const { t, summary, comparedWith } = board
  const of = (change: UnitRow['change']) => summary.changed.filter((row) => row.change === change)
  const [worse, better, gone, fresh] = [of('worse'), of('better'), of('gone'), of('new')]
  const parts = [
    { key: 'worse', rows: [...worse, ...gone] },
    { key: 'better', rows: better },
  ]
  return (
    <section className="section" id="changed" aria-labelledby="changed-title">
      <h2 id="changed-title">{t('steering.first.changed', { period: periodText(comparedWith) })}</h2>
      {summary.changed.length === 0 && <p>{t('steering.first.noChange')}</p>}
      <div className="board-pair">
        {parts
          .filter(({ rows }) => rows.length > 0)
          .map(({ key, rows }) => (
            <div key={key}>
              <h3>{t(`steering.first.${key}`)}</h3>
              <ul className="board-list">
                {rows.map((row) => (
                  <ReasonLine key={row.id} board={board} row={row} change />
                ))}
              </ul>
            </div>
          ))}
      </div>
      {fresh.length > 0 && (
        <Disclosure summary={t('steering.first.new', { count: fresh.length })}>
          <ul className="board-list">
            {fresh.map((row) => (
              <ReasonLine key={row.id} board={board} row={row} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}
