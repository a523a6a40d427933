import { itemTitle } from '@/components/steering/meeting-texts'
import type { Board } from '@/components/steering/model'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'

const shownAtMost = 5

/** What is asked of the steering group, by title; the proposals themselves stand below. */
export function AnswerAsked({ t, summary: { asked } }: Board) {
  const titles = [
    ...asked.items.map(({ item }) => ({ id: item.id, title: itemTitle(item), note: null })),
    ...asked.planChanges.map(({ id, title, state }) => ({ id, title, note: t(planChangeStateLabels[state]) })),
  ]
  const more = titles.length - shownAtMost
  return (
    <div>
      <h2>{t('steering.answers.asked')}</h2>
      <p>
        {titles.length === 0 ? (
          t('steering.decisions.nothingAsked')
        ) : (
          <>
            <b className="board-big">
              <a href="#decisions">{titles.length}</a>
            </b>
            {t('steering.answers.askedCount', { count: titles.length })}
          </>
        )}
      </p>
      <ul className="board-lines">
        {titles.slice(0, shownAtMost).map(({ id, title, note }) => (
          <li key={id}>
            <a href={`#asked-${id}`}>{title}</a>
            {note && <small>{note}</small>}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href="#decisions">{t('steering.answers.moreAsked', { count: more })}</a>
        </p>
      )}
    </div>
  )
}
