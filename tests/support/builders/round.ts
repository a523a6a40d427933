import type { HeldRole, Role, Viewer } from '@/lib/access/model'
import { asViewer, mintViewer, systemViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { saveFields } from '@/lib/status-reports/fields/commands'
import { confirmSection } from '@/lib/status-reports/fields/confirmation/commands'

/** Two counties, one project with two reporting units, and somebody in every role. */
export type Round = {
  organisationId: string
  projectId: string
  projectKey: string
  periodId: string
  unit: { id: string; actionIds: string[]; shareId: string; usedId: string; modelId: string }
  otherUnit: { id: string }
  coordinator: Viewer
  otherCoordinator: Viewer
  director: Viewer
  steering: Viewer
  auditor: Viewer
  finance: Viewer
  otherCounty: Viewer
  system: Viewer
}

let made = 0

/** A county with a project whose period 2025-Q3 is open and whose first report is untouched. */
export async function makeRound(): Promise<Round> {
  made += 1
  const mark = `${process.pid}-${made}`
  const system = systemViewer('operator')
  const county = await makeCounty(`kunta-${mark}`)
  const other = await makeCounty(`toinen-${mark}`)
  const { organisationId, projectId } = county
  const unit = await makeUnit(county, 'TP1')
  const otherUnit = await makeUnit(county, 'TP2')
  const person = (role: Role, name: string = role) => makePerson(county, role, `${name}-${mark}`)
  const coordinator = await person('coordinator')
  const otherCoordinator = await person('coordinator', 'toinen-koordinaattori')
  await asViewer(system, (tx) =>
    tx.workPackageCoordinator.createMany({
      data: [
        { organisationId, workPackageId: unit.id, userId: String(coordinator.userId) },
        { organisationId, workPackageId: otherUnit.id, userId: String(otherCoordinator.userId) },
      ],
    }),
  )
  const director = await person('director')
  const period = await createPeriod(director, {
    projectId,
    key: '2025-Q3',
    from: '2025-07-01',
    to: '2025-09-30',
    opensOn: null,
    dueOn: '2025-10-15',
    closesOn: null,
  })
  if (!period.ok) throw new Error(period.reason)
  const opened = await openPeriod(director, period.value.periodId)
  if (!opened.ok) throw new Error(opened.reason)
  return {
    organisationId,
    projectId,
    projectKey: county.projectKey,
    periodId: period.value.periodId,
    unit,
    otherUnit,
    coordinator,
    otherCoordinator,
    director,
    steering: await person('steering'),
    auditor: await person('auditor'),
    finance: await person('finance'),
    otherCounty: await makePerson(other, 'director', `muu-${mark}`),
    system,
  }
}

type County = { organisationId: string; projectId: string; projectKey: string }

async function makeCounty(key: string): Promise<County> {
  return asViewer(systemViewer('operator'), async (tx) => {
    const programme = await tx.programme.upsert({
      where: { key: 'testi' },
      update: {},
      create: {
        key: 'testi',
        name: 'Testiohjelma',
        shortName: 'TO',
        funder: 'Rahoittaja',
        statementFi: 'Rahoitettu',
        statementSv: 'Finansierad',
        statementEn: 'Funded',
      },
    })
    const organisation = await tx.organisation.create({ data: { key, name: `Hyvinvointialue ${key}` } })
    const project = await tx.project.create({
      data: { organisationId: organisation.id, programmeId: programme.id, key: `hanke-${key}`, name: `Hanke ${key}` },
    })
    return { organisationId: organisation.id, projectId: project.id, projectKey: project.key }
  })
}

async function makeUnit({ organisationId, projectId }: County, sourceId: string) {
  return asViewer(systemViewer('operator'), async (tx) => {
    const unit = await tx.workPackage.create({
      data: {
        organisationId,
        projectId,
        sourceId,
        level: 'plan',
        reports: true,
        titleReview: `Työpaketti ${sourceId}`,
        lifecycle: 'in_progress',
        sort: 0,
      },
    })
    const own = { organisationId, workPackageId: unit.id }
    const actions = await tx.action.createManyAndReturn({
      data: [
        { ...own, origin: 'report', no: 1, title: 'Ohjeet', state: 'in_progress', sort: 0 },
        { ...own, origin: 'report', no: 2, title: 'Koulutus', state: null, sort: 1 },
      ],
      select: { id: true },
    })
    const indicator = async (name: string, kind: string, measured: string | null, sort: number) => {
      const row = await tx.indicator.create({
        data: { ...own, projectId, sourceId: `${sourceId}-${name}`, sort },
      })
      await tx.indicatorVersion.create({
        data: { organisationId, indicatorId: row.id, version: 1, name, scope: 'local', kind, unit: measured },
      })
      return row.id
    }
    const model = await tx.toimintamalli.create({ data: { ...own, projectId, name: 'Etävastaanotto', sort: 0 } })
    return {
      id: unit.id,
      actionIds: actions.map(({ id }) => id),
      shareId: await indicator('Osuus', 'numeric', '%', 0),
      usedId: await indicator('Käytössä', 'yes_no', null, 1),
      modelId: model.id,
    }
  })
}

/** One more person of the round's county. */
export function makePersonIn(round: Round, role: Role, name: string = role): Promise<Viewer> {
  made += 1
  return makePerson(round, role, `${name}-${process.pid}-${made}`)
}

async function makePerson(county: County, role: Role, name: string): Promise<Viewer> {
  const { organisationId, projectId } = county
  const held: HeldRole[] = [{ role, projectId: role === 'admin' || role === 'national' ? null : projectId }]
  const user = await asViewer(systemViewer('operator'), async (tx) => {
    const row = await tx.user.create({ data: { organisationId, email: `${name}@kunta.example`, name } })
    await tx.membership.createMany({ data: held.map((one) => ({ ...one, organisationId, userId: row.id })) })
    return row
  })
  return mintViewer({
    kind: 'person',
    name,
    userId: user.id,
    organisationId,
    organisationName: null,
    scope: 'county',
    held,
    locale: 'fi',
    sessionId: null,
    get authenticatedAt() {
      return now()
    },
    source: 'web',
    requestId: 'request of a test',
  })
}

export type Row = {
  id: string
  state: string
  version: number
  entries: { path: string; text: string; version: number; confirmed: boolean; origin: string }[]
  events: { type: string; actorId: string | null; opens: string[]; reason: string | null }[]
}

/** The report of a unit for a period, looked at from behind the application. */
export function reportOf(unitId: string, periodId: string): Promise<Row> {
  return asViewer(systemViewer('operator'), (tx) =>
    tx.statusReport.findUniqueOrThrow({
      where: { unitId_periodId: { unitId, periodId } },
      select: {
        id: true,
        state: true,
        version: true,
        entries: {
          orderBy: { path: 'asc' },
          select: { path: true, text: true, version: true, confirmed: true, origin: true },
        },
        events: { orderBy: { seq: 'asc' }, select: { type: true, actorId: true, opens: true, reason: true } },
      },
    }),
  )
}

/** Confirms what was carried over and writes what a report at least needs; the report is then ready to be sent. */
export async function fillReport(viewer: Viewer, reportId: string, texts: Record<string, string> = {}): Promise<void> {
  const confirmed = await confirmSection(viewer, { reportId, section: null })
  if (!confirmed.ok) throw new Error(confirmed.reason)
  const given = { 'overall/light': 'green', 'results/text': 'Tehty.', ...texts }
  const versions = await asViewer(viewer, (tx) =>
    tx.statusReportEntry.findMany({ where: { reportId }, select: { path: true, version: true } }),
  )
  const saved = await saveFields(viewer, {
    reportId,
    fields: Object.entries(given).map(([path, text]) => ({
      path,
      text,
      version: versions.find((entry) => entry.path === path)?.version ?? 0,
    })),
  })
  const refused = saved.ok ? saved.value.fields.filter((field) => !field.ok) : [saved]
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
}
