import { FigureLink } from '@/components/steering/figure-link'
import { itemTitle, meetingText } from '@/components/steering/meeting-texts'
import type { UnitProps } from '@/components/steering/unit/model'
import { Section } from '@/components/ui/section'
import { formatDate } from '@/lib/values/format'

/** What the steering group has decided of the unit, or of something of it. */
export function UnitDecisions({ t, code, parts: { decisions } }: UnitProps) {
  return (
    <Section id="decisions" title={t('figures.unit.decisions')}>
      {decisions.length === 0 && <p>{t('figures.unit.noDecisions')}</p>}
      {decisions.length > 0 && (
        <ul className="board-texts">
          {decisions.map(({ meeting, item, decision }) => (
            <li key={decision.id}>
              <FigureLink code={code} kind="decision" id={decision.id}>
                {itemTitle(item)}
              </FigureLink>
              <p className="board-text">{decision.text}</p>
              <small>
                {[
                  meetingText(t, meeting),
                  decision.decidedOn
                    ? t('figures.unit.decidedOn', { day: formatDate(decision.decidedOn, t.locale) })
                    : decision.decidedAsWritten,
                ]
                  .filter(Boolean)
                  .join('. ')}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
