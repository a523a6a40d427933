'use client'

import { useCommentTools } from '@/components/comments/context'
import { CheckboxGroup } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'

/** Who else is to be told: check boxes under a heading that unfolds, so that it works by keyboard and without scripts. */
export function PeopleChoice({ form }: { form: string }) {
  const { words, people, answer } = useCommentTools()
  if (people.length === 0) return null
  const last = answer(form)
  const key = last?.fields.mentions
  const chosen = (last?.typed.mentions ?? '').split(',').filter(Boolean)
  return (
    <div className="mb-4">
      <Disclosure summary={words.text.mention} open={key !== undefined || chosen.length > 0}>
        <CheckboxGroup
          id={`${form}-mentions`}
          form={form}
          name="mentions"
          label={words.text.mentionWho}
          help={words.text.mentionHelp}
          error={key && words.errors[key]}
          choices={people}
          defaultValues={chosen}
        />
      </Disclosure>
    </div>
  )
}
