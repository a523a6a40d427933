// Meetings: bodies, agendas, decisions, minutes.
import { saveActionPoint } from '@/lib/meetings/action-points/commands'
import { attachLink } from '@/lib/meetings/attachments/commands'
import { saveDecision } from '@/lib/meetings/decisions/commands'
import { checkMeeting } from '@/lib/meetings/standing/commands'
import { makeBody, makeItem, makeMeeting, meetingOf, value } from '@/tests/support/builders/meetings'
import type { Recipe } from '../recipe.mts'
import { roundAt } from '../scene.mts'

const meetings = 'app/(portal)/projects/[project]/meetings'
const one = `${meetings}/[meeting]`
const item = `${one}/items/[item]`
const decision = `${item}/decisions/[decision]`

/** A draft with two items, the first with a decision, an action point and an attachment. */
async function draft(stage: Parameters<typeof roundAt>[0] = 'opened') {
  const round = await roundAt(stage)
  const who = round.director
  const meetingId = await makeMeeting(round, await makeBody(round))
  const itemId = await makeItem(who, meetingId)
  await makeItem(who, meetingId, { title: 'Toinen asia' })
  const place = { meetingId, itemId }
  const made = { ...place, decisionId: null, version: 0, text: 'Hyväksyttiin.', decidedOn: null, concerns: [] }
  const { decisionId } = value(await saveDecision(who, made))
  const point = { ...place, pointId: null, version: 0, text: 'Tehdään.', responsibleRole: null, dueOn: null }
  const { pointId } = value(await saveActionPoint(who, point))
  const { attachmentId } = value(await attachLink(who, { ...place, label: 'Ohje', url: 'https://thl.fi' }))
  const home = `/projects/${round.projectKey}/meetings`
  const page = `${home}/${meetingId}`
  const itemPage = `${page}/items/${itemId}`
  return { ...round, who, home, page, itemPage, meetingId, itemId, decisionId, pointId, attachmentId }
}

/** The same, checked. */
async function checked() {
  const stage = await draft()
  const { version } = await meetingOf(stage, stage.meetingId)
  value(await checkMeeting(stage.who, { meetingId: stage.meetingId, version }))
  return stage
}

const person = { 'role/0': 'Puheenjohtaja', 'name/0': 'Nimi', 'present/0': 'yes' }

export const meetingRecipes: Recipe[] = [
  {
    of: `${meetings}/actions.ts#keepBody`,
    adds: { SteeringBody: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, home: page } = await draft()
      return { form: { who, page, having: ['bodyId', ''], fill: { name: 'Projektiryhmä' } } }
    },
  },
  {
    of: `${meetings}/actions.ts#keepMeeting`,
    adds: { Meeting: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, home } = await draft()
      return { form: { who, page: `${home}/new`, fill: { title: 'Ohjausryhmä 5/2025', heldOn: '10.12.2025' } } }
    },
  },
  {
    of: `${meetings}/actions.ts#mark`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, home } = await draft()
      return { form: { who, page: `${home}/decisions` } }
    },
  },
  {
    of: `${one}/actions.ts#move`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await draft()
      return { form: { who, page, having: ['direction', 'down'] } }
    },
  },
  {
    of: `${one}/actions.ts#fill`,
    adds: { AgendaItem: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await draft()
      return { form: { who, page } }
    },
  },
  {
    of: `${one}/actions.ts#check`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await draft()
      return { form: { who, page } }
    },
  },
  {
    of: `${one}/actions.ts#approve`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { steering: who, page } = await checked()
      return { form: { who, page } }
    },
  },
  {
    of: `${one}/actions.ts#remove`,
    adds: { Meeting: -1, AgendaItem: -2, Decision: -1, ActionPoint: -1, AgendaAttachment: -1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await draft()
      return { form: { who, page: `${page}/edit`, fill: { sure: 'yes' } } }
    },
  },
  {
    of: `${one}/actions.ts#takeBack`,
    adds: { AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await checked()
      return { form: { who, page, fill: { reason: 'Kohta puuttui.' } } }
    },
  },
  {
    of: `${one}/attendance/actions.ts#keepAttendance`,
    adds: { Attendance: 1, AuditEvent: 1 },
    prepare: async () => {
      const { who, page } = await draft()
      return { form: { who, page: `${page}/attendance`, fill: person } }
    },
  },
  {
    of: `${item}/actions.ts#keepItem`,
    adds: { AgendaItem: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, page } = await draft()
      return { form: { who, page: `${page}/items/new`, fill: { title: 'Kolmas asia' } } }
    },
  },
  {
    of: `${item}/actions.ts#dropItem`,
    adds: { AgendaItem: -1, Decision: -1, ActionPoint: -1, AgendaAttachment: -1, AuditEvent: 1 },
    prepare: async () => {
      const { who, itemPage: page } = await draft()
      return { form: { who, page } }
    },
  },
  {
    of: `${item}/actions.ts#keepPoint`,
    adds: { ActionPoint: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, itemPage: page } = await draft()
      return { form: { who, page, having: ['pointId', ''], fill: { text: 'Sovitaan.', dueOn: '1.12.2025' } } }
    },
  },
  {
    of: `${item}/actions.ts#dropPoint`,
    adds: { ActionPoint: -1, AuditEvent: 1 },
    prepare: async () => {
      const { who, itemPage: page } = await draft()
      return { form: { who, page } }
    },
  },
  {
    of: `${item}/actions.ts#addPage`,
    adds: { AgendaAttachment: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, itemPage: page, projectKey } = await draft('published')
      const frozen = `/projects/${projectKey}/steering/2025-Q3?version=1 Tilannekuva`
      return { form: { who, page, fill: { page: frozen } } }
    },
  },
  {
    of: `${item}/actions.ts#addLink`,
    adds: { AgendaAttachment: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, itemPage: page } = await draft()
      return { form: { who, page, fill: { label: 'Ohje', url: 'https://thl.fi' } } }
    },
  },
  {
    of: `${item}/actions.ts#dropAttachment`,
    adds: { AgendaAttachment: -1, AuditEvent: 1 },
    prepare: async () => {
      const { who, itemPage: page } = await draft()
      return { form: { who, page } }
    },
  },
  {
    of: 'POST /api/meetings/items/[item]/attachments',
    adds: { AgendaAttachment: 1, StoredFile: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, itemPage: page } = await draft()
      const file = { field: 'file', name: 'liite.txt', bytes: Buffer.from('Liite') }
      return { form: { who, page, file } }
    },
  },
  {
    of: `${decision}/actions.ts#keepDecision`,
    adds: { Decision: 1, DecisionSubject: 1, AuditEvent: 1 },
    repeatable: true,
    prepare: async () => {
      const { who, itemPage, unit } = await draft()
      const fill = { text: 'Merkittiin tiedoksi.', concerns: [`work_package:${unit.id}`] }
      return { form: { who, page: `${itemPage}/decisions/new`, fill } }
    },
  },
  {
    of: `${decision}/actions.ts#dropDecision`,
    adds: { Decision: -1, AuditEvent: 1 },
    prepare: async () => {
      const { who, itemPage, decisionId } = await draft()
      return { form: { who, page: `${itemPage}/decisions/${decisionId}` } }
    },
  },
]
