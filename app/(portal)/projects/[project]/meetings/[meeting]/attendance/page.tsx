import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { attendanceFields } from '@/components/meetings/attendance-fields'
import { meetingFormWords } from '@/components/meetings/form-words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { isWritable } from '@/lib/meetings/model'
import { rightToWriteMeetings } from '@/lib/meetings/permissions'
import { loadMeeting, type MeetingParams } from '../load'
import { keepAttendance } from './actions'

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  await loadMeeting(params)
  return { title: (await requestWords())('meetings.attendance.title') }
}

export default async function AttendancePage({ params }: { params: MeetingParams }) {
  const { viewer, project, t, meeting, crumbs } = await loadMeeting(params)
  const { facts, attendance } = meeting
  if (!rightToWriteMeetings(viewer, project.id) || !isWritable(facts.state)) notFound()
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('meetings.attendance.title') }]} />
      <PageHeading
        title={t('meetings.attendance.heading', { title: facts.title })}
        intro={t('meetings.help.personal')}
      />
      <RecordForm
        id="attendance"
        action={keepAttendance}
        values={{ project: project.key, meetingId: facts.id, version: facts.version }}
        fields={attendanceFields(t, attendance)}
        send={t('meetings.attendance.save')}
        words={meetingFormWords(t)}
      />
    </>
  )
}
