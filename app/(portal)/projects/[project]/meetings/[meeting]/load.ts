import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { meetingAddress } from '@/lib/meetings/addresses'
import { isWritable } from '@/lib/meetings/model'
import { rightToWriteMeetings } from '@/lib/meetings/permissions'
import { findMeeting, findMeetingFacts } from '@/lib/meetings/queries'
import { meetingsAddress, projectAddress } from '@/lib/projects/addresses'
import { projectHere } from '../../here'

export type MeetingParams = Promise<{ project: string; meeting: string }>
export type ItemParams = Promise<{ project: string; meeting: string; item: string }>

const find = cache(findMeeting)
const findFacts = cache(findMeetingFacts)
const isId = (text: string): boolean => z.uuid().safeParse(text).success

/** A meeting with everything in it, for those who may read it. */
export async function loadMeeting(params: MeetingParams) {
  const [{ project: key, meeting: id }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const meeting = isId(id) ? await find(viewer, project.id, id) : null
  if (!meeting) notFound()
  return { viewer, project, t, meeting, crumbs: crumbsTo(t, project, meeting.facts) }
}

/** A meeting's own facts for a form that writes it; "not found" for those who may not, and when it is no draft any more. */
export async function loadDraft(params: MeetingParams) {
  const [{ project: key, meeting: id }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const facts = isId(id) && rightToWriteMeetings(viewer, project.id) ? await findFacts(viewer, project.id, id) : null
  if (!facts || !isWritable(facts.state)) notFound()
  return { viewer, project, t, facts, crumbs: crumbsTo(t, project, facts) }
}

/** An item of a draft with its meeting; null for the item `new`. */
export async function loadItem(params: ItemParams) {
  const { item: id, ...place } = await params
  const loaded = await loadMeeting(Promise.resolve(place))
  const { facts, items } = loaded.meeting
  if (!rightToWriteMeetings(loaded.viewer, loaded.project.id) || !isWritable(facts.state)) notFound()
  const item = items.find((one) => one.id === id) ?? null
  if (id !== 'new' && !item) notFound()
  return { ...loaded, facts, item }
}

type Crumb = { label: string; href: string }

function crumbsTo(
  t: Awaited<ReturnType<typeof requestWords>>,
  { key, name }: { key: string; name: string },
  { id, title }: { id: string; title: string },
): Crumb[] {
  return [
    { label: name, href: projectAddress(key) },
    { label: t('meetings.title'), href: meetingsAddress(key) },
    { label: title, href: meetingAddress(key, id) },
  ]
}
