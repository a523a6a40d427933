// What looks like an invention and is none, each with where it may stand and why; and screens that no odd project leads to.
import type { Odd } from '../../project-packages/odd'
import type { Finding } from './looking'

const lines = (odd: Odd, part: string) => odd.rows.get(part) ?? []
const usesLights = (odd: Odd): boolean => (odd.json.project as { settings?: unknown }).settings === undefined
const sourcesAreTold = (odd: Odd): boolean => lines(odd, 'budgetLines').some(({ amount }) => amount !== undefined)
const same = (odd: Odd, part: string): boolean =>
  lines(odd, part).some(({ oldAmount, newAmount }) => oldAmount !== undefined && oldAmount === newAmount)
const changesNothing = (odd: Odd): boolean => same(odd, 'planChanges') || same(odd, 'planChangeEffects')
const forecastsAgree = (odd: Odd): boolean => {
  const amounts = lines(odd, 'forecasts').flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  return new Set(amounts).size < amounts.length
}
const linesAddUp = (odd: Odd): boolean =>
  lines(odd, 'budgetTables').some(({ id, statedTotal }) => {
    const amounts = lines(odd, 'budgetLines').flatMap(({ table, amount }) => (table === id ? [Number(amount)] : []))
    return amounts.length > 0 && amounts.reduce((sum, amount) => sum + amount) === Number(statedTotal)
  })
const always = () => true

type Allowed = { kind: Finding['kind']; in: RegExp; at: RegExp; when: (odd: Odd) => boolean; why: string }

const allowed: readonly Allowed[] = [
  {
    kind: 'light',
    in: /^(file review|\/projects\/\[project\]\/steering\/\[period\])$/,
    at: /^(review\.glance|LightMark)$/,
    when: usesLights,
    why: 'how many units have each light, where the project uses lights',
  },
  {
    kind: 'light',
    in: /^\/r\/\[figure\] of a sum$/,
    at: /^FigureCard\.card\.(value|history\.value)$/,
    when: usesLights,
    why: 'the card of how many units have a light',
  },
  {
    kind: 'zero',
    in: /^\/projects\/\[project\]\/plan$/,
    at: /^(OneTable\.costs\.own\.|DataTable\.(rows\.cells|totals)\.note)/,
    when: sourcesAreTold,
    why: 'own funding where every source is told and none of it is own: computed',
  },
  {
    kind: 'zero',
    in: /^\/projects\/\[project\]\/finance$/,
    at: /^DataTable\.(rows\.cells|totals)(\.text)? \(shown\)$/,
    when: sourcesAreTold,
    why: 'money without a source where each has one: computed',
  },
  {
    kind: 'zero',
    in: /^\/projects\/\[project\]\/(finance|plan-changes)/,
    at: /(effects\.change|(DataTable\.(rows\.cells|totals)(\.text)?|DefinitionList\.items\.value|dd\.children) \(shown\))$/,
    when: changesNothing,
    why: 'a change from an amount to the same: computed',
  },
  {
    kind: 'zero',
    in: /^\/projects\/\[project\]\/finance\/forecasts$/,
    at: /^DataTable\.rows\.cells\.note \(shown\)$/,
    when: forecastsAgree,
    why: 'a forecast that says the same as the one before: computed',
  },
  {
    kind: 'zero',
    in: /^\/projects\/\[project\]\/finance\/purchases\/\[purchase\]$/,
    at: /^DataTable\.rows\.cells\.text \(shown\)$/,
    when: (odd) => lines(odd, 'purchaseShares').some(({ amount }) => amount !== undefined),
    why: 'what a purchase leaves to its own place when all of it is shared out: computed',
  },
  {
    kind: 'zero',
    in: /./,
    at: /\.estimateDifference$/,
    when: (odd) => lines(odd, 'budgetTables').some(({ statedTotal }) => statedTotal !== undefined),
    why: 'printed total and estimates that agree: computed',
  },
  {
    kind: 'zero',
    in: /./,
    at: /\.(costs\.check|finance\.budgets)\.difference$/,
    when: linesAddUp,
    why: 'printed total and lines that agree: computed',
  },
  {
    kind: 'zero',
    in: /./,
    at: /\.(scaleMin|steps\.point\.value)$/,
    when: always,
    why: 'where a scale begins, as the package gives it; how many toimintamallit have come to a stage',
  },
]

/** Whether a finding is a fault. A light that the package gives somewhere is not invented. */
export function faultsOf(odd: Odd): (finding: Finding, name: string) => boolean {
  const given = new Set(
    lines(odd, 'statusReportEntries')
      .filter(({ field }) => field === 'light')
      .map(({ text }) => text),
  )
  return (finding, name) => {
    if (finding.kind === 'light' && given.has(finding.what)) return false
    return !allowed.some(
      (one) => one.kind === finding.kind && one.in.test(name) && one.at.test(finding.at) && one.when(odd),
    )
  }
}

/** Screens that drawn pages lead to: how many of their links are followed. */
export const linked: Readonly<Record<string, number>> = {
  '/projects/[project]/final-report/check/[finding]': 2,
  '/projects/[project]/plan/document/check/[finding]': 2,
}

/** Screens of a project that no package leads to. */
export const neverShown: Readonly<Record<string, string>> = {
  '/projects/[project]/final-report/import/[import]': 'needs a document that was read here',
  '/projects/[project]/rounds/[period]/sheet/[sheet]': 'needs a workbook that was sent here',
  '/projects/[project]/rounds/[period]/[unit]/correct': 'needs a chosen figure',
  '/projects/[project]/finance/treasury/owners/new': 'needs a chosen item',
  '/': 'leads on to where the viewer begins',
  '/projects/[project]/steering': 'leads on to the newest period',
  '/projects/[project]/plan/document/changes': 'needs a version that was made here',
}

/** Screens of a county, drawn once when its projects are there; the rest are no screens of any project. */
export const countyScreens: readonly string[] = [
  '/',
  '/projects',
  '/my-work',
  '/settings',
  '/admin/packages',
  '/admin/projects',
  '/admin/projects/new',
  '/admin/templates',
]

/** What sends a file or data of a project, and by which look of `files` it is seen. */
export const sentFiles: Readonly<Record<string, string>> = {
  '/projects/[project]/steering/[period]/deck': 'review',
  '/projects/[project]/steering/[period]/review-pdf': 'review',
  '/api/final-report/[section]/check': 'writing',
  '/api/final-report/[section]/picks': 'writing',
  '/api/projects/[project]/final-report/docx': 'finalReport',
  '/api/projects/[project]/final-report/pdf': 'finalReport',
  '/api/projects/[project]/indicators/explorer/data': 'explorer',
  '/api/projects/[project]/indicators/explorer/picture': 'explorer',
  '/api/projects/[project]/lists/[list]': 'lists',
  '/api/projects/[project]/meetings/[meeting]/minutes': 'minutes',
  '/api/projects/[project]/package': 'package',
  '/api/projects/[project]/plan/docx': 'plan',
  '/api/projects/[project]/plan/pdf': 'plan',
  '/api/projects/[project]/rounds/[period]/sheet': 'sheets',
  '/api/v1/[[...path]]': 'reportingApi',
}

/** What sends nothing that is made of a project's data. */
export const sendsElse: Readonly<Record<string, string>> = {
  '/api/audit-log': 'what was done in a county, as it was recorded',
  '/api/auth/[...nextauth]': 'signing in',
  '/sign-in/provider': 'signing in',
  '/sign-in/provider/return': 'signing in',
  '/sign-in/provider/out': 'signing out',
  '/api/copy-key': 'a key of the browser',
  '/api/county/logo': 'a file as it was given',
  '/api/evidence': 'takes files only',
  '/api/evidence/[evidence]': 'a file as it was given',
  '/api/final-report/[section]/blocks': 'takes what is typed only',
  '/api/final-report/[section]/pictures': 'takes files only',
  '/api/final-report/[section]/presence': 'who is writing',
  '/api/final-report/pictures/[file]': 'a file as it was given',
  '/api/health': 'nothing of any project',
  '/api/meetings/attachments/[attachment]': 'a file as it was given',
  '/api/meetings/items/[item]/attachments': 'takes files only',
  '/api/packages': 'takes files only',
  '/api/projects/[project]/dnsh/[record]': 'a file as it was given',
  '/api/projects/[project]/documents': 'takes files only',
  '/api/projects/[project]/documents/[document]': 'a file as it was given',
  '/api/projects/[project]/final-report/archive': 'made of a locked report only',
  '/api/projects/[project]/final-report/import': 'takes files only',
  '/api/projects/[project]/treasury/[file]': 'a file as it was made here',
  '/api/publications/[code]/evidence/[evidence]': 'a file as it was given',
  '/api/reports/[report]/evidence': 'takes files only',
  '/api/retention/lists/[list]': 'what was destroyed in a county',
  '/api/retention/people/[person]': 'what is held of a person, as it is stored',
  '/api/session': 'how long the asker’s own session lasts',
  '/api/search': 'names of what is found, and where it is',
  '/api/shortcuts': 'the list of keys',
  '/api/reports/[report]/evidence/[evidence]': 'a file as it was given',
  '/api/reports/[report]/fields': 'takes what is typed only',
  '/api/reports/[report]/presence': 'who is writing',
  '/api/v1/openapi.json': 'how the data are laid out, none of them',
}
