import type { IndicatorRow } from '@/lib/indicators/model'
import { askedOf } from '@/lib/indicators/readings/model'
import type { Words } from '@/lib/platform/words'
import { eventAnchor } from '@/lib/status-reports/addresses'
import { correctionFigures } from '@/lib/status-reports/corrections/model'
import { ownValues } from '@/lib/status-reports/views/model'

type Note = { key: string; href: string; figures: string; reason: string }

/** How the values that the report told of the indicator have been corrected, the newest first. */
export function figureNotes(t: Words, indicator: IndicatorRow, reportId: string): Note[] {
  const own = ownValues(indicator, reportId)
  const asked = askedOf(indicator.current)
  return own.flatMap(({ corrections, value }) =>
    corrections.map((correction) => {
      const figures = correctionFigures(t, correction, asked)
      return {
        key: correction.eventId,
        href: `#${eventAnchor(correction.eventId)}`,
        figures: own.length > 1 && value.scope ? `${value.scope}: ${figures}` : figures,
        reason: t('corrections.note.reason', { reason: correction.reason }),
      }
    }),
  )
}

/** The corrections under a figure, each leading to its step in the timeline. */
export function FigureNotes({ notes }: { notes: readonly Note[] }) {
  return notes.map(({ key, href, figures, reason }) => (
    <span key={key} className="cell-note">
      <a href={href}>{figures}</a> {reason}
    </span>
  ))
}
