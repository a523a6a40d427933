import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { renderMinutes } from '@/lib/exports/typst/render-minutes'
import { saveActionPoint } from '@/lib/meetings/action-points/commands'
import { attachLink } from '@/lib/meetings/attachments/commands'
import { saveAttendance } from '@/lib/meetings/commands'
import { saveDecision } from '@/lib/meetings/decisions/commands'
import { exportMinutes } from '@/lib/meetings/minutes/commands'
import type { MinutesForm } from '@/lib/meetings/minutes/model'
import { approveMeeting, checkMeeting } from '@/lib/meetings/standing/commands'
import { setClock } from '@/lib/platform/clock'
import { readTaggedPdf } from '../exports/pdf-structure/tagged'
import { plainPdfText } from '../exports/pdf-text'
import { makeBody, makeItem, makeMeeting, meetingOf, value } from '../support/builders/meetings'
import { makeRound, type Round } from '../support/builders/round'

// Nobody’s names; in two parts, so that they are not taken for somebody’s.
const chair = ['Kanarialla', 'Näkymättömänen'].join(' ')
const presenter = ['Esittelyn', 'Salamanimi'].join(' ')
const canaries = ['Kanarialla', 'Näkymättömänen', 'Näkymättömäs', 'Esittelyn', 'Salamanimi']

let round: Round
let meetingId: string

beforeAll(async () => {
  setClock(new Date('2025-11-20T10:00:00Z'))
  round = await makeRound()
  meetingId = await makeMeeting(round, await makeBody(round), { note: `Sihteeri kiitti: ${presenter}` })
  const rows = [
    { role: 'Puheenjohtaja', name: chair, note: `${chair} poistui klo 10`, present: true },
    { role: 'Jäsen', name: '', note: '', present: false },
  ]
  await saveAttendance(round.director, { meetingId, version: 1, rows })
  const itemId = await makeItem(round.director, meetingId, {
    title: `Katsaus, jonka piti ${presenter}`,
    presenterName: presenter,
    background: `${chair} avasi kokouksen.`,
    discussion: ['Näkymättömäsen huomio kirjattiin.', 'Salamanimelle annettiin tehtävä.'],
  })
  const place = { meetingId, itemId }
  const concerns = [{ kind: 'work_package' as const, id: round.unit.id }]
  const decision = { ...place, decisionId: null, version: 0, decidedOn: null, concerns }
  await saveDecision(round.director, { ...decision, text: `Hyväksyttiin ${chair}n esitys.` })
  const point = { ...place, pointId: null, version: 0, responsibleRole: 'Jäsen', dueOn: '2025-12-01' }
  await saveActionPoint(round.director, { ...point, text: `Sovitaan: ${presenter}` })
  await attachLink(round.director, { ...place, label: `Liite, ${chair}`, url: 'https://thl.fi/ohje' })
  return () => setClock(null)
})
afterAll(() => setClock(null))

type Role = 'director' | 'steering' | 'auditor' | 'coordinator' | 'otherCounty'
const exported = (role: Role, form: MinutesForm) =>
  exportMinutes(round[role], { projectKey: round.projectKey, meetingId, form }, renderMinutes)

/** Everything that can be read in the file: its text, its tags, its attachment, and its bytes with streams unpacked. */
async function readable(pdf: Uint8Array): Promise<string> {
  const { tree, title, attachments, links } = readTaggedPdf(pdf)
  const raw = Buffer.from(pdf)
  const unpacked: string[] = [raw.toString('latin1'), raw.toString('utf8')]
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    const end = raw.indexOf('endstream', at)
    try {
      unpacked.push(inflateSync(raw.subarray(at + 7, end)).toString('utf8'))
    } catch {
      // Not a packed stream: its bytes were looked at above.
    }
  }
  const parts = [await plainPdfText(pdf), tree.text, title, JSON.stringify([attachments, links]), ...unpacked]
  return parts.join('\n')
}
const leaks = (text: string) => canaries.filter((name) => text.includes(name))

describe('minutes as a file', () => {
  it('of a draft are for those who read meetings', async () => {
    for (const form of ['full', 'public'] as const) {
      expect(await exported('coordinator', form)).toEqual({ ok: false, reason: 'NOT_FOUND' })
      expect(await exported('otherCounty', form)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    }
    const text = await readable(value(await exported('steering', 'full')).bytes)
    expect(text).toContain('LUONNOS')
    expect(leaks(text)).toEqual(canaries)
  })

  it('with an audit row that holds the hash of what was handed over', async () => {
    const { bytes, sha256, name } = value(await exported('auditor', 'public'))
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const [row] = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({
        where: { action: 'minutes.exported', subjectId: meetingId },
        orderBy: { at: 'desc' },
        take: 1,
      }),
    )
    expect(row).toMatchObject({
      actorId: round.auditor.userId,
      right: 'auditor',
      data: { sha256, name, form: 'public', state: 'draft', bytes: bytes.length },
    })
    expect(name).toMatch(/-ohjausryhma-4-2025-2025-11-12-julkinen\.pdf$/)
  })

  it('in their public form hold no name, whoever asks, and everything else', async () => {
    const version = async () => (await meetingOf(round, meetingId)).version
    value(await checkMeeting(round.director, { meetingId, version: await version() }))
    value(await approveMeeting(round.steering, { meetingId, version: await version() }))
    for (const role of ['coordinator', 'director'] as const) {
      const { bytes } = value(await exported(role, 'public'))
      const text = await readable(bytes)
      expect(leaks(text)).toEqual([])
      expect(text).not.toContain('LUONNOS')
      const { tree, links } = readTaggedPdf(bytes)
      const said = tree.text.replace(/\s+/g, ' ')
      for (const part of ['1 § Katsaus', 'Esittelijä: Projektijohtaja', 'Hyväksyttiin [Puheenjohtaja] esitys.']) {
        expect(said).toContain(part)
      }
      expect(said).toContain('Hyväksytään katsaus.')
      expect(links.map(({ address }) => address)).toContain('https://thl.fi/ohje')
    }
    expect(await exported('coordinator', 'full')).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await exported('otherCounty', 'public')).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(leaks(await readable(value(await exported('director', 'full')).bytes))).toEqual(canaries)
  })
}, 60_000)
