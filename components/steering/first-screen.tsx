import { AnswerAsked } from '@/components/steering/answer-asked'
import { AnswerChanged } from '@/components/steering/answer-changed'
import { FigureLink } from '@/components/steering/figure-link'
import { FulfilmentMark, LightMark } from '@/components/steering/marks'
import type { Board } from '@/components/steering/model'
import { percentText } from '@/lib/steering/figure-texts/model'
import { countedLights } from '@/lib/steering/lights/model'
import { fulfilments } from '@/lib/steering/targets/model'
import { formatNumber } from '@/lib/values/format'

/** Are we going to reach the targets, what changed, what is asked of us: answered before anything else. */
export function FirstScreen(board: Board) {
  return (
    <div className="board-answers">
      <AnswerTargets {...board} />
      <AnswerChanged {...board} />
      <AnswerAsked {...board} />
    </div>
  )
}

function AnswerTargets(board: Board) {
  const { t, code, summary } = board
  const { fulfilment } = summary
  const share = `${formatNumber(fulfilment.reached, t.locale)}/${formatNumber(fulfilment.all, t.locale)}`
  return (
    <div>
      <h2>{t('steering.answers.targets')}</h2>
      {fulfilment.all === 0 ? (
        <p>{t('steering.targets.none')}</p>
      ) : (
        <p>
          <b className="board-big">
            <FigureLink code={code} kind="computed" id="fulfilled">
              {share}
            </FigureLink>
          </b>
          {t('steering.answers.fulfilled')} (
          <FigureLink code={code} kind="computed" id="fulfilled">
            {percentText(t, fulfilment.percent)}
          </FigureLink>
          )
        </p>
      )}
      <FulfilmentCounts {...board} />
      <UnitCounts {...board} />
    </div>
  )
}

/** How many national targets are not reached, not yet, or cannot be told. */
function FulfilmentCounts({ t, code, summary }: Board) {
  const counted = fulfilments
    .filter((fulfilment) => fulfilment !== 'reached')
    .map((fulfilment) => ({
      fulfilment,
      count: summary.national.filter((row) => row.fulfilment === fulfilment).length,
    }))
    .filter(({ count }) => count > 0)
  if (counted.length === 0) return null
  return (
    <ul className="board-counts">
      {counted.map(({ fulfilment, count }) => (
        <li key={fulfilment}>
          <FulfilmentMark t={t} fulfilment={fulfilment} />
          <FigureLink code={code} kind="computed" id={`fulfilment.${fulfilment}`}>
            {formatNumber(count, t.locale)}
          </FigureLink>
        </li>
      ))}
    </ul>
  )
}

function UnitCounts({ t, code, body, summary: { lights, units } }: Board) {
  const usesLights = body.project.lights
  if (units.length === 0) return null
  return (
    <>
      <h3>
        {t('steering.answers.units')}{' '}
        <FigureLink code={code} kind="computed" id="units">
          {formatNumber(units.length, t.locale)}
        </FigureLink>
      </h3>
      <ul className="board-counts">
        {countedLights(usesLights, lights).map((light) => (
          <li key={light}>
            <LightMark t={t} light={light} usesLights={usesLights} />
            <FigureLink code={code} kind="computed" id={`lights.${light}`}>
              {formatNumber(lights[light], t.locale)}
            </FigureLink>
          </li>
        ))}
      </ul>
    </>
  )
}
