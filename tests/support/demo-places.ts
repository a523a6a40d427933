// Where the rows of tests/support/who-sees-what.ts lead: ids of the demo data, and what is laid beside it.
import { planPlaces } from '@/tests/support/plan-places'
import { people } from '@/tests/support/who-sees-what'

/** A beneficial owner that is nobody: name and day of birth are marks that only finance and administration may find. */
export const ownerMarks = { firstNames: 'EDUNSAAJAMERKKI', lastName: 'SUKUMERKKI6483', bornOn: '1931-05-17' }

/** A file for the State Treasury with the same owner in it. */
const treasuryContent = JSON.stringify({
  ...{ format: 'etappi-state-treasury', version: 1, readme: ['Koe'], order: 'VK/2096/2024', month: '2025-09' },
  project: { key: 'kkk2', name: 'Koe', organisation: 'Koe' },
  supportItems: [
    {
      ...{
        id: '00000000-0000-7000-8000-000000000001',
        implementer: 'A',
        supportId: 'T1',
        supportType: 'B',
        name: 'Tuki',
      },
      recipient: {
        ...{ type: 'C', id: null, name: 'D', businessId: '0112038-9' },
        beneficialOwners: [{ id: '00000000-0000-7000-8000-000000000002', ...ownerMarks, roleFrom: '2025-09-30' }],
      },
      ...{ payments: [], paidInMonth: '0.00', paidByEndOfMonth: '0.00' },
    },
  ],
  fundingShares: [{ source: 'rrf', percent: '100.00', note: null }],
  ...{ procurements: [], attachments: [] },
})

type Query = <Found extends object>(text: string, values?: unknown[]) => Promise<Found[]>

/** Ids of the demo data by the names that addresses use; what the demo lacks is laid beside it. */
export async function places(query: Query): Promise<Record<string, string>> {
  const one = async (text: string, values: unknown[] = []): Promise<string> => {
    const [found] = await query<{ id: string }>(text, values)
    if (!found) throw new Error(`nothing found: ${text}`)
    return found.id
  }
  const first = (table: string) =>
    one(
      `SELECT t.id FROM "${table}" t JOIN "Project" p ON p.id = t."projectId" WHERE p.key = 'kkk2' ORDER BY t.sort LIMIT 1`,
    )
  const child = (table: string, column: string, parent: string) =>
    one(`SELECT id FROM "${table}" WHERE "${column}" = $1 ORDER BY sort LIMIT 1`, [parent])
  const [{ organisationId, projectId } = { organisationId: '', projectId: '' }] = await query<{
    organisationId: string
    projectId: string
  }>(`SELECT "organisationId", id AS "projectId" FROM "Project" WHERE key = 'kkk2'`)
  const lay = async (table: string, columns: Record<string, unknown>): Promise<string> => {
    const all = { id: crypto.randomUUID(), organisationId, ...columns }
    const names = Object.keys(all).map((name) => `"${name}"`)
    const marks = names.map((_, index) => `$${index + 1}`)
    return one(`INSERT INTO "${table}" (${names}) VALUES (${marks}) RETURNING id`, Object.values(all))
  }
  const fileId = await lay('StoredFile', {
    name: 'a.txt',
    mediaType: 'text/plain',
    size: 5,
    sha256: 'x',
    storage: 'database',
    bytes: Buffer.from('hello'),
  })
  const template = await one(
    'INSERT INTO "ReportTemplate" (id, key, name, "ownerId") VALUES (gen_random_uuid(), $1, $1, $2) RETURNING id',
    ['oma-pohja', organisationId],
  )
  const version = await one(
    'INSERT INTO "ReportTemplateVersion" (id, "templateId", version) VALUES (gen_random_uuid(), $1, 1) RETURNING id',
    [template],
  )
  const inTemplate = (table: string, columns: string, values: string) =>
    one(
      `INSERT INTO "${table}" (id, "versionId", key, kind, sort, ${columns}) VALUES (gen_random_uuid(), $1, 'a', 'chapter', 0, ${values}) RETURNING id`,
      [version],
    )
  const code = await one(
    `SELECT s.code AS id FROM "Snapshot" s WHERE s."projectKey" = 'kkk2' AND s."periodKey" = '2025-Q3'`,
  )
  const [purchase, table, risk, change, rowId] = [
    await first('Purchase'),
    await first('BudgetTable'),
    await first('Risk'),
    await lay('PlanChange', { projectId, title: 'Ehdotus', state: 'proposed', sort: 99 }),
    await first('CommunicationRow'),
  ]
  const meeting = await one(
    `SELECT m.id FROM "Meeting" m JOIN "SteeringBody" b ON b.id = m."bodyId" WHERE b."projectId" = $1 AND m.state = 'draft' LIMIT 1`,
    [projectId],
  )
  const agendaItem = await child('AgendaItem', 'meetingId', meeting)
  const ownUnit = await one(
    `SELECT c."workPackageId" AS id FROM "WorkPackageCoordinator" c JOIN "User" u ON u.id = c."userId"
       JOIN "StatusReport" r ON r."unitId" = c."workPackageId" JOIN "ReportingPeriod" p ON p.id = r."periodId"
      WHERE u.email = $1 AND p.key = '2025-Q4' AND r.state IN ('not_started', 'draft') LIMIT 1`,
    [people.C],
  )
  const report = await one(
    `SELECT r.id FROM "StatusReport" r JOIN "ReportingPeriod" p ON p.id = r."periodId" WHERE r."unitId" = $1 AND p.key = '2025-Q4'`,
    [ownUnit],
  )
  const day = '2025-09-30'
  const supportItem = await lay('SupportItem', { projectId, name: 'Tuki', supportId: 'T1', sort: 0 })
  const indicator = await first('Indicator')
  const series = await one(
    `INSERT INTO "StatisticsSeries" (id, service, code, "titleFi") VALUES (gen_random_uuid(), 'sotkanet', '1', 'Tilasto') RETURNING id`,
  )
  await lay('IndicatorSeries', { indicatorId: indicator, seriesId: series, sort: 0 })
  return {
    project: 'kkk2',
    ...(await planPlaces(projectId, one, lay)),
    code,
    person: await one('SELECT id FROM "User" WHERE email = $1', [people.C]),
    purchase,
    table,
    risk,
    change,
    row: rowId,
    meeting,
    agendaItem,
    ownUnit,
    report,
    figure: `${code}-p${purchase.slice(-12)}`,
    model: await first('Toimintamalli'),
    indicator,
    sheet: await lay('FigureSheet', {
      projectId,
      periodId: await one(`SELECT id FROM "ReportingPeriod" WHERE "projectId" = $1 AND key = '2025-Q4'`, [projectId]),
      fileId,
      content: '{"ok":false,"problems":[]}',
      createdById: await one('SELECT id FROM "User" WHERE email = $1', [people.C]),
    }),
    series,
    target: await child('IndicatorTarget', 'indicatorId', indicator),
    value: await lay('Measurement', { indicatorId: indicator, role: 'baseline', kind: 'number', sort: 0 }),
    line: await child('BudgetLine', 'tableId', table),
    reservation: await first('Reservation'),
    note: await first('FinanceNote'),
    mitigation: await child('RiskMitigation', 'riskId', risk),
    logItem: await child('CommunicationItem', 'rowId', rowId),
    actual: await lay('Actual', { projectId, amount: '1.00' }),
    supportItem,
    payment: await lay('SupportPayment', {
      itemId: supportItem,
      paymentType: 'payment',
      paidOn: day,
      amount: '1.00',
      sort: 0,
    }),
    owner: await lay('BeneficialOwner', { projectId, itemId: supportItem, ...ownerMarks, roleFrom: day, sort: 0 }),
    treasuryFile: await lay('TreasuryFile', { projectId, month: '2025-09-01', sha256: 'x', content: treasuryContent }),
    effect: await lay('PlanChangeEffect', { planChangeId: change, newAmount: '1.00', sort: 0 }),
    decision: await lay('Decision', { projectId, agendaItemId: agendaItem, text: 'Hyväksyttiin', sort: 0 }),
    attachment: await lay('AgendaAttachment', { agendaItemId: agendaItem, label: 'Liite', fileId, sort: 0 }),
    evidence: await lay('Evidence', { purchaseId: purchase, label: 'Sopimus', fileId }),
    version,
    place: await inTemplate('ReportTemplateSection', '"titleFi"', "'Luku'"),
    prompt: await inTemplate('ReportTemplatePrompt', '"textFi"', "'Miten?'"),
    reportEvidence: await lay('Evidence', { reportId: report, label: 'Liite', fileId }),
    record: await lay('DnshRecord', { projectId, kind: 'self_assessment', text: 'Arvio', assessedOn: day, fileId }),
    document: await lay('ProjectDocument', { projectId, label: 'Suunnitelma', fileId, sort: 0 }),
    unit: await one(
      `SELECT r."unitId" AS id FROM "StatusReport" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
        WHERE p.key = '2025-Q3' AND r.state = 'published' LIMIT 1`,
    ),
    section: await one(
      `SELECT s.id FROM "FinalReportSection" s JOIN "FinalReport" r ON r.id = s."reportId" JOIN "Project" p ON p.id = r."projectId"
        WHERE p.key = 'kkk2' AND r.kind = 'final_report' ORDER BY s.id LIMIT 1`,
    ),
  }
}
