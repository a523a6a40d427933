import type { Viewer } from '@/lib/access/model'
import { fillAgenda } from '@/lib/meetings/agenda/asked/commands'
import { saveBody, saveMeeting } from '@/lib/meetings/commands'
import { setClock } from '@/lib/platform/clock'
import type { Result } from '@/lib/values/result'
import type { Syli, SyliDecisionFact } from './facts/syli.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** Memos are minutes of a meeting; other decisions of the attachments were made by an office holder. */
const isMemo = ({ document_type: type }: SyliDecisionFact): boolean => type.startsWith('muistio')

/** "Kehittämisen johtoryhmä 1/26" is a meeting of Kehittämisen johtoryhmä. */
const bodyOf = (meeting: string): string => meeting.replace(/\s+\d+\/\d+.*$/, '')

/** The minutes attached to the second county's final report: approved, with the numbers and words they came with. */
export function syliMeetingRows(facts: Syli, place: Place): Rows {
  const { organisationId, projectId, ids } = place
  const memos = facts.decisions.filter(isMemo)
  const meetings = [...new Map(memos.map((memo) => [memo.meeting, memo])).values()]
  const bodies = [...new Set(meetings.map(({ meeting }) => bodyOf(meeting)))]
  const decided = facts.decisions.flatMap((fact, index) => (fact.decision === null ? [] : [{ fact, index }]))
  return {
    steeringBody: bodies.map((name, sort) => ({ id: ids('body', name), organisationId, projectId, name, sort })),
    meeting: meetings.map((memo, sort) => ({
      id: ids('meeting', memo.meeting),
      organisationId,
      bodyId: ids('body', bodyOf(memo.meeting)),
      title: memo.meeting,
      heldOn: memo.date && new Date(memo.date),
      dateAsWritten: memo.date_as_written ?? null,
      timeAsWritten: memo.time ?? null,
      place: memo.place ?? null,
      documentType: memo.document_type,
      state: 'approved',
      sort,
    })),
    attendance: meetings.flatMap(({ meeting, participants = [] }) =>
      participants.map(({ role_title: role, present, note }, sort) => ({
        organisationId,
        meetingId: ids('meeting', meeting),
        role,
        present,
        note,
        sort,
      })),
    ),
    agendaItem: facts.decisions.flatMap((fact, sort) =>
      isMemo(fact) ? [itemOf(fact, { id: ids('item', String(sort)), organisationId, place, sort })] : [],
    ),
    decision: [
      ...decided.map(({ fact, index }) => ({
        id: ids('decision', String(index)),
        organisationId,
        projectId,
        agendaItemId: isMemo(fact) ? ids('item', String(index)) : null,
        text: fact.decision ?? '',
        decidedOn: fact.date && new Date(fact.date),
        decidedAsWritten: isMemo(fact) ? null : [fact.meeting, fact.date_as_written].filter(Boolean).join(', '),
        sort: index,
      })),
      ...facts.decisions_in_narrative.map((told, index) => ({
        id: ids('told', String(index)),
        organisationId,
        projectId,
        text: told.decision,
        decidedAsWritten: told.when,
        sort: facts.decisions.length + index,
      })),
    ],
    decisionSubject: [
      ...decided.flatMap(({ fact, index }) =>
        unitsNamed(facts, fact.related_to ?? '').map((code) => ({
          organisationId,
          decisionId: ids('decision', String(index)),
          workPackageId: ids('workPackage', code),
        })),
      ),
      ...facts.decisions_in_narrative.flatMap((told, index) =>
        unitsNamed(facts, told.section).map((code) => ({
          organisationId,
          decisionId: ids('told', String(index)),
          workPackageId: ids('workPackage', code),
        })),
      ),
    ],
  }
}

type ItemPlace = { id: string; organisationId: string; place: Place; sort: number }

/** "3. Ensilinjan loppuraportti" has its own number; numbers of other years and bodies are not counted on from it. */
function itemOf(fact: SyliDecisionFact, { id, organisationId, place, sort }: ItemPlace) {
  const [, number, title] = /^(\d+)\.\s+(.*)$/.exec(fact.agenda_item) ?? []
  return {
    id,
    organisationId,
    meetingId: place.ids('meeting', fact.meeting),
    number: number ? Number(number) : null,
    title: title ?? fact.agenda_item,
    proposal: fact.proposal,
    background: fact.background ?? null,
    discussion: fact.discussion_topics ?? [],
    sort,
  }
}

/** Units whose section numbers a place of the report names: "4.2.1.1 Ensilinjapalveluiden kehittäminen", "4.2.1.4#01". */
function unitsNamed(facts: Syli, text: string): string[] {
  const codes: string[] = text.match(/(?<![\w.])\d+(?:\.\d+)+/g) ?? []
  return facts.workpackages.map(({ code }) => code).filter((code) => codes.includes(code))
}

/** A fortnight before the review of the quarter is published: what is asked is then frozen with it. */
const calledOn = new Date('2025-10-01T07:00:00Z')

/** The steering group of the first demo project, and the meeting that is to handle a quarter, with what the project asks of it. */
export async function callSteeringGroup(director: Viewer, projectId: string, periodId: string): Promise<void> {
  try {
    setClock(calledOn)
    const { bodyId } = done(await saveBody(director, { projectId, bodyId: null, version: 0, name: 'Ohjausryhmä' }))
    const { meetingId } = done(
      await saveMeeting(director, {
        project: 'kkk2',
        projectId,
        meetingId: null,
        version: 0,
        bodyId,
        title: 'Ohjausryhmän kokous, tilannekatsaus Q3/2025',
        heldOn: '2025-10-28',
        timeAsWritten: null,
        place: null,
        periodId,
        chairRole: null,
        secretaryRole: null,
        note: null,
      }),
    )
    done(await fillAgenda(director, { meetingId, version: 1 }))
  } finally {
    setClock(null)
  }
}

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the steering group's meeting: ${result.reason}`)
  return result.value
}
