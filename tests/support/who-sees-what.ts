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

const planDocument = (rest: string, seen: string) =>
  here(`/plan/document${rest}`, seen, { at: { section: 'planSection' } })

export const matrix: Row[] = [
  row('/', everybody, { drafts: reporting }),
  row('/projects', everybody),
  row('/my-work', everybody, { drafts: reporting }),
  row('/search', everybody),
  row('/shortcuts', everybody),
  row('/settings', everybody),
  row('/settings/security', everybody),
  row('/settings/security/authenticator', everybody),
  row('/r/[figure]', `${all}N`),
  row('/admin', 'A'),
  row('/admin/county', 'A'),
  row('/admin/people/new', 'A'),
  row('/admin/mail', 'A'),
  row('/admin/looks', 'A'),
  row('/admin/statistics', 'A'),
  row('/admin/api-keys', 'A'),
  row('/admin/packages', 'A'),
  row('/admin/projects', 'A'),
  row('/admin/projects/new', 'A'),
  row('/admin/people', 'A'),
  row('/admin/people/[person]', 'A'),
  // Whoever holds a right to the log in one project only does not read the log of the whole county.
  row('/admin/audit', 'A'),
  row('/api/audit-log', 'A'),
  row('/admin/retention', 'A'),
  row('/admin/retention/rules/new', 'A'),
  // Directors place holds on their own projects.
  row('/admin/retention/holds', 'DAX'),
  row('/admin/health', 'A'),
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
  here('/indicators/[indicator]/statistics', 'DF'),
  here('/indicators/[indicator]/statistics/[series]', all),
  here('/indicators/[indicator]/statistics/options', 'DF'),
  here('/indicators/[indicator]/edit', 'DF'),
  here('/indicators/[indicator]/targets/new', 'DF'),
  here('/indicators/[indicator]/targets/[target]', 'DF'),
  here('/indicators/[indicator]/values/breakdown', 'DF'),
  here('/indicators/[indicator]/values/new', 'DF'),
  here('/indicators/[indicator]/values/[value]', 'DF'),
  here('/indicators/new', 'DF'),
  here('/indicators/explorer', all),
  round('', reporting),
  round('/[period]', reporting),
  round('/[period]/days', 'D'),
  round('/[period]/grid', reporting),
  round('/[period]/publish', 'D'),
  round('/[period]/queue', 'D'),
  round('/[period]/queue/approve', 'D'),
  round('/[period]/sheet', 'C'),
  round('/[period]/sheet/[sheet]', 'C'),
  row('/api/projects/[project]/rounds/[period]/sheet', 'C', { drafts: 'C', at: { period: '2025-Q4' } }),
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
  here('/about/settings', 'DA'),
  here('/structure', 'DA'),
  here('/structure/levels/[level]', 'DA', { at: { level: '=new' } }),
  here('/structure/investments/[investment]', 'DA', { at: { investment: '=new' } }),
  here('/structure/units/[unit]', 'DA', { at: { unit: 'ownUnit' } }),
  here('/evidence', all),
  here('/evidence/[kind]/[subject]', all, { at: { kind: '=purchase', subject: 'purchase' } }),
  here('/toimintamallit', all),
  here('/toimintamallit/[model]', all),
  here('/toimintamallit/[model]/innokyla', all),
  here('/toimintamallit/[model]/edit', 'CDF'),
  here('/toimintamallit/new', 'CDF'),
  here('/plan', all),
  here('/plan/[part]', all, { at: { part: 'plannedPart' } }),
  here('/plan/[part]/edit', 'DF', { at: { part: 'plannedPart' } }),
  here('/plan/[part]/columns/[column]', 'DF', { at: { part: 'plannedPart' } }),
  here('/plan/document', all),
  planDocument('/[section]', all),
  // Who may not write is led to the section as it is read.
  planDocument('/[section]/edit', all),
  planDocument('/[section]/history', 'CDF'),
  here('/plan/document/check', 'CDF'),
  here('/plan/document/changes', all),
  row('/api/projects/[project]/plan/pdf', all),
  row('/api/projects/[project]/plan/docx', all),
  here('/plan/dependencies/[row]', 'DF', { at: { row: 'dependency' } }),
  here('/plan/links/[link]', 'DA'),
  here('/plan/maturity/[row]', 'DF', { at: { row: 'maturity' } }),
  here('/plan/person-months/[row]', 'DF', { at: { row: 'personMonths' } }),
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
  // What the State Treasury is told is for finance and administration only: a director of the project does not see it either.
  here('/finance/treasury', 'FA'),
  here('/finance/treasury/files', 'FA'),
  here('/finance/treasury/items/[item]', 'FA', { at: { item: 'supportItem' } }),
  here('/finance/treasury/items/[item]/edit', 'FA', { at: { item: 'supportItem' } }),
  here('/finance/treasury/items/[item]/payments/[payment]', 'FA', { at: { item: 'supportItem' } }),
  here('/finance/treasury/items/[item]/payments/new', 'FA', { at: { item: 'supportItem' } }),
  here('/finance/treasury/items/new', 'FA'),
  here('/finance/treasury/owners/[owner]', 'FA'),
  here('/finance/treasury/owners/new', 'FA', { at: { '?': 'item=supportItem' } }),
  row('/api/projects/[project]/treasury/[file]', 'FA', { at: { file: 'treasuryFile' } }),
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
  row('/api/projects/[project]/package', 'A', { drafts: 'A' }),
  row('/api/projects/[project]/indicators/explorer/data', all),
  row('/api/projects/[project]/indicators/explorer/picture', all),
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
  '/results/[project]':
    'open to everybody when the project opens it, else to nobody: tests/steering/results.db.test.ts',
  '/sign-in/provider': 'open to everybody: leads to the provider',
  '/sign-in/provider/return': 'lets in whom the provider has recognised: tests/access/oidc.db.test.ts',
  '/sign-in/provider/out': 'open to everybody: leads to the provider',
  '/sign-in/code': 'open after the right password only: tests/access/second-step.db.test.ts',
  '/api-docs': 'open to everybody: how the data are laid out, and none of them',
  '/api/v1/openapi.json': 'the same for machines',
  '/api/v1/[[...path]]': 'knows no people, only keys of programs: tests/reporting-api',
  '/first-administrator': 'open by an invitation: tests/access/invitations.db.test.ts',
  '/invitation': 'open by a link to one account: tests/access/people-links.db.test.ts',
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
  '/admin/packages/[upload]': 'needs a package that was sent: tests/project-packages/uploads.db.test.ts',
  '/api/packages': 'takes files only: tests/project-packages',
  '/api/projects/[project]/final-report/import': 'takes files only: tests/final-report/import',
  '/projects/[project]/final-report/import/[import]': 'needs a read file: tests/final-report/import/taking.db.test.ts',
  '/projects/[project]/final-report/check/[finding]': 'needs a finding of the check: tests/e2e/report-life.e2e.ts',
  '/projects/[project]/plan/document/check/[finding]': 'needs a finding of the check: tests/e2e/plan-writing.e2e.ts',
  '/api/session': 'how long the asker’s own session lasts: tests/access/session-end.db.test.ts',
  '/api/search': 'finds nothing but what its asker may open: tests/search',
  '/api/shortcuts': 'the list of keys, the same for everybody: tests/e2e/search.e2e.ts',
  '/api/copy-key': 'the viewer’s own key: tests/access',
  '/admin/retention/rules/[rule]': 'needs a rule: tests/e2e/retention.e2e.ts',
  '/admin/retention/lists/[list]': 'needs a list of destruction: tests/e2e/retention.e2e.ts',
  '/api/retention/lists/[list]': 'needs a list of destruction: tests/retention/lists.db.test.ts',
  '/api/retention/people/[person]': 'one’s own, or any of the county’s: tests/retention/personal-data.db.test.ts',
  '/api/health': 'open to the operator’s watch: says nothing of anybody',
}

/** The address of a row: its own parts first, an id by its name, else the text as it stands; `=` before a text that is also a name. */
export function addressOf({ route, at }: Row, ids: Readonly<Record<string, string>>): string {
  // An id may be named after the `=` of a query, too.
  const query = at['?'] ? `?${at['?'].replace(/=(\w+)$/, (_, name: string) => `=${ids[name] ?? name}`)}` : ''
  const path = route.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => {
    const given = at[name] ?? name
    const id = given.startsWith('=') ? given.slice(1) : (ids[given] ?? (at[name] ? given : undefined))
    if (id === undefined) throw new Error(`${route}: nothing to put for ${name}`)
    return id
  })
  return path + query
}
