import { statusOf } from '@/components/steering/marks'
import { StatusMark } from '@/components/ui/status-mark'
import type { Words } from '@/lib/platform/words'
import type { Card } from '@/lib/steering/figures/card/model'

/** The figure itself: as it is understood, and in its source's own words where they differ. */
export function CardValue({ t, card: { value, written, ref } }: { t: Words; card: Card }) {
  // A decision is a text, not a figure to be set in large type.
  const large = ref.kind === 'decision' ? 'board-text' : 'card-value'
  return (
    <div className="mb-6">
      <p className="board-quiet">{t('figures.understood')}</p>
      <div className={large} data-unknown={value.unknown}>
        {value.light && !/\d/.test(value.text) ? (
          <StatusMark status={statusOf[value.light]} word={value.text} />
        ) : (
          value.text
        )}
      </div>
      {written !== null && (
        <>
          <p className="board-quiet mt-3">{t('figures.written')}</p>
          <p className="board-text">”{written}”</p>
        </>
      )}
    </div>
  )
}
