import { FigureLink } from '@/components/steering/figure-link'
import { MoveMark, moveSigns } from '@/components/steering/marks'
import { type Board, unitAddress } from '@/components/steering/model'
import type { SnapshotIndicator, SnapshotMeasurement } from '@/lib/rounds/snapshot/model'
import type { TargetChange } from '@/lib/steering/changes/targets/model'
import { measuredText, targetText } from '@/lib/steering/figure-texts/model'
import { fulfilmentLabels, moveLabels } from '@/lib/steering/labels'

/** Indicators that stand elsewhere: the value then and now, and whether the target is reached. */
export function ChangedTargets({ board, changes }: { board: Board; changes: readonly TargetChange[] }) {
  const { t, code, earlier } = board
  return changes.map(({ indicator, move, before, newest, fulfilment, newTargets }) => (
    <li key={indicator.id}>
      <MoveMark sign={moveSigns[move]} word={t(moveLabels[move])} tone={move} />
      <div>
        <Name board={board} indicator={indicator} />
        <p>
          {before && earlier && (
            <>
              <Values board={board} code={earlier.code} measurements={before.newest} /> →{' '}
            </>
          )}
          <Values board={board} code={code} measurements={newest} />.{' '}
          {before && before.fulfilment !== fulfilment
            ? `${t(fulfilmentLabels[before.fulfilment])} → ${t(fulfilmentLabels[fulfilment])}.`
            : `${t(fulfilmentLabels[fulfilment])}.`}
          {newTargets.map((target) => (
            <span key={target.id}>
              {' '}
              {t('steering.changed.newTarget')}{' '}
              <FigureLink code={code} kind="target" id={target.id}>
                {targetText(t, target)}
              </FigureLink>
              .
            </span>
          ))}
        </p>
      </div>
    </li>
  ))
}

/** A national indicator stands on this page, a local one on its unit's. */
function Name({
  board,
  indicator: { id, name, scope, workPackageId },
}: {
  board: Board
  indicator: SnapshotIndicator
}) {
  if (scope === 'national') return <a href={`#indicator-${id}`}>{name}</a>
  const unit = board.body.units.find((one) => one.id === workPackageId && one.reports)
  return unit ? <a href={unitAddress(board, unit.id)}>{name}</a> : name
}

type ValuesProps = { board: Board; code: string; measurements: readonly SnapshotMeasurement[] }

/** Newest values, each with its scope when there are several. */
function Values({ board: { t }, code, measurements }: ValuesProps) {
  if (measurements.length === 0) return t('steering.targets.notMeasured')
  return measurements.map((one, index) => (
    <span key={one.id}>
      {index > 0 && '; '}
      {measurements.length > 1 && one.value.scope && `${one.value.scope} `}
      <FigureLink code={code} kind="measurement" id={one.id}>
        {measuredText(t, one)}
      </FigureLink>
    </span>
  ))
}
