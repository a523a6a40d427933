'use client'

import { useRef } from 'react'
import { useField, useFormTools } from '@/components/status-reports/form/context'
import { KeptTexts } from '@/components/status-reports/form/kept-texts'
import { fieldId } from '@/components/status-reports/form/model'
import { put } from '@/components/status-reports/form/put'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** What this device had kept: fields that came back, each with its place and a way to take it back, and other texts to copy. */
export function RecoveredTexts() {
  const { words, safeguards, nameOf } = useFormTools()
  const { recovered, forget } = safeguards
  const { back = [], left = [] } = recovered ?? {}
  if (back.length + left.length === 0) return null
  const { text } = words
  const title = back.length === 1 ? text.recoveredOne : put(text.recoveredMany, { count: back.length })
  return (
    <div data-recovered={back.length} className="grid gap-4">
      {back.length > 0 && (
        <Notice kind="info" word={title} live>
          <p>{text.recoveredHelp}</p>
          <ul className="mt-2">
            {back.map((field) => (
              <Back key={field.path} {...field} />
            ))}
          </ul>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice kind="warning" word={text.leftTitle} live>
          <p>{text.leftHelp}</p>
          <KeptTexts texts={left} nameOf={nameOf} words={text} forget={forget} />
        </Notice>
      )}
    </div>
  )
}

function Back({ path, before }: { path: string; before: string }) {
  const { autosave, words, nameOf } = useFormTools()
  const { text, other } = useField(path)
  const name = nameOf(path)
  const link = useRef<HTMLAnchorElement>(null)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      <a ref={link} href={`#${fieldId(path)}`}>
        {name}
      </a>
      {other ? (
        <span>{words.text.recoveredConflict}</span>
      ) : (
        text !== before && (
          <Button
            type="button"
            kind="secondary"
            small
            aria-label={`${words.text.recoveredUndo}: ${name}`}
            onClick={() => {
              autosave.change(path, before)
              // The button goes away: the focus stays in its row.
              link.current?.focus()
            }}
          >
            {words.text.recoveredUndo}
          </Button>
        )
      )}
    </li>
  )
}
