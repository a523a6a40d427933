import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { grantException } from '@/lib/rounds/exceptions/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { findRound } from '@/lib/rounds/queries'
import { approveReport, recallReport, returnReport, startReview, submitReport } from '@/lib/status-reports/commands'
import { reopenReport } from '@/lib/status-reports/reopening/commands'
import { findSnapshot } from '@/lib/steering/queries'
import { useDemoCopy } from '../seed/demo-copy'
import { type Cast, castOf, type Unit } from './quarter/people'
import { must, seen, timelineOf, toldOf, write } from './quarter/report'

// The first quarter of 2026, told day by day: 35 units, eleven coordinators and a director.
const key = '2026-Q1'
let cast: Cast
let periodId: string
let units: { returnedOnce: Unit; returnedTwice: Unit; recalled: Unit; late: Unit; missing: Unit; reopened: Unit }

const on = (day: string) => setClock(new Date(`${day}T09:00:00Z`))
const step = (unit: Unit) => seen(unit.id, periodId)
const round = () => findRound(cast.director, cast.projectId, key)
const others = () => cast.units.filter((unit) => !Object.values(units).includes(unit))
const stateOf = async (unit: Unit) => (await round())?.rows.find((row) => row.unitId === unit.id)?.state

async function report(unit: Unit, texts: Record<string, string> = {}): Promise<void> {
  const { reportId } = await step(unit)
  await write(unit.writer, reportId, {
    'overall/light': 'green',
    'overall/reason': '',
    'results/text': `Tulokset: ${unit.name}`,
    ...texts,
  })
}
const submit = async (unit: Unit) => must(`sending ${unit.name}`, submitReport(unit.writer, await step(unit)))
const approve = async (unit: Unit) => must(`approving ${unit.name}`, approveReport(cast.director, await step(unit)))
const giveBack = async (unit: Unit, reason: string, opens = ['results']) =>
  must(`returning ${unit.name}`, returnReport(cast.director, { ...(await step(unit)), opens, reason }))

let letGo: () => Promise<void>
beforeAll(async () => {
  letGo = await useDemoCopy()
  cast = await castOf()
  const [returnedOnce, returnedTwice, recalled, late, missing, reopened] = cast.units as [
    Unit,
    Unit,
    Unit,
    Unit,
    Unit,
    Unit,
  ]
  units = { returnedOnce, returnedTwice, recalled, late, missing, reopened }
}, 120_000)
afterAll(async () => {
  setClock(null)
  await letGo()
})

describe('a quarter from opening to publishing', () => {
  it('has 35 units and 12 people', () => {
    expect(cast.units).toHaveLength(35)
    expect(new Set([cast.director, ...cast.writers].map(({ userId }) => userId)).size).toBe(12)
  })

  it('20.3. the period is made, 1.4. it opens and every unit has its report', { timeout: 60_000 }, async () => {
    on('2026-03-20')
    const days = {
      from: '2026-01-01',
      to: '2026-03-31',
      opensOn: '2026-04-01',
      dueOn: '2026-04-15',
      closesOn: '2026-04-20',
    }
    const made = await must('making', createPeriod(cast.director, { projectId: cast.projectId, key, ...days }))
    periodId = made.periodId
    on('2026-04-01')
    await must('opening', openPeriod(cast.director, periodId))
    const rows = (await round())?.rows ?? []
    expect(rows).toHaveLength(35)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['not_started']))
  })

  it('10.4. one unit is given until 24.4.', async () => {
    on('2026-04-10')
    const granted = { periodId, unitId: units.late.id, dueOn: '2026-04-24', allowedBy: 'Projektijohtaja' }
    await must('exception', grantException(cast.director, { ...granted, reason: 'Tilasto valmistuu vasta 22.4.' }))
    const row = (await round())?.rows.find(({ unitId }) => unitId === units.late.id)
    expect(row).toMatchObject({ dueOn: '2026-04-24', exception: 'Tilasto valmistuu vasta 22.4.' })
  })

  it('13.–14.4. all but two send theirs; one takes its own back, mends it and sends it again', {
    timeout: 60_000,
  }, async () => {
    on('2026-04-13')
    for (const unit of cast.units) {
      if (unit === units.late || unit === units.missing) continue
      await report(unit)
      await submit(unit)
    }
    on('2026-04-14')
    await must('recalling', recallReport(units.recalled.writer, await step(units.recalled)))
    await report(units.recalled, { 'results/text': 'Luku korjattu ennen tarkastusta.' })
    await submit(units.recalled)
    const counts = Map.groupBy((await round())?.rows ?? [], ({ state }) => state)
    expect(counts.get('submitted')).toHaveLength(33)
    expect(counts.get('not_started')).toHaveLength(2)
  })

  it('16.4. the director returns two, one of them twice', async () => {
    on('2026-04-16')
    await must('beginning', startReview(cast.director, await step(units.returnedTwice)))
    await giveBack(units.returnedOnce, 'Kerro, montako asiakasta palvelu tavoitti.')
    await giveBack(units.returnedTwice, 'Tulos puuttuu.')
    on('2026-04-17')
    const once = await step(units.returnedOnce)
    // Only what was returned is open.
    const elsewhere = write(units.returnedOnce.writer, once.reportId, { 'nextSteps/text': 'Muuta.' })
    await expect(elsewhere).rejects.toThrow('LOCKED')
    await write(units.returnedOnce.writer, once.reportId, { 'results/text': 'Palvelu tavoitti 120 asiakasta.' })
    await submit(units.returnedOnce)
    const twice = await step(units.returnedTwice)
    await write(units.returnedTwice.writer, twice.reportId, { 'results/text': 'Tulos on.' })
    await submit(units.returnedTwice)
    on('2026-04-18')
    await giveBack(units.returnedTwice, 'Mikä tulos?')
    on('2026-04-19')
    await write(units.returnedTwice.writer, twice.reportId, {
      'results/text': 'Jonot lyhenivät 14 päivästä 9 päivään.',
    })
    await submit(units.returnedTwice)
    expect(await stateOf(units.returnedTwice)).toBe('submitted')
  })

  it('21.4. the round has closed: the unit that never wrote cannot, the one with the later day can', async () => {
    on('2026-04-21')
    await expect(report(units.missing)).rejects.toThrow('CLOSED')
    await report(units.late, { 'overall/light': 'yellow', 'overall/reason': 'Tilasto myöhästyi.' })
    await submit(units.late)
    expect(await stateOf(units.late)).toBe('submitted')
  })

  it('22.4. everything that was sent is approved', { timeout: 60_000 }, async () => {
    on('2026-04-22')
    const { missing, ...sent } = units
    for (const unit of [...Object.values(sent), ...others()]) await approve(unit)
    const counts = Map.groupBy((await round())?.rows ?? [], ({ state }) => state)
    expect(counts.get('approved')).toHaveLength(34)
    expect(await stateOf(missing)).toBe('not_started')
  })

  it('23.4. the period is published; the unit without a report stands without one', { timeout: 60_000 }, async () => {
    on('2026-04-23')
    const input = { projectId: cast.projectId, periodKey: key }
    const refused = await publishPeriod(cast.director, input)
    expect(refused).toMatchObject({ ok: false, reason: 'REASON_MISSING' })
    const done = await must(
      'publishing',
      publishPeriod(cast.director, { ...input, note: 'Yksi yksikkö ei raportoinut.' }),
    )
    expect(done).toMatchObject({ version: 1, published: 34, leftOut: 1 })
    const body = await findSnapshot(cast.director, done.snapshotId)
    const inBody = body?.units.find(({ id }) => id === units.missing.id)
    expect(inBody?.report).toBeNull()
    expect(body?.units.filter(({ report: one }) => one !== null)).toHaveLength(34)
  })

  it('5.5. one is opened again, mended, approved and published as version 2; version 1 stays', {
    timeout: 60_000,
  }, async () => {
    const first = await published()
    on('2026-05-05')
    const unit = units.reopened
    await must(
      'reopening',
      reopenReport(cast.director, { ...(await step(unit)), reason: 'Toimenpide puuttui tuloksista.' }),
    )
    on('2026-05-06')
    const { reportId } = await step(unit)
    await write(unit.writer, reportId, { 'results/text': 'Tulokset ja puuttunut toimenpide.' })
    await submit(unit)
    await approve(unit)
    on('2026-05-07')
    const again = { projectId: cast.projectId, periodKey: key, note: 'Täydennetty tulos.' }
    const done = await must('publishing again', publishPeriod(cast.director, again))
    expect(done).toMatchObject({ version: 2, published: 1, leftOut: 1 })
    expect((await published())[0]).toBe(first[0])
    expect(await published()).toHaveLength(2)
  })

  it('every timeline reads right', async () => {
    const { director } = cast
    const of = (unit: Unit) => timelineOf(director, { projectId: cast.projectId, periodKey: key, unitId: unit.id })
    const writer = (unit: Unit) => unit.writer.name
    expect(await of(units.returnedTwice)).toEqual([
      '1.4.2026 · Projektijohtaja · Raportti avattiin',
      `13.4.2026 · ${writer(units.returnedTwice)} · Raporttia kirjoitettiin`,
      `13.4.2026 · ${writer(units.returnedTwice)} · Lähetettiin hyväksyttäväksi`,
      '16.4.2026 · Projektijohtaja · Tarkastus aloitettiin',
      '16.4.2026 · Projektijohtaja · Palautettiin täydennettäväksi · Tulos puuttuu.',
      `17.4.2026 · ${writer(units.returnedTwice)} · Raporttia kirjoitettiin`,
      `17.4.2026 · ${writer(units.returnedTwice)} · Lähetettiin uudelleen`,
      '18.4.2026 · Projektijohtaja · Palautettiin täydennettäväksi · Mikä tulos?',
      `19.4.2026 · ${writer(units.returnedTwice)} · Raporttia kirjoitettiin`,
      `19.4.2026 · ${writer(units.returnedTwice)} · Lähetettiin uudelleen`,
      '22.4.2026 · Projektijohtaja · Hyväksyttiin',
      '23.4.2026 · Projektijohtaja · Julkaistiin',
    ])
    expect(await of(units.recalled)).toEqual([
      '1.4.2026 · Projektijohtaja · Raportti avattiin',
      `13.4.2026 · ${writer(units.recalled)} · Raporttia kirjoitettiin`,
      `13.4.2026 · ${writer(units.recalled)} · Lähetettiin hyväksyttäväksi`,
      `14.4.2026 · ${writer(units.recalled)} · Lähettäjä perui lähetyksen`,
      `14.4.2026 · ${writer(units.recalled)} · Raporttia kirjoitettiin`,
      `14.4.2026 · ${writer(units.recalled)} · Lähetettiin hyväksyttäväksi`,
      '22.4.2026 · Projektijohtaja · Hyväksyttiin',
      '23.4.2026 · Projektijohtaja · Julkaistiin',
    ])
    expect((await of(units.reopened)).slice(3)).toEqual([
      '22.4.2026 · Projektijohtaja · Hyväksyttiin',
      '23.4.2026 · Projektijohtaja · Julkaistiin',
      '5.5.2026 · Projektijohtaja · Avattiin uudelleen · Toimenpide puuttui tuloksista.',
      `6.5.2026 · ${writer(units.reopened)} · Raporttia kirjoitettiin`,
      `6.5.2026 · ${writer(units.reopened)} · Lähetettiin hyväksyttäväksi`,
      '6.5.2026 · Projektijohtaja · Hyväksyttiin',
      '7.5.2026 · Projektijohtaja · Julkaistiin',
    ])
    expect(await of(units.missing)).toEqual(['1.4.2026 · Projektijohtaja · Raportti avattiin'])
  })

  it('everybody concerned was told, once', async () => {
    // Sent: 34 first times, one after a recall, one after the reopening; three answers to returns; 34 approvals and one more.
    expect(await toldOf(cast.projectId, periodId)).toMatchObject({
      submitted: 36,
      resubmitted: 3,
      returned: 3,
      approved: 35,
      reopened: 1,
    })
  })
})

/** Hashes of the published versions, computed from what is stored. */
function published(): Promise<string[]> {
  return asViewer(cast.director, async (tx) => {
    const rows = await tx.snapshot.findMany({
      where: { periodId },
      orderBy: { version: 'asc' },
      select: { body: true },
    })
    return rows.map(({ body }) => createHash('sha256').update(body).digest('hex'))
  })
}
