// The table of tests/e2e/matrix.e2e.ts, written by hand from the product's description of the people.

/** C coordinator, D director, F finance, S steering group, T auditor, A administrator; X director of another county, N national reader. */
export type Person = 'C' | 'D' | 'F' | 'S' | 'T' | 'A' | 'X' | 'N'

export const people: Record<Person, string> = {
  C: 'koordinaattori1@kainuu.example',
  D: 'johtaja@kainuu.example',
  F: 'talous@kainuu.example',
  S: 'ohjausryhma@kainuu.example',
  T: 'tarkastaja@kainuu.example',
  A: 'paakayttaja@kainuu.example',
  X: 'johtaja@kanta-hame.example',
  N: 'katselija@kansallinen.example',
}

export type Row = {
  /** As the build names it, without groups */
  route: string
  /** Who is given it; everybody else is told that it does not exist */
  seen: string
  /** Who may find drafts in it */
  drafts: string
  /** Parts of the address that differ from the usual ids; `?…` is added at the end */
  at: Readonly<Record<string, string>>
}

const all = 'CDFSTA'
const everybody = `${all}XN`
const reporting = 'CDFA'

type More = { drafts?: string; at?: Record<string, string> }
const row = (route: string, seen: string, { drafts = '', at = {} }: More = {}): Row => ({ route, seen, drafts, at })
/** A page of the project. */
const here = (rest: string, seen: string, more?: More) => row(`/projects/[project]${rest}`, seen, more)
const round = (rest: string, seen: string, more: More = {}) =>
  here(`/rounds${rest}`, seen, { drafts: seen, ...more, at: { period: '2025-Q4', ...more.at } })
const steering = (rest: string, seen = `${all}N`, at = {}) =>
  here(`/steering${rest}`, seen, { at: { period: '2025-Q3', ...at } })
/** One section is enough to see who is given a file; whole files are searched in tests/steering/review-readers.db.test.ts. */
const short = { '?': 'sections=communications' }
const finalReport = (rest: string, seen: string, at = {}) => here(`/final-report${rest}`, seen, { drafts: seen, at })

export const matrix: Row[] = [
  row('/', everybody, { drafts: reporting }),
  row('/projects', everybody),
  row('/my-work', everybody, { drafts: reporting }),
  row('/settings', everybody),
  row('/r/[figure]', `${all}N`),
  row('/admin/mail', 'A'),
  row('/admin/looks', 'A'),
  row('/admin/templates', 'A'),
  row('/admin/templates/new', 'A'),
  row('/admin/templates/[version]', 'A'),
  row('/admin/templates/[version]/differences', 'A'),
  row('/admin/templates/[version]/places/[place]', 'A'),
  row('/admin/templates/[version]/places/new', 'A'),
  row('/admin/templates/[version]/preview', 'A'),
  row('/admin/templates/[version]/prompts/[prompt]', 'A'),
  row('/admin/templates/[version]/prompts/new', 'A'),
  row('/admin/templates/[version]/publish', 'A'),
  here('', all),
  here('/lists', all),
  here('/indicators', all),
  here('/indicators/[indicator]', all),
  round('', reporting),
  round('/[period]', reporting),
  round('/[period]/days', 'D'),
  round('/[period]/publish', 'D'),
  round('/[period]/queue', 'D'),
  round('/[period]/queue/approve', 'D'),
  round('/[period]/[unit]', reporting),
  // Who may read but not write is led to the report.
  round('/[period]/[unit]/edit', reporting, { at: { unit: 'ownUnit' } }),
  round('/[period]/[unit]/grid', reporting, { at: { unit: 'ownUnit' } }),
  round('/[period]/[unit]/exception', 'D'),
  round('/[period]/[unit]/differences', reporting),
  steering(''),
  steering('/[period]'),
  steering('/[period]/files'),
  steering('/[period]/deck', undefined, short),
  steering('/[period]/review-pdf', undefined, short),
  steering('/[period]/[unit]'),
  steering('/[period]/[unit]/differences'),
  finalReport('', 'CDFTA'),
  finalReport('/preview', 'CDFTA'),
  finalReport('/[section]', 'CDFTA'),
  finalReport('/[section]/edit', 'CDFTA'),
  finalReport('/[section]/history', 'CDFTA'),
  row('/api/final-report/[section]/check', 'CDFTA', { drafts: 'CDFTA' }),
  // Approved reports of the open period are for those who read reports: an auditor picks from published ones only.
  row('/api/final-report/[section]/picks', 'CDFTA', { drafts: reporting }),
  here('/about', 'DA'),
  here('/about/declaration', 'D'),
  here('/about/dnsh', 'DA'),
  here('/about/documents', 'DA'),
  here('/about/links', 'DA'),
  here('/evidence', all),
  here('/evidence/[kind]/[subject]', all, { at: { kind: '=purchase', subject: 'purchase' } }),
  here('/toimintamallit', all),
  here('/toimintamallit/[model]', all),
  here('/toimintamallit/[model]/innokyla', all),
  here('/toimintamallit/[model]/edit', 'CDF'),
  here('/toimintamallit/new', 'CDF'),
  here('/finance', all),
  here('/finance/actuals', all),
  here('/finance/actuals/[actual]', 'DF'),
  here('/finance/actuals/new', 'DF'),
  here('/finance/actuals/paste', 'DF'),
  here('/finance/budgets', all),
  here('/finance/budgets/[table]', all),
  here('/finance/budgets/[table]/edit', 'DF'),
  here('/finance/budgets/[table]/lines/[line]', 'DF'),
  here('/finance/budgets/[table]/lines/new', 'DF'),
  here('/finance/budgets/new', 'DF'),
  here('/finance/forecasts', all),
  here('/finance/forecasts/new', 'DF'),
  here('/finance/funding', 'DF'),
  here('/finance/notes/[note]', 'DF'),
  here('/finance/notes/new', 'DF'),
  here('/finance/purchases', all),
  here('/finance/purchases/[purchase]', all),
  here('/finance/purchases/[purchase]/edit', 'DF'),
  here('/finance/purchases/new', 'DF'),
  here('/finance/reservations', all),
  here('/finance/reservations/[reservation]', 'DF'),
  here('/finance/reservations/new', 'DF'),
  here('/risks', all),
  here('/risks/[risk]', all),
  here('/risks/[risk]/edit', 'DF'),
  here('/risks/[risk]/mitigations/[mitigation]', 'DF'),
  here('/risks/new', 'DF'),
  here('/plan-changes', all),
  here('/plan-changes/[change]', all),
  here('/plan-changes/[change]/edit', 'DF'),
  here('/plan-changes/[change]/effects/[effect]', 'DF'),
  here('/plan-changes/new', 'CDF'),
  here('/communications', all),
  here('/communications/[row]', all),
  here('/communications/[row]/edit', 'CDF'),
  here('/communications/[row]/items/[item]', 'CDF', { at: { item: 'logItem' } }),
  here('/communications/new', 'CDF'),
  here('/meetings', all),
  here('/meetings/[meeting]', 'DFSTA'),
  here('/meetings/[meeting]/attendance', 'DF'),
  here('/meetings/[meeting]/edit', 'DF'),
  here('/meetings/[meeting]/items/[item]', 'DF', { at: { item: 'agendaItem' } }),
  here('/meetings/[meeting]/items/[item]/decisions/[decision]', 'DF', { at: { item: 'agendaItem' } }),
  here('/meetings/decisions', all),
  here('/meetings/new', 'DF'),
  row('/api/evidence/[evidence]', all),
  row('/api/reports/[report]/evidence/[evidence]', reporting, { at: { evidence: 'reportEvidence' } }),
  row('/api/meetings/attachments/[attachment]', 'DFSTA'),
  row('/api/projects/[project]/dnsh/[record]', all),
  row('/api/projects/[project]/documents/[document]', all),
  row('/api/projects/[project]/lists/[list]', all, { at: { list: 'all' } }),
  finalReport('/check', 'CDFTA'),
  finalReport('/life', 'CDFTA'),
  finalReport('/import', 'CD'),
  row('/api/projects/[project]/final-report/pdf', 'CDFTA', { drafts: 'CDFTA' }),
  row('/api/projects/[project]/final-report/docx', 'CDFTA', { drafts: 'CDFTA' }),
  row('/api/projects/[project]/meetings/[meeting]/minutes', 'DFSTA'),
]

/** Routes that ask for no right, or are looked at in other tests, each with its reason. */
export const elsewhere: Readonly<Record<string, string>> = {
  '/accessibility': 'open to everybody',
  '/sign-in': 'open to everybody',
  '/first-administrator': 'open by an invitation: tests/access/invitations.db.test.ts',
  '/[...rest]': 'the missing page itself',
  '/api/auth/[...nextauth]': 'the standard endpoint of signing in and out',
  '/icon.svg': 'open to everybody',
  '/admin/mail/[mail]': 'needs a mail that waits: tests/e2e/mail.e2e.ts',
  '/api/county/logo': 'needs a logo: tests/projects',
  '/api/evidence': 'takes files only: tests/evidence',
  '/api/final-report/[section]/blocks': 'takes what is typed only: tests/final-report',
  '/api/final-report/[section]/pictures': 'takes files only: tests/final-report',
  '/api/final-report/[section]/presence': 'takes signs of life only: tests/final-report',
  '/api/final-report/pictures/[file]': 'needs a picture: tests/final-report/editor.db.test.ts',
  '/api/meetings/items/[item]/attachments': 'takes files only: tests/meetings',
  '/api/projects/[project]/documents': 'takes files only: tests/projects',
  '/api/publications/[code]/evidence/[evidence]': 'needs published evidence: tests/evidence',
  '/api/reports/[report]/evidence': 'takes files only: tests/status-reports',
  '/api/reports/[report]/fields': 'takes what is typed only: tests/status-reports',
  '/api/reports/[report]/presence': 'takes signs of life only: tests/status-reports',
  '/projects/[project]/finance/actuals/paste/[paste]': 'needs a pasted table of one’s own: tests/finance',
  '/projects/[project]/rounds/[period]/[unit]/correct':
    'needs a published figure to correct: tests/e2e/corrections.e2e.ts',
  '/api/projects/[project]/final-report/archive': 'made of a locked report only: tests/final-report/life.db.test.ts',
  '/api/projects/[project]/final-report/import': 'takes files only: tests/final-report/import',
  '/projects/[project]/final-report/import/[import]': 'needs a read file: tests/final-report/import/taking.db.test.ts',
  '/projects/[project]/final-report/check/[finding]': 'needs a finding of the check: tests/e2e/report-life.e2e.ts',
  '/api/copy-key': 'the viewer’s own key: tests/access',
  '/api/health': 'open to the operator’s watch: says nothing of anybody',
}

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
  return {
    project: 'kkk2',
    code,
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
    indicator: await first('Indicator'),
    line: await child('BudgetLine', 'tableId', table),
    reservation: await first('Reservation'),
    note: await first('FinanceNote'),
    mitigation: await child('RiskMitigation', 'riskId', risk),
    logItem: await child('CommunicationItem', 'rowId', rowId),
    actual: await lay('Actual', { projectId, amount: '1.00' }),
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
        WHERE p.key = 'kkk2' ORDER BY s.id LIMIT 1`,
    ),
  }
}

/** The address of a row: its own parts first, an id by its name, else the text as it stands; `=` before a text that is also a name. */
export function addressOf({ route, at }: Row, ids: Readonly<Record<string, string>>): string {
  const query = at['?'] ? `?${at['?']}` : ''
  const path = route.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => {
    const given = at[name] ?? name
    const id = given.startsWith('=') ? given.slice(1) : (ids[given] ?? (at[name] ? given : undefined))
    if (id === undefined) throw new Error(`${route}: nothing to put for ${name}`)
    return id
  })
  return path + query
}
