import { Fragment } from 'react'
import type { TextPart } from '@/lib/values/text-difference'

/** What is said before and after a change to those who do not see it. */
export type ChangeWords = { added: string; addedEnd: string; removed: string; removedEnd: string; newLine: string }

type Props = { parts: readonly TextPart[]; words: ChangeWords }

/**
 * Two texts as one: what was removed struck through, what was added underlined, both also said in words to listeners.
 * Draws what it is given, so that it works on the server and in the browser.
 */
export function TextDifference({ parts, words }: Props) {
  return (
    <div className="difference">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name and never move
        <Part key={index} part={part} words={words} />
      ))}
    </div>
  )
}

function Part({ part: { is, text }, words }: { part: TextPart; words: ChangeWords }) {
  if (is === 'same') return <Fragment>{text}</Fragment>
  const Mark = is === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span className="sr-only">{words[is]} </span>
      {text.trim() === '' ? <Spaces text={text} newLine={words.newLine} /> : text}
      <span className="sr-only"> {words[is === 'added' ? 'addedEnd' : 'removedEnd']} </span>
    </Mark>
  )
}

/** A line end that came or went cannot be seen without a sign. */
function Spaces({ text, newLine }: { text: string; newLine: string }) {
  if (!text.includes('\n')) return text
  return (
    <>
      <span aria-hidden="true">¶</span>
      <span className="sr-only">{newLine}</span>
      {text}
    </>
  )
}
