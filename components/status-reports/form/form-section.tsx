'use client'

import { useFormTools, useUnconfirmed } from '@/components/status-reports/form/context'
import { FormField } from '@/components/status-reports/form/form-field'
import { type FormGroup, fieldsOf, type FormSection as Shape } from '@/components/status-reports/form/model'
import { put } from '@/components/status-reports/form/put'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'

export function FormSection({ section }: { section: Shape }) {
  const { beside } = useFormTools()
  return (
    <Section
      id={section.path}
      title={section.title}
      intro={section.help}
      actions={<ConfirmSection section={section} />}
    >
      {section.groups.length === 0 && <p className="text-muted">{section.empty}</p>}
      {section.groups
        .filter(({ finished }) => finished === undefined)
        .map((group) => (
          <Group key={group.key} group={group} />
        ))}
      {section.finished && <Finished section={section} {...section.finished} />}
      {beside[section.path]}
    </Section>
  )
}

/** Actions that were finished earlier: nothing is asked of them, but the work may begin again. */
function Finished({ section, title, help }: { section: Shape; title: string; help: string }) {
  return (
    <Disclosure summary={title}>
      <p className="max-w-text text-small text-muted">{help}</p>
      {section.groups
        .filter(({ finished }) => finished !== undefined)
        .map((group) => (
          <Group key={group.key} group={group} />
        ))}
    </Disclosure>
  )
}

function ConfirmSection({ section }: { section: Shape }) {
  const { autosave, words } = useFormTools()
  const paths = fieldsOf(section).map(({ path }) => path)
  const count = useUnconfirmed(paths)
  if (count < 2) return null
  return (
    <Button
      kind="secondary"
      small
      name="intent"
      value={`confirm-section:${section.path}`}
      onClick={(event) => {
        event.preventDefault()
        autosave.confirm(paths)
      }}
    >
      {put(words.text.confirmSection, { count })}
    </Button>
  )
}

function Group({ group }: { group: FormGroup }) {
  const fields = group.fields.map((field) => <FormField key={field.path} field={field} />)
  const body = (
    <>
      {group.notes.map((note) => (
        <p key={note} className="max-w-text text-small text-muted">
          {note}
        </p>
      ))}
      <div className={group.title ? 'mt-3' : undefined}>{fields}</div>
      {group.more.length > 0 && <More group={group} />}
    </>
  )
  if (!group.title) return body
  return (
    <div className="mt-6 border-t border-line pt-4">
      <h3>{group.title}</h3>
      {body}
    </div>
  )
}

/** Seldom needed fields stay folded unless they hold something. */
function More({ group }: { group: FormGroup }) {
  const { words } = useFormTools()
  const filled = group.more.some(({ text, reading }) => text !== '' || reading !== null)
  return (
    <Disclosure summary={words.text.more} open={filled || group.fields.length === 0}>
      {group.more.map((field) => (
        <FormField key={field.path} field={field} />
      ))}
    </Disclosure>
  )
}
