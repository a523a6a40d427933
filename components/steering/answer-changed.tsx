import type { ReactElement } from 'react'
import { ChangedSum } from '@/components/steering/changed-money'
import { FigureLink } from '@/components/steering/figure-link'
import { lightSigns, MoveMark, moveSigns, riskSigns, riskTones } from '@/components/steering/marks'
import type { Board } from '@/components/steering/model'
import type { Words } from '@/lib/platform/words'
import { riskMoves } from '@/lib/steering/changes/registers/model'
import { moves } from '@/lib/steering/changes/targets/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import { lightChangeLabels, moneyKindLabels, moveLabels, riskMoveLabels } from '@/lib/steering/labels'
import { formatNumber } from '@/lib/values/format'

/** What changed, in one line of each kind; line by line it stands below. */
export function AnswerChanged(board: Board) {
  const { t, earlier } = board
  return (
    <div>
      <h2>
        {earlier
          ? t('steering.answers.changed', { period: periodText(earlier.body.period.key) })
          : t('steering.changed.title')}
      </h2>
      {earlier ? <Lines {...board} /> : <p>{t('steering.noComparison')}</p>}
    </div>
  )
}

function Lines(board: Board) {
  const { t, summary } = board
  const { changes, lightChanges } = summary
  if (!changes) return null
  const whole = changes.money.filter((one) => one.investment === null)
  return (
    <dl className="board-moves">
      <Line t={t} term={t(board.body.project.lights ? 'steering.changed.lights' : 'steering.changed.reports')}>
        {lightMoves
          .filter((change) => lightChanges[change] > 0)
          .map((change) => (
            <MoveMark
              key={change}
              sign={lightSigns[change]}
              tone={change}
              word={
                <>
                  {t(lightChangeLabels[change])} <LightCount board={board} change={change} />
                </>
              }
            />
          ))}
      </Line>
      <Line t={t} term={t('steering.changed.targets')}>
        {countedBy(changes.targets, moves).map(({ move, count }) => (
          <MoveMark
            key={move}
            sign={moveSigns[move]}
            tone={move}
            word={<Count t={t} count={count} word={t(moveLabels[move])} href="#changed-targets" />}
          />
        ))}
      </Line>
      <Line t={t} term={t('steering.changed.risks')}>
        {countedBy(changes.risks, riskMoves).map(({ move, count }) => (
          <MoveMark
            key={move}
            sign={riskSigns[move]}
            tone={riskTones[move]}
            word={<Count t={t} count={count} word={t(riskMoveLabels[move])} href="#changed-risks" />}
          />
        ))}
      </Line>
      <Line t={t} term={t('steering.changed.money')}>
        {whole.map((one) => (
          <span key={one.kind}>
            {t(moneyKindLabels[one.kind])} <ChangedSum board={board} change={one} />
          </span>
        ))}
      </Line>
      <Line t={t} term={t('steering.changed.plan')}>
        {changes.planChanges.length > 0
          ? [
              <a key="plan" href="#changed-plan">
                {t('steering.changed.planCount', { count: changes.planChanges.length })}
              </a>,
            ]
          : []}
      </Line>
    </dl>
  )
}

/** A kind of change with its marks; without any it says so. */
function Line({ t, term, children }: { t: Words; term: string; children: ReactElement[] }) {
  return (
    <div>
      <dt>{term}</dt>
      {children.length === 0 && <dd>{t('steering.changed.none')}</dd>}
      {children.map((mark) => (
        <dd key={mark.key}>{mark}</dd>
      ))}
    </div>
  )
}

function countedBy<M>(changes: readonly { move: M }[], all: readonly M[]): { move: M; count: number }[] {
  return all
    .map((move) => ({ move, count: changes.filter((one) => one.move === move).length }))
    .filter(({ count }) => count > 0)
}

const lightMoves = ['worse', 'better', 'gone', 'unlit', 'lit', 'new'] as const
type LightMove = (typeof lightMoves)[number]

/** The card knows the comparison that was frozen; any other is counted on this page only. */
function LightCount({ board: { t, code, summary, view }, change }: { board: Board; change: LightMove }) {
  const text = formatNumber(summary.lightChanges[change], t.locale)
  if (view.compare !== null) return <a href="#changed-lights">{text}</a>
  return (
    <FigureLink code={code} kind="computed" id={`light-changes.${change}`}>
      {text}
    </FigureLink>
  )
}

function Count({ t, count, word, href }: { t: Words; count: number; word: string; href: string }) {
  return (
    <>
      {word} <a href={href}>{formatNumber(count, t.locale)}</a>
    </>
  )
}
