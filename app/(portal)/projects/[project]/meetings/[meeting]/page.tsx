import type { Metadata } from 'next'
import { Agenda } from '@/components/meetings/agenda'
import { AttendanceTable, MeetingFactsList } from '@/components/meetings/meeting-facts'
import { MeetingHead } from '@/components/meetings/meeting-head'
import { MeetingSteps } from '@/components/meetings/meeting-steps'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { attendanceAddress } from '@/lib/meetings/addresses'
import { isWritable } from '@/lib/meetings/model'
import { rightToApproveMinutes, rightToWriteMeetings } from '@/lib/meetings/permissions'
import { mark } from '../actions'
import { approve, check, fill, move, takeBack } from './actions'
import { loadMeeting, type MeetingParams } from './load'

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  return { title: (await loadMeeting(params)).meeting.facts.title }
}

export default async function MeetingPage({ params }: { params: MeetingParams }) {
  const { viewer, project, t, meeting, crumbs } = await loadMeeting(params)
  const { facts, attendance, items, expected, withoutNames } = meeting
  const mayWrite = rightToWriteMeetings(viewer, project.id) !== null
  const mayApprove = rightToApproveMinutes(viewer, project.id) !== null
  const writes = mayWrite && isWritable(facts.state)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs.slice(0, -1), { label: facts.title }]} />
      <MeetingHead t={t} projectKey={project.key} facts={facts} writes={writes} withoutNames={withoutNames} />
      <MeetingFactsList t={t} facts={facts} />
      <Agenda
        t={t}
        projectKey={project.key}
        facts={facts}
        items={items}
        expected={expected}
        actions={mayWrite ? { move, mark } : null}
        fill={writes ? fill : null}
      />
      <AttendanceTable
        t={t}
        rows={attendance}
        withoutNames={withoutNames}
        change={writes ? attendanceAddress(project.key, facts.id) : null}
      />
      <MeetingSteps
        t={t}
        projectKey={project.key}
        facts={facts}
        actions={{ check: mayWrite && check, takeBack: mayWrite && takeBack, approve: mayApprove && approve }}
      />
    </>
  )
}
