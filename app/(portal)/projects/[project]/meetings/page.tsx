import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { BodyForms } from '@/components/meetings/body-forms'
import { MeetingList } from '@/components/meetings/meeting-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { decisionsAddress, newMeetingAddress } from '@/lib/meetings/addresses'
import { readsEveryMeeting, rightToWriteMeetings } from '@/lib/meetings/permissions'
import { listBodies } from '@/lib/meetings/queries'
import { projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../here'
import { keepBody } from './actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('meetings.title') }
}

export default async function MeetingsPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const bodies = await listBodies(viewer, project.id)
  const mayWrite = rightToWriteMeetings(viewer, project.id) !== null
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[{ label: project.name, href: projectAddress(key) }, { label: t('meetings.title') }]}
      />
      <PageHeading
        title={t('meetings.title')}
        intro={t('meetings.intro')}
        actions={
          <>
            {mayWrite && bodies.length > 0 && (
              <ButtonLink kind="primary" href={newMeetingAddress(key)}>
                {t('meetings.new')}
              </ButtonLink>
            )}
            <ButtonLink href={decisionsAddress(key)}>{t('meetings.toDecisions')}</ButtonLink>
          </>
        }
      />
      <MeetingList
        t={t}
        projectKey={key}
        bodies={bodies}
        mayWrite={mayWrite}
        readsEvery={readsEveryMeeting(viewer, project.id)}
      />
      {mayWrite && <BodyForms t={t} project={project} bodies={bodies} action={keepBody} />}
    </>
  )
}
