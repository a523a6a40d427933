'use client'

import { type AddChoices, AddForms } from '@/components/final-report/add-forms'
import { BlockEditor } from '@/components/final-report/block-editor'
import type { EditorBlock } from '@/components/final-report/editor-shape'
import type { EditorWords } from '@/components/final-report/editor-words'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormState } from '@/lib/access/form-state'
import type { DocumentKind } from '@/lib/final-report/model'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  section: { id: string; version: number; project: string; kind: DocumentKind }
  blocks: readonly EditorBlock[]
  choices: AddChoices
  words: EditorWords
}

/** `text/0193…` as an id of the page. */
const fieldId = (name: string): string => name.replace('/', '-')

/**
 * The form of one section. Every button sends the whole form, so that whatever is pressed, what was typed is saved with it;
 * it works the same without scripts.
 */
export function SectionEditor({ action, section, blocks, choices, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const error = (name: string) => {
    const key = state.fields[name]
    return key ? (words.errors[key] ?? words.reasons[state.reason ?? 'INVALID']) : undefined
  }
  const errors: SummaryError[] = Object.keys(state.fields).map((name) => ({
    fieldId: fieldId(name),
    message: error(name) ?? '',
  }))
  const refused = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  // First in the form: it is what the Enter key presses.
  const save = (
    <div>
      <Button name="do" value="save" disabled={pending}>
        {words.save}
      </Button>
    </div>
  )
  return (
    <form action={submit} onSubmit={onSubmit} className="grid grid-cols-[minmax(0,1fr)] gap-6" noValidate>
      <ErrorSummary title={words.summary} errors={errors} attempt={state.attempt} />
      {refused && (
        <Notice kind="danger" word={words.notice} live>
          <p>{refused}</p>
        </Notice>
      )}
      <Once attempt={state.attempt} />
      <input type="hidden" name="project" value={section.project} />
      <input type="hidden" name="kind" value={section.kind} />
      <input type="hidden" name="section" value={section.id} />
      <input type="hidden" name="version" value={section.version} />
      {save}
      {blocks.map((block, index) => (
        <BlockEditor
          key={block.id}
          block={block}
          first={index === 0}
          last={index === blocks.length - 1}
          typed={state.typed[`text/${block.id}`]}
          error={error(`text/${block.id}`)}
          words={words}
        />
      ))}
      {blocks.length > 1 && save}
      <AddForms choices={choices} typed={state.typed} error={error} words={words} />
    </form>
  )
}
