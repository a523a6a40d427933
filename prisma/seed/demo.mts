// The demo data: two counties' projects from the fact files, an empty third one, a national body, and role accounts.
import { randomUUIDv7 } from 'node:crypto'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { recordAudit } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { insertAccounts } from './accounts.ts'
import { loadFinalReports } from './final-report/load.ts'
import { idBook, type Place } from './ids.ts'
import { loadKkk2 } from './kkk2.ts'
import { callSteeringGroup } from './meetings.ts'
import { openRound } from './open-round.ts'
import { insertOrganisations, type OrganisationKey, type Organisations } from './organisations.ts'
import { kkk2Periods } from './periods.ts'
import { publishReported } from './publication.ts'
import { loadSyli } from './syli.ts'
import { viewerOfAccount } from './viewers.ts'

export type DemoCounts = Record<string, Record<string, number>>

/**
 * Loads everything into an empty database; the caller makes sure that it is empty. Says how many rows each project got.
 * @throws when the facts do not fit the model, and then nothing of that project is kept
 */
export async function loadDemo(): Promise<{ rows: DemoCounts }> {
  const viewer = systemViewer('demo-data')
  const organisations = await asViewer(viewer, (tx) => insertOrganisations(tx))
  const placeIn = (organisation: OrganisationKey): Place => ({
    organisationId: organisations.idOf(organisation),
    projectId: randomUUIDv7(),
    ids: idBook(),
  })
  const places = { kkk2: placeIn('kainuu'), syli: placeIn('kanta-hame'), tyhja: placeIn('kainuu') }
  const kkk2 = await loadKkk2(places.kkk2, organisations.programmeId)
  const syli = await loadSyli(places.syli, organisations.programmeId)
  await loadEmptyProject(places.tyhja, organisations)
  await asViewer(viewer, async (tx) => {
    await insertAccounts(
      tx,
      organisations,
      new Map([
        ['kkk2', { id: places.kkk2.projectId, units: kkk2.units }],
        ['syli', { id: places.syli.projectId, units: syli.units }],
        ['tyhja', { id: places.tyhja.projectId, units: [] }],
      ]),
    )
    for (const [key, place] of Object.entries(places)) {
      await recordAudit(tx, viewer, {
        action: 'data.loaded',
        right: `system:${viewer.name}`,
        subjectType: 'project',
        subjectId: place.projectId,
        organisationId: place.organisationId,
        data: { key },
      })
    }
  })
  const { projectId, ids } = places.kkk2
  const director = await viewerOfAccount('johtaja@kainuu.example')
  await callSteeringGroup(director, projectId, ids('period', kkk2Periods.q3.key))
  await publishReported(director, projectId)
  await openRound(ids('period', kkk2Periods.q4.key), kkk2.units)
  const finalReport = await loadFinalReports(places)
  await markPastNewsAsKnown()
  return { rows: { kkk2: kkk2.counts, syli: syli.counts, tyhja: {}, finalReport } }
}

/**
 * The people of the demo have known what happened in its past for long: a fresh start must not begin with a flood of mails
 * about last winter. What a running demo then tells is true of today: which reports are late.
 */
async function markPastNewsAsKnown(): Promise<void> {
  await asViewer(systemViewer('demo-data'), (tx) =>
    tx.notification.updateMany({ where: { mailId: null, skippedAt: null }, data: { skippedAt: now() } }),
  )
}

/** A project that has just been made, so that the empty states of every screen are real. */
async function loadEmptyProject(place: Place, { programmeId }: Organisations): Promise<void> {
  const { organisationId, projectId: id } = place
  await asViewer(systemViewer('demo-data'), (tx) =>
    tx.project.create({
      data: { id, organisationId, programmeId, key: 'tyhja', name: 'Uusi hanke (tyhjä)' },
      select: { id: true },
    }),
  )
}
