import type { UnitProps } from '@/components/steering/unit/model'
import { Section } from '@/components/ui/section'
import { askedOf } from '@/lib/indicators/readings/model'
import { changedFigure } from '@/lib/status-reports/corrections/model'
import { formatDate } from '@/lib/values/format'

/** Every figure of the report that was corrected after its approval, in order; nothing when none was. */
export function UnitCorrections({ t, body, unit }: UnitProps) {
  const corrections = unit.report?.corrections ?? []
  if (corrections.length === 0) return null
  return (
    <Section id="corrections" title={t('corrections.list')}>
      <ul className="board-plain">
        {corrections.map((correction) => {
          const indicator = body.indicators.find(({ id }) => id === correction.indicatorId)
          const asked = askedOf(indicator)
          const name = indicator?.name ?? t('steering.unit.indicators')
          return (
            <li key={correction.eventId}>
              <time dateTime={correction.at}>{formatDate(correction.at, t.locale)}</time>{' '}
              {changedFigure(t, correction, { name, asked })}
              <small>{t('corrections.note.reason', { reason: correction.reason })}</small>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
