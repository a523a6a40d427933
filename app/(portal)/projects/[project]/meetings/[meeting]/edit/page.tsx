import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { meetingFormWords } from '@/components/meetings/form-words'
import { meetingFields } from '@/components/meetings/meeting-fields'
import { RemoveMeeting } from '@/components/meetings/remove-meeting'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { listBodies } from '@/lib/meetings/queries'
import { keepMeeting } from '../../actions'
import { remove } from '../actions'
import { loadDraft, type MeetingParams } from '../load'

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  await loadDraft(params)
  return { title: (await requestWords())('meetings.form.edit') }
}

export default async function EditMeetingPage({ params }: { params: MeetingParams }) {
  const { viewer, project, t, facts, crumbs } = await loadDraft(params)
  const bodies = await listBodies(viewer, project.id)
  const counts = bodies.flatMap(({ meetings }) => meetings).find(({ id }) => id === facts.id) ?? {
    items: 0,
    decisions: 0,
  }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('meetings.form.edit') }]} />
      <PageHeading title={t('meetings.form.editHeading', { title: facts.title })} />
      <RecordForm
        id="meeting"
        action={keepMeeting}
        values={{ project: project.key, projectId: project.id, meetingId: facts.id, version: facts.version }}
        fields={meetingFields(t, facts, { bodies, periods: project.periods })}
        send={t('meetings.form.save')}
        words={meetingFormWords(t)}
      />
      <RemoveMeeting t={t} projectKey={project.key} facts={facts} counts={counts} remove={remove} />
    </>
  )
}
