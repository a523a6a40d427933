import { FigureLink } from '@/components/steering/figure-link'
import { LightMark, lightSigns, MoveMark } from '@/components/steering/marks'
import { type Board, unitAddress } from '@/components/steering/model'
import { Disclosure } from '@/components/ui/disclosure'
import { lightChangeLabels } from '@/lib/steering/labels'
import { lightOfText } from '@/lib/steering/light-texts/model'
import type { ShownLight, UnitRow } from '@/lib/steering/lights/model'

/** Worse and better in full; reports that are merely new are many and say little, so they are folded. */
export function ChangedLights(board: Board) {
  const { t, summary } = board
  const fresh = summary.changed.filter((row) => row.change === 'new')
  return (
    <>
      <ul className="board-list">
        {summary.changed
          .filter((row) => row.change !== 'new')
          .map((row) => (
            <LightLine key={row.id} board={board} row={row} change />
          ))}
      </ul>
      {fresh.length > 0 && (
        <Disclosure summary={t('steering.first.new', { count: fresh.length })}>
          <ul className="board-list">
            {fresh.map((row) => (
              <LightLine key={row.id} board={board} row={row} />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

/** A unit with why its light is what it is; one that changed, with what it was. */
export function LightLine({ board, row, change }: { board: Board; row: UnitRow; change?: boolean }) {
  const { t, code, body, earlier } = board
  const from = lightOfText(t, row)
  const light = (of: string, shown: ShownLight) => (
    <FigureLink code={of} kind="light" id={row.id}>
      <LightMark t={t} light={shown} usesLights={body.project.lights} />
    </FigureLink>
  )
  return (
    <li>
      {change ? (
        <MoveMark sign={lightSigns[row.change]} word={t(lightChangeLabels[row.change])} tone={row.change} />
      ) : (
        light(code, row.light)
      )}
      <div>
        <a href={unitAddress(board, row.id)}>{row.title}</a>
        {change && row.before && earlier && (
          <p>
            {light(earlier.code, row.before)} → {light(code, row.light)}
          </p>
        )}
        {row.reason && <p>{row.reason}</p>}
        {from && <p className="board-quiet">{from}</p>}
      </div>
    </li>
  )
}
