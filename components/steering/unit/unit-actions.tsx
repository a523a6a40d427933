import { FigureLink } from '@/components/steering/figure-link'
import type { UnitProps } from '@/components/steering/unit/model'
import { Paragraphs } from '@/components/steering/unit/unit-texts'
import { Section } from '@/components/ui/section'
import { Tag, type TagTone } from '@/components/ui/tag'
import { stateLabels, unknownStateLabel } from '@/lib/actions/labels'
import { type ActionState, numberedTitle } from '@/lib/actions/model'
import { type ActionGroup, actionsByState, otherTexts } from '@/lib/steering/units/model'

/** All actions of the unit by their state, each with what the quarter's report tells of it. */
export function UnitActions(props: UnitProps) {
  const { t, unit, parts } = props
  const groups = actionsByState(unit, parts.actions)
  const others = otherTexts(unit, parts.actions)
  if (groups.length + others.length === 0) return null
  return (
    <Section
      id="report"
      title={t('steering.unit.actions')}
      intro={groups.length > 0 ? t('figures.unit.actionCount', { count: parts.actions.length }) : undefined}
    >
      {others.length > 0 && (
        <div className="board-texts">
          {others.map(({ actionNo, text }) => (
            <div key={`no-${actionNo}`}>
              <h3>
                {actionNo === null ? t('steering.unit.generalText') : t('steering.unit.action', { no: actionNo })}
              </h3>
              {text && <Paragraphs text={text.text} />}
            </div>
          ))}
        </div>
      )}
      {groups.map((group) => (
        <Group key={group.state ?? 'unknown'} {...props} group={group} />
      ))}
    </Section>
  )
}

const tones: Record<ActionState, TagTone> = {
  planned: 'neutral',
  in_preparation: 'neutral',
  started: 'info',
  in_progress: 'info',
  in_use: 'good',
  done: 'good',
  ended: 'good',
  suspended: 'warning',
  not_extended: 'warning',
  not_reported: 'neutral',
}

function Group({ t, code, group: { state, actions } }: UnitProps & { group: ActionGroup }) {
  const word = t(state === null ? unknownStateLabel : stateLabels[state])
  return (
    <div className="board-group">
      <h3>
        {word} ({actions.length})
      </h3>
      <ul className="board-texts">
        {actions.map(({ action, told }) => (
          <li key={action.id}>
            <p>
              <FigureLink code={code} kind="action" id={action.id}>
                {numberedTitle(action)}
              </FigureLink>{' '}
              {state && <Tag tone={tones[state]}>{word}</Tag>}
            </p>
            {action.statusAsWritten && <small>{action.statusAsWritten}</small>}
            {told?.text && <Paragraphs text={told.text.text} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
