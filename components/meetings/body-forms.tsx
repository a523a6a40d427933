import { meetingFormWords } from '@/components/meetings/form-words'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { BodyRow } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'

type Props = {
  t: Words
  project: Pick<ProjectHeader, 'id' | 'key'>
  bodies: readonly BodyRow[]
  action: FormAction
}

/** Adding a deciding body and naming one anew. */
export function BodyForms({ t, project, bodies, action }: Props) {
  const form = (body: BodyRow | null) => (
    <RecordForm
      id={`body-${body?.id ?? 'new'}-form`}
      action={action}
      values={{ project: project.key, projectId: project.id, bodyId: body?.id ?? '', version: body?.version ?? 0 }}
      fields={[{ as: 'line', name: 'name', label: t('meetings.field.bodyName'), known: body?.name ?? '' }]}
      count={body ? undefined : bodies.length}
      send={t(body ? 'meetings.body.rename' : 'meetings.body.add')}
      kind="secondary"
      words={meetingFormWords(t)}
    />
  )
  return (
    <Section id="bodies" title={t('meetings.body.title')} intro={t('meetings.body.intro')}>
      <Disclosure summary={t('meetings.body.addTitle')} open={bodies.length === 0}>
        {form(null)}
      </Disclosure>
      {bodies.map((body) => (
        <Disclosure key={body.id} summary={t('meetings.body.renameTitle', { body: body.name })}>
          {form(body)}
        </Disclosure>
      ))}
    </Section>
  )
}
