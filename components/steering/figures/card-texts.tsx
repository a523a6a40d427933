import type { CardText } from '@/lib/steering/figures/meanings/parts/model'

/** Texts of a card, each a link where there is something to go to; several of them as a list. */
export function CardTexts({ texts }: { texts: readonly CardText[] }) {
  const [only, ...more] = texts
  if (!only) return null
  if (more.length === 0) return <OneText text={only} />
  return (
    <ul className="board-plain">
      {texts.map((text) => (
        <li key={`${text.href} ${text.text}`}>
          <OneText text={text} />
        </li>
      ))}
    </ul>
  )
}

function OneText({ text: { text, href, note, unknown } }: { text: CardText }) {
  const shown = unknown ? (
    <span className="board-quiet">{text}</span>
  ) : (
    <span className="whitespace-pre-line">{text}</span>
  )
  return (
    <>
      {href ? <a href={href}>{text}</a> : shown}
      {note && <small>{note}</small>}
    </>
  )
}
