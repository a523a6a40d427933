import { useState } from 'react'
import type { WritingWords } from '@/components/final-report/editor/words'
import { useField, useFormTools } from '@/components/status-reports/form/context'
import { put } from '@/components/status-reports/form/put'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/choice'
import { Notice } from '@/components/ui/notice'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { clashes, merged, type Side } from '@/lib/final-report/editor/merge/model'
import { blocksField, readSectionText, sectionText } from '@/lib/final-report/editor/model'
import { textDifference } from '@/lib/values/text-difference'

type Props = { words: WritingWords; textOf: (block: WrittenBlock) => string }

/** Two people wrote the same section: block by block both texts, and the writer chooses. Nothing is overwritten unseen. */
export function SectionConflict({ words, textOf }: Props) {
  const { autosave } = useFormTools()
  const { text: own, kept, other } = useField(blocksField)
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  if (!other) return null
  const { text, types } = words
  const three = {
    base: readSectionText(kept) ?? [],
    mine: readSectionText(own) ?? [],
    theirs: readSectionText(other.text) ?? [],
  }
  const who = other.by ?? '–'
  const settle = () => {
    autosave.resolve(blocksField, sectionText(merged(three, choices)))
    setChoices(new Map())
  }
  return (
    <Notice kind="warning" word={text.conflictTitle} live>
      <p>{put(text.conflictHelp, { who, time: other.at })}</p>
      <ol className="grid gap-4" data-conflict={blocksField}>
        {clashes(three).map(({ id, mine, theirs, taken }, index) => {
          const [one, two] = [mine ? textOf(mine) : '', theirs ? textOf(theirs) : '']
          const { parts } = textDifference(one, two)
          return (
            <li key={id}>
              <RadioGroup
                id={`choice-${id}`}
                name={`choice-${id}`}
                label={put(text.conflictBlock, {
                  count: index + 1,
                  what: types[(mine ?? theirs)?.type ?? 'unreadable'],
                })}
                value={choices.get(id) ?? taken}
                onChange={(event) =>
                  setChoices(new Map([...choices, [id, event.target.value === 'mine' ? 'mine' : 'theirs']]))
                }
                choices={[
                  {
                    value: 'mine',
                    label: text.conflictMine,
                    help: <Text parts={parts} mark="removed" gone={mine ? null : text.conflictGone} />,
                  },
                  {
                    value: 'theirs',
                    label: put(text.conflictTheirs, { who }),
                    help: <Text parts={parts} mark="added" gone={theirs ? null : text.conflictGone} />,
                  },
                ]}
              />
            </li>
          )
        })}
      </ol>
      <Button type="button" onClick={settle}>
        {text.conflictDone}
      </Button>
    </Notice>
  )
}

type TextProps = {
  parts: ReturnType<typeof textDifference>['parts']
  mark: 'added' | 'removed'
  gone: string | null
}

/** One of the two texts, with what the other one does not have marked. */
function Text({ parts, mark, gone }: TextProps) {
  if (gone !== null) return gone
  const Mark = mark === 'added' ? 'ins' : 'del'
  return (
    <span className="break-words whitespace-pre-line">
      {parts
        .filter(({ is }) => is === 'same' || is === mark)
        .map(({ is, text }, index) =>
          is === 'same' ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name and never move
            <Mark key={index} className="underline decoration-2">
              {text}
            </Mark>
          ),
        )}
    </span>
  )
}
