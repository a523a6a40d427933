import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { meetingFormWords } from '@/components/meetings/form-words'
import { meetingFields } from '@/components/meetings/meeting-fields'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { listBodies } from '@/lib/meetings/queries'
import { keepMeeting } from '../../actions'
import { loadDraft, type MeetingParams } from '../load'

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  await loadDraft(params)
  return { title: (await requestWords())('meetings.form.edit') }
}

export default async function EditMeetingPage({ params }: { params: MeetingParams }) {
  const { viewer, project, t, facts, crumbs } = await loadDraft(params)
  const bodies = await listBodies(viewer, project.id)
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
    </>
  )
}
