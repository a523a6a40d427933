import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { AgendaReason } from '@/lib/meetings/agenda/commands'
import type { MeetingFacts } from '@/lib/meetings/model'
import { writeInMeeting } from '@/lib/meetings/standing/commands'
import type { Tx } from '@/lib/platform/db'
import { bySort } from '@/lib/platform/order'
import { isLocale, type Words, words } from '@/lib/platform/words'
import { formatPeriodKey } from '@/lib/values/format'
import { fail, ok, type Result } from '@/lib/values/result'

type Asked = { title: string; proposal: string; planChangeId: string | null; workPackageId: string | null }

/**
 * Takes up what the project asks of the meeting: the review of the period it handles, and every change of the plan that waits
 * for a decision; what is on the agenda already is left alone. Texts are in the project's language. Reasons: NOT_FOUND,
 * NOT_ALLOWED, LOCKED, STALE, NUMBERED, NOTHING_ASKED.
 */
export function fillAgenda(
  viewer: Viewer,
  { meetingId, version }: { meetingId: string; version: number },
): Promise<Result<{ added: number }, AgendaReason | 'NOTHING_ASKED'>> {
  type Reason = AgendaReason | 'NOTHING_ASKED'
  return writeInMeeting<{ added: number }, Reason>(viewer, meetingId, async (tx, meeting, record) => {
    if (meeting.version !== version) return fail('STALE')
    const known = await tx.agendaItem.findMany({
      where: { meetingId },
      select: { title: true, planChangeId: true, bodyId: true, sort: true },
    })
    if (known.some(({ bodyId }) => bodyId !== null)) return fail('NUMBERED')
    const asked = (await listAsked(tx, meeting)).filter(
      (item) =>
        !known.some(({ title, planChangeId }) =>
          item.planChangeId ? planChangeId === item.planChangeId : title === item.title,
        ),
    )
    if (asked.length === 0) return fail('NOTHING_ASKED')
    const last = Math.max(-1, ...known.map(({ sort }) => sort))
    await tx.agendaItem.createMany({
      data: asked.map((item, index) => ({
        ...item,
        organisationId: meeting.organisationId,
        meetingId,
        sort: last + 1 + index,
      })),
    })
    await tx.meeting.update({ where: { id: meetingId }, data: { version: { increment: 1 } }, select: { id: true } })
    for (const { title } of asked) await record('meeting.item_added', { title })
    return ok({ added: asked.length })
  })
}

async function listAsked(tx: Tx, { projectId, period }: MeetingFacts): Promise<Asked[]> {
  const { language } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { language: true } })
  const t = words(isLocale(language) ? language : 'fi')
  const changes = await tx.planChange.findMany({
    where: { projectId, state: { in: ['proposed', 'in_preparation'] } },
    orderBy: bySort,
    select: { id: true, title: true, workPackageId: true },
  })
  return [
    ...(period ? [reviewOf(t, period.key)] : []),
    ...changes.map(({ id, title, workPackageId }) => ({
      title: t('meetings.asked.change', { title }),
      proposal: t('meetings.asked.changeProposal', { title }),
      planChangeId: id,
      workPackageId,
    })),
  ]
}

function reviewOf(t: Words, periodKey: string): Asked {
  const period = formatPeriodKey(periodKey, t.locale)
  return {
    title: t('meetings.asked.review', { period }),
    proposal: t('meetings.asked.reviewProposal', { period }),
    planChangeId: null,
    workPackageId: null,
  }
}
