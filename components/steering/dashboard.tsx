import { FirstScreen } from '@/components/steering/first-screen'
import type { Board } from '@/components/steering/model'
import { Money } from '@/components/steering/money'
import { NationalIndicators } from '@/components/steering/national-indicators'
import { Communications, Decisions, EndedUnits, PlanChanges } from '@/components/steering/registers'
import { Risks } from '@/components/steering/risks'
import { Toimintamallit } from '@/components/steering/toimintamallit'
import { Units } from '@/components/steering/units'

const parts = [
  ['targets', 'steering.targets.title', NationalIndicators],
  ['units', 'steering.units.title', Units],
  ['toimintamallit', 'steering.toimintamallit.title', Toimintamallit],
  ['money', 'steering.money.title', Money],
  ['risks', 'steering.risks.title', Risks],
  ['decisions', 'steering.decisions.title', Decisions],
  ['plan-changes', 'steering.planChanges.title', PlanChanges],
  ['communications', 'steering.communications.title', Communications],
  ['ended', 'steering.ended.title', EndedUnits],
] as const

/** The whole Tilannekuva below its heading, drawn from one frozen period. */
export function Dashboard(board: Board) {
  const { t } = board
  return (
    <div className="board">
      <nav className="board-nav no-print" aria-label={t('steering.onThisPage')}>
        <ul>
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <FirstScreen {...board} />
      {parts.map(([id, , Part]) => (
        <Part key={id} {...board} />
      ))}
    </div>
  )
}
