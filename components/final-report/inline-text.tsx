import type { DocumentInline } from '@/lib/final-report/document/model'

type Props = {
  inlines: readonly DocumentInline[]
  problem: string
  /** Page that holds the whole report; references lead there. Empty on that page itself. */
  base?: string
}

/** Running text of a report: bound numbers, references and faults stand out by more than colour. */
export function InlineText({ inlines, problem, base = '' }: Props) {
  return inlines.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a drawn text never change places
    <Piece key={index} inline={inline} problem={problem} base={base} />
  ))
}

function Piece({ inline, problem, base }: { inline: DocumentInline; problem: string; base: string }) {
  switch (inline.kind) {
    case 'text':
      if (inline.mark === 'strong') return <strong>{inline.text}</strong>
      return inline.mark === 'emphasis' ? <em>{inline.text}</em> : inline.text
    case 'note':
      return <small className="text-muted"> ({inline.text})</small>
    case 'number':
      return (
        <>
          <strong className="font-semibold">
            {inline.address ? <a href={inline.address}>{inline.text}</a> : inline.text}
          </strong>
          {inline.note && <small className="text-muted"> ({inline.note})</small>}
        </>
      )
    case 'reference':
      return <a href={`${base}#${inline.target}`}>{inline.text}</a>
    case 'link':
      return <a href={inline.address}>{inline.text}</a>
    case 'problem':
      return (
        <strong className="text-danger">
          ◆ <span className="sr-only">{problem} </span>
          {inline.text}
        </strong>
      )
  }
}
