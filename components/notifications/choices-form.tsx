'use client'

import type { ChoiceQuestion, ChoicesShape } from '@/components/notifications/choices-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

/** What a person wants to be told of by mail, how often, and in which language. */
export function ChoicesForm({ action, shape }: { action: FormAction; shape: ChoicesShape }) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const asked = (question: ChoiceQuestion) => (
    <Select
      key={question.field}
      id={question.field}
      name={question.field}
      className="input max-w-96"
      label={question.label}
      help={question.help}
      options={question.options}
      defaultValue={state.typed[question.field] ?? question.value}
    />
  )
  const refused = state.reason ? (shape.reasons[state.reason] ?? shape.reasons.INVALID) : null
  return (
    <form action={submit} onSubmit={onSubmit}>
      <Once attempt={state.attempt} />
      {asked(shape.language)}
      {shape.groups.map((group) => (
        <Section key={group.key} id={group.key} title={group.title}>
          {group.questions.map(asked)}
        </Section>
      ))}
      {refused && (
        <Notice kind="danger" word={shape.failed} live>
          <p>{refused}</p>
        </Notice>
      )}
      {state.attempt > 0 && !refused && (
        <Notice kind="success" word={shape.done} live>
          <p>{shape.saved}</p>
        </Notice>
      )}
      <Button disabled={pending}>{shape.save}</Button>
    </form>
  )
}
