import { useEffect, useRef, useState } from 'react'
import { FindingLines } from '@/components/final-report/check/finding-lines'
import { AcceptHere } from '@/components/final-report/editor/findings/accept-here'
import type { Checking } from '@/components/final-report/editor/findings/use-check'
import type { WritingWords } from '@/components/final-report/editor/words'
import type { Writing } from '@/components/final-report/editor/writing'
import { put } from '@/components/status-reports/form/put'
import { Button } from '@/components/ui/button'
import type { FormAction } from '@/lib/access/form-state'
import type { ShownFinding } from '@/lib/final-report/check/writing/model'
import type { DocumentKind } from '@/lib/final-report/model'

/** What accepting a finding takes: the project's key, and what takes it in. */
export type Accepting = { document: { project: string; kind: DocumentKind }; action: FormAction; whole: string }

type Props = { writing: Writing; words: WritingWords; checking: Checking; accepting: Accepting }

/** What the check has found in the section as it is saved; every finding is marked in the text, too. */
export function FindingPanel({ writing, words, checking, accepting }: Props) {
  const { open, accepted } = checking.check
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => writing.mark(open), [writing, open])
  const text = words.check
  const count = open.length === 0 ? text.none : put(text.count, { count: open.length })
  const done = () => {
    // The form that had the focus goes with its finding.
    heading.current?.focus()
    checking.again()
  }
  return (
    <section className="section" id="check" aria-labelledby="check-title">
      <h2 id="check-title" ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      <p>{count}</p>
      <Told text={count} />
      {checking.failed && <p className="text-small text-muted">{text.failed}</p>}
      {open.length > 0 && (
        <ol className="mt-4 grid gap-4">
          {open.map((finding) => (
            <Item key={finding.id} {...{ writing, words, finding, accepting, done }} />
          ))}
        </ol>
      )}
      <p className="mt-4 text-small">
        {accepted > 0 && `${put(text.accepted, { count: accepted })}. `}
        <a href={accepting.whole}>{text.all}</a>
      </p>
    </section>
  )
}

type ItemProps = Pick<Props, 'writing' | 'words' | 'accepting'> & { finding: ShownFinding; done: () => void }

function Item({ writing, words, finding, accepting, done }: ItemProps) {
  const [accepts, setAccepts] = useState(false)
  const { id, severity, title, message, values, there, link } = finding
  const text = words.check
  const sentence = `finding-${id}`
  const form = `accept-${id}`
  return (
    <li className="grid gap-1 border-t border-line pt-3" data-finding={id}>
      <FindingLines severity={severity} word={words.severity[severity]} title={title} message={message} id={sentence} />
      {values.length > 1 && (
        <p className="text-small text-muted">
          {text.values}: {values.join(' – ')}
        </p>
      )}
      <div className="actions">
        <Jump label={text.goHere} of={sentence} go={() => writing.goToFinding(id, 'here')} />
        {there && <Jump label={text.goThere} of={sentence} go={() => writing.goToFinding(id, 'there')} />}
        {link && (
          <a className="text-small" href={link.href} aria-describedby={sentence}>
            {link.label}
          </a>
        )}
        <Button
          type="button"
          kind="quiet"
          small
          aria-expanded={accepts}
          aria-controls={accepts ? form : undefined}
          aria-describedby={sentence}
          onClick={() => setAccepts(!accepts)}
        >
          {text.accept}
        </Button>
      </div>
      {accepts && (
        <div id={form}>
          <AcceptHere {...{ words, accepting, done }} finding={id} />
        </div>
      )}
    </li>
  )
}

function Jump({ label, of, go }: { label: string; of: string; go: () => void }) {
  return (
    <Button type="button" kind="quiet" small aria-describedby={of} onClick={go}>
      {label}
    </Button>
  )
}

const tellAfter = 2000

/** Listeners are told of another number of findings, once the writing has paused; not of what stood there from the beginning. */
function Told({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const last = useRef(text)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (last.current !== text) setSaid(text)
      last.current = text
    }, tellAfter)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span className="sr-only" role="status">
      {said}
    </span>
  )
}
