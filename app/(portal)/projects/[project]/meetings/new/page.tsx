import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { meetingFormWords } from '@/components/meetings/form-words'
import { meetingFields } from '@/components/meetings/meeting-fields'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { rightToWriteMeetings } from '@/lib/meetings/permissions'
import { listBodies } from '@/lib/meetings/queries'
import { meetingsAddress, projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../../here'
import { keepMeeting } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('meetings.new') }
}

export default async function NewMeetingPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  if (!rightToWriteMeetings(viewer, project.id)) notFound()
  const bodies = await listBodies(viewer, project.id)
  if (bodies.length === 0) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: project.name, href: projectAddress(key) },
          { label: t('meetings.title'), href: meetingsAddress(key) },
          { label: t('meetings.new') },
        ]}
      />
      <PageHeading title={t('meetings.new')} />
      <RecordForm
        id="meeting"
        action={keepMeeting}
        values={{ project: key, projectId: project.id, meetingId: '', version: 0 }}
        fields={meetingFields(t, null, { bodies, periods: project.periods })}
        send={t('meetings.form.create')}
        words={meetingFormWords(t)}
      />
    </>
  )
}
