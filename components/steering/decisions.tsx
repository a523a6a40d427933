import { FigureLink } from '@/components/steering/figure-link'
import { itemTitle, meetingText } from '@/components/steering/meeting-texts'
import { type Board, unitAddress } from '@/components/steering/model'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import type { SnapshotConcern } from '@/lib/rounds/snapshot/meetings/model'
import type { SnapshotPlanChange } from '@/lib/rounds/snapshot/model'
import type { AskedItem, MadeDecision } from '@/lib/steering/decisions/model'
import { formatDate } from '@/lib/values/format'

/** What the steering group is asked to decide, and what has been decided. */
export function Decisions(board: Board) {
  const { t, summary } = board
  const { asked, made } = summary
  const isAsked = asked.items.length + asked.planChanges.length > 0
  if (!isAsked && made.fresh.length + made.older.length === 0) {
    return (
      <Section id="decisions" title={t('steering.decisions.title')}>
        <Notice kind="info" word={t('steering.decisions.none')}>
          <p>{t('steering.decisions.noneText')}</p>
        </Notice>
      </Section>
    )
  }
  return (
    <Section id="decisions" title={t('steering.decisions.title')}>
      <div className="board-pair">
        <div>
          <h3>{t('steering.decisions.asked')}</h3>
          {!isAsked && <p>{t('steering.decisions.nothingAsked')}</p>}
          <ul className="board-texts">
            {asked.items.map((one) => (
              <AskedLine key={one.item.id} board={board} asked={one} />
            ))}
            {asked.planChanges.map((change) => (
              <AskedPlanChange key={change.id} board={board} change={change} />
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('steering.decisions.made')}</h3>
          {made.fresh.length === 0 && <p>{t('steering.decisions.nothingMade')}</p>}
          <MadeList board={board} made={made.fresh} />
          {made.older.length > 0 && (
            <Disclosure summary={t('steering.decisions.older', { count: made.older.length })}>
              <MadeList board={board} made={made.older} />
            </Disclosure>
          )}
        </div>
      </div>
    </Section>
  )
}

function AskedLine({ board, asked: { meeting, item } }: { board: Board; asked: AskedItem }) {
  const { t, body } = board
  const unit = body.units.find(({ id }) => id === item.workPackageId)
  const change = body.planChanges.find(({ id }) => id === item.planChangeId)
  return (
    <li id={`asked-${item.id}`}>
      <h4>{itemTitle(item)}</h4>
      <p className="board-text">{item.proposal}</p>
      <p className="board-quiet">
        {meetingText(t, meeting)}
        {unit && (
          <>
            {'. '}
            {unit.reports ? <a href={unitAddress(board, unit.id)}>{unit.title}</a> : unit.title}
          </>
        )}
        {change && (
          <>
            {'. '}
            <a href="#plan-changes">{change.title}</a>
          </>
        )}
      </p>
    </li>
  )
}

function AskedPlanChange({ board: { t, code }, change }: { board: Board; change: SnapshotPlanChange }) {
  return (
    <li id={`asked-${change.id}`}>
      <h4>{change.title}</h4>
      {(change.what ?? change.newText) && <p className="board-text">{change.what ?? change.newText}</p>}
      {change.why && <p className="board-text">{change.why}</p>}
      <p className="board-quiet">
        {t('steering.decisions.planChange')}:{' '}
        <FigureLink code={code} kind="plan_change" id={change.id}>
          {t(planChangeStateLabels[change.state])}
        </FigureLink>
      </p>
    </li>
  )
}

function MadeList({ board, made }: { board: Board; made: readonly MadeDecision[] }) {
  const { t, code } = board
  return (
    <ul className="board-texts">
      {made.map(({ meeting, item, decision, day }) => (
        <li key={decision.id}>
          <h4>{itemTitle(item)}</h4>
          <p className="board-text">{decision.text}</p>
          <p className="board-quiet">
            <FigureLink code={code} kind="decision" id={decision.id}>
              {[meeting.body, day === null ? decision.decidedAsWritten : formatDate(day, t.locale)]
                .filter(Boolean)
                .join(' ')}
            </FigureLink>
            {decision.concerns.map(({ kind, id }) => {
              const found = concerned(board, kind, id)
              return (
                found && (
                  <span key={id}>
                    {'. '}
                    <a href={found.href}>{found.title}</a>
                  </span>
                )
              )
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What a decision concerns, with where it stands; null when the publication does not hold it. */
function concerned(board: Board, kind: SnapshotConcern, id: string): { title: string; href: string } | null {
  const { body } = board
  const named = (title: string | undefined, href: string) => (title === undefined ? null : { title, href })
  switch (kind) {
    case 'work_package': {
      const unit = body.units.find((one) => one.id === id)
      return named(unit?.title, unit?.reports ? unitAddress(board, id) : '#units')
    }
    case 'toimintamalli':
      return named(body.toimintamallit.find((one) => one.id === id)?.name, '#toimintamallit')
    case 'investment': {
      const investment = body.investments.find((one) => one.id === id)
      return named(investment?.code ?? investment?.title, '#money')
    }
    case 'purchase':
      return named(body.finance.purchases.find((one) => one.id === id)?.title, '#purchases')
    case 'plan_change':
      return named(body.planChanges.find((one) => one.id === id)?.title, '#plan-changes')
    case 'section':
      return null
  }
}
