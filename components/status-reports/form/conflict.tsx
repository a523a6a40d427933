'use client'

import type { ReactNode } from 'react'
import { useFormTools } from '@/components/status-reports/form/context'
import type { OtherText } from '@/components/status-reports/form/field-states'
import { type FormField, fieldId } from '@/components/status-reports/form/model'
import { put } from '@/components/status-reports/form/put'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { TextPart } from '@/lib/values/text-difference'

type Props = { field: FormField; text: string; other: OtherText }

/** Two people wrote the same field: both texts side by side, and the writer chooses. Nothing is overwritten unseen. */
export function Conflict({ field, text, other }: Props) {
  const { autosave, words } = useFormTools()
  const { text: texts } = words
  const { path, kind, choices = [] } = field
  const isRunning = kind === 'text' || kind === 'line'
  // What differs was found in the text that was sent: it says nothing of a text typed since.
  const parts = isRunning && other.parts && other.sent === text ? other.parts : null
  const whole = (own: string) => choices.find(({ value }) => value === own)?.label ?? (own || texts.otherEmpty)
  const settle = (how: 'keepMine' | 'takeOther' | 'combine') => {
    autosave[how](path)
    document.getElementById(fieldId(path))?.focus()
  }
  return (
    <Notice kind="warning" word={texts.conflictTitle} live>
      <p>{put(texts.conflictBy, { who: other.by ?? '–', time: other.at })}</p>
      <div className="my-3 grid gap-4 sm:grid-cols-2" data-conflict={path}>
        <Side title={texts.conflictMine}>
          {parts ? <Marked parts={parts} mark="removed" said={texts.onlyMine} empty={texts.otherEmpty} /> : whole(text)}
        </Side>
        <Side title={put(texts.conflictOther, { who: other.by ?? '–' })}>
          {parts ? (
            <Marked parts={parts} mark="added" said={texts.onlyOther} empty={texts.otherEmpty} />
          ) : (
            whole(other.text)
          )}
        </Side>
      </div>
      <p className="flex flex-wrap gap-3">
        <Button type="button" kind="secondary" small onClick={() => settle('keepMine')}>
          {texts.keepMine}
        </Button>
        <Button type="button" kind="secondary" small onClick={() => settle('takeOther')}>
          {texts.takeOther}
        </Button>
        {isRunning && (
          <Button type="button" kind="secondary" small onClick={() => settle('combine')}>
            {texts.combine}
          </Button>
        )}
      </p>
    </Notice>
  )
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="font-semibold">{title}</p>
      <blockquote className="border-l-4 border-line pl-3 break-words whitespace-pre-line">{children}</blockquote>
    </div>
  )
}

type MarkedProps = { parts: readonly TextPart[]; mark: 'added' | 'removed'; said: string; empty: string }

/** One of the two texts, with what the other one does not have marked for the eye and said in words. */
function Marked({ parts, mark, said, empty }: MarkedProps) {
  const Mark = mark === 'added' ? 'ins' : 'del'
  const own = parts.filter(({ is }) => is === 'same' || is === mark)
  if (own.length === 0) return empty
  return own.map(({ is, text }, index) =>
    is === 'same' ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name and never move
      <Mark key={index} className="bg-surface underline decoration-2">
        <span className="sr-only">{said} </span>
        {text}
      </Mark>
    ),
  )
}
