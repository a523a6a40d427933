import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { listDecisions, listDecisionsOf } from '@/lib/meetings/decisions/queries'
import { findMeeting, listBodies, type MeetingView } from '@/lib/meetings/queries'
import { findProject } from '@/lib/projects/queries'
import { readBody } from '@/lib/rounds/snapshot/schema'
import { readSyli } from '@/prisma/seed/facts/read'
import { viewerOfAccount } from '@/prisma/seed/viewers'
import { useDemoCopy } from '../seed/demo-copy'

beforeAll(() => useDemoCopy(), 60_000)

async function meetingsOf(viewer: Viewer, key: string): Promise<{ projectId: string; meetings: MeetingView[] }> {
  const projectId = (await findProject(viewer, key))?.id ?? ''
  const listed = (await listBodies(viewer, projectId)).flatMap((body) => body.meetings)
  const found = await Promise.all(listed.map(({ id }) => findMeeting(viewer, projectId, id)))
  return { projectId, meetings: found.filter((meeting) => meeting !== null) }
}

it('the minutes of the second project are as its report tells them, with the numbers they came with', async () => {
  const facts = readSyli()
  const memos = facts.decisions.filter(({ document_type: type }) => type.startsWith('muistio'))
  const { projectId, meetings } = await meetingsOf(await viewerOfAccount('johtaja@kanta-hame.example'), 'syli')
  for (const memo of memos) {
    const meeting = meetings.find(({ facts: { title } }) => title === memo.meeting)
    const item = meeting?.items.find(
      ({ title, number }) => [number, title].filter(Boolean).join('. ') === memo.agenda_item,
    )
    const { date, date_as_written: written, time, place } = memo
    expect(meeting?.facts).toMatchObject({
      state: 'approved',
      heldOn: date,
      dateAsWritten: written ?? null,
      timeAsWritten: time ?? null,
      place: place ?? null,
    })
    expect(item).toMatchObject({ proposal: memo.proposal, discussion: memo.discussion_topics ?? [] })
    expect(item?.background).toBe(memo.background ?? null)
    expect(item?.decisions.map(({ text }) => text)).toEqual(memo.decision === null ? [] : [memo.decision])
    expect(meeting?.attendance.map(({ role, present, note, name }) => [role, present, note, name])).toEqual(
      (memo.participants ?? []).map((person) => [person.role_title, person.present, person.note, null]),
    )
  }
  expect([memos.length, meetings.length]).toEqual([7, 4])
  const told = await listDecisions(await viewerOfAccount('ohjausryhma@kanta-hame.example'), projectId, null)
  const texts = told.map(({ text }) => text).sort()
  const wanted = [
    ...facts.decisions.flatMap(({ decision }) => decision ?? []),
    ...facts.decisions_in_narrative.map(({ decision }) => decision),
  ]
  expect(texts).toEqual(wanted.sort())
  expect(texts).toHaveLength(19)
  const unit = await asViewer(await viewerOfAccount('johtaja@kanta-hame.example'), (tx) =>
    tx.workPackage.findFirstOrThrow({ where: { projectId, sourceId: '4.2.1.1' }, select: { id: true } }),
  )
  const ofUnit = await listDecisionsOf(await viewerOfAccount('koordinaattori@kanta-hame.example'), {
    workPackageId: unit.id,
  })
  expect(ofUnit.map(({ text }) => text).join()).toContain('ensilinja-toimintamallin')
})

it('the quarter’s review asks the steering group what was on the agenda when it was published, and names nobody', async () => {
  const director = await viewerOfAccount('johtaja@kainuu.example')
  const { projectId, meetings } = await meetingsOf(director, 'kkk2')
  const [called] = meetings
  expect(called?.facts).toMatchObject({ state: 'draft', body: 'Ohjausryhmä', period: { key: '2025-Q3' } })
  expect(called?.items.map(({ title }) => title)).toContain('Hankkeen tilannekatsaus Q3/2025')
  expect((await meetingsOf(await viewerOfAccount('koordinaattori1@kainuu.example'), 'kkk2')).meetings).toEqual([])
  const bodies = await asViewer(director, (tx) =>
    tx.snapshot.findMany({ where: { projectId }, orderBy: { periodTo: 'asc' }, select: { body: true } }),
  )
  const [q2, q3] = bodies.map(({ body }) => readBody(body).meetings)
  expect(q2).toEqual([])
  expect(q3?.map(({ handles, items }) => [handles, items.map(({ proposal }) => proposal)])).toEqual([
    [true, called?.items.map(({ proposal }) => proposal)],
  ])
})
