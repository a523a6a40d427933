import { Changed } from '@/components/steering/changed'
import { Communications } from '@/components/steering/communications'
import { Decisions } from '@/components/steering/decisions'
import { EndedUnits } from '@/components/steering/ended-units'
import { FirstScreen } from '@/components/steering/first-screen'
import type { Board } from '@/components/steering/model'
import { Money } from '@/components/steering/money'
import { NationalIndicators } from '@/components/steering/national-indicators'
import { PlanChanges } from '@/components/steering/plan-changes'
import { RedUnits } from '@/components/steering/red-units'
import { Risks } from '@/components/steering/risks'
import { Toimintamallit } from '@/components/steering/toimintamallit'
import { Units } from '@/components/steering/units'

/** The explorer, which needs a script, stands between the two. */
export type BoardPart = 'upper' | 'lower'

const parts = [
  ['decisions', 'steering.decisions.title', Decisions, 'upper'],
  ['changed', 'steering.changed.title', Changed, 'upper'],
  ['red', 'steering.first.red', RedUnits, 'upper'],
  ['targets', 'steering.targets.title', NationalIndicators, 'upper'],
  ['units', 'steering.units.title', Units, 'lower'],
  ['toimintamallit', 'steering.toimintamallit.title', Toimintamallit, 'lower'],
  ['money', 'steering.money.title', Money, 'lower'],
  ['risks', 'steering.risks.title', Risks, 'lower'],
  ['plan-changes', 'steering.planChanges.title', PlanChanges, 'lower'],
  ['communications', 'steering.communications.title', Communications, 'lower'],
  ['ended', 'steering.ended.title', EndedUnits, 'lower'],
] as const

/** The Tilannekuva below its heading, drawn from one frozen period: the first screen and its details, or the rest. */
export function Dashboard({ part, ...board }: Board & { part: BoardPart }) {
  const { t, body } = board
  // Where no lights are used nobody has said what is in danger.
  const used = body.project.lights ? parts : parts.filter(([id]) => id !== 'red')
  return (
    <div className="board">
      {part === 'upper' && (
        <>
          <FirstScreen {...board} />
          <nav className="board-nav no-print" aria-label={t('steering.onThisPage')}>
            <ul>
              {used.map(([id, title]) => (
                <li key={id}>
                  <a href={`#${id}`}>{t(title)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </>
      )}
      {used
        .filter(([, , , place]) => place === part)
        .map(([id, , Part]) => (
          <Part key={id} {...board} />
        ))}
    </div>
  )
}
