import { EventList } from '@/components/ui/event-list'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { Card, CardEvidence } from '@/lib/steering/figures/card/model'
import { formatDate, formatFileSize } from '@/lib/values/format'

type Props = { t: Words; card: Card }

/** Where the figure comes from: its way to the reader, its source, what shows it, and how it was corrected. */
export function CardOrigin({ t, card }: Props) {
  const { path, source, computed } = card
  return (
    <>
      <Section id="origin" title={t('figures.origin.title')}>
        <EventList
          label={t('figures.origin.title')}
          events={path.map(({ key, title, time, dateTime, by }) => ({
            key,
            title,
            time: time ?? t('figures.notTold'),
            dateTime,
            by: by ?? undefined,
          }))}
        />
        {!computed && (
          <p className="board-text">
            <strong>{t('figures.origin.source')}</strong>{' '}
            {source ?? <span className="board-quiet">{t('figures.origin.noSource')}</span>}
          </p>
        )}
      </Section>
      {!computed && <Evidence t={t} card={card} />}
      {card.ref.kind === 'measurement' && <Corrections t={t} card={card} />}
    </>
  )
}

function Evidence({ t, card: { evidence } }: Props) {
  return (
    <Section id="evidence" title={t('figures.evidence.title')}>
      {evidence.length === 0 && <p>{t('figures.evidence.none')}</p>}
      {evidence.length > 0 && (
        <ul className="board-plain">
          {evidence.map((piece) => (
            <li key={piece.id}>
              {piece.href ? <a href={piece.href}>{piece.label}</a> : piece.label}
              <small>{pieceNote(t, piece)}</small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function pieceNote(t: Words, { file, href, ofReport }: CardEvidence): string {
  return [
    file && `${file.name}, ${formatFileSize(file.size, t.locale)}`,
    file && href === null ? t('figures.evidence.closed') : null,
    ofReport ? t('figures.evidence.ofReport') : null,
  ]
    .filter(Boolean)
    .join('. ')
}

function Corrections({ t, card: { corrections } }: Props) {
  return (
    <Section id="corrections" title={t('figures.corrections.title')}>
      {corrections.length === 0 && <p>{t('figures.corrections.none')}</p>}
      {corrections.length > 0 && (
        <EventList
          label={t('figures.corrections.title')}
          events={corrections.map(({ key, text, at, reason }) => ({
            key,
            title: text,
            time: formatDate(at, t.locale),
            dateTime: at,
            children: <p>{t('corrections.note.reason', { reason })}</p>,
          }))}
        />
      )}
    </Section>
  )
}
