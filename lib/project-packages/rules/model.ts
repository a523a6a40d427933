/**
 * What must hold within one row, by part; the database says the same, but says it of the first row only and in its own words.
 * `count`: how many of the fields are given. `order`: the first is not after the second. `without`: when the field says
 * something (or one of the values), the others are empty. `with`: then the other says something too.
 */
export type RowRule =
  | { rule: 'count'; fields: readonly string[]; least: number; most: number }
  | { rule: 'order'; fields: readonly [string, string]; strictly?: true }
  | { rule: 'between'; field: string; least: number; most: number }
  | { rule: 'without'; field: string; values?: readonly (string | boolean)[]; empty: readonly string[] }
  | { rule: 'with'; field: string; values?: readonly (string | boolean)[]; filled: string }
  | { rule: 'different'; fields: readonly [string, string] }
  | { rule: 'filled'; field: string }

const whole = 2_147_483_647
const positive = (field: string): RowRule => ({ rule: 'between', field, least: 1, most: whole })
const oneOf = (...fields: string[]): RowRule => ({ rule: 'count', fields, least: 1, most: 1 })
const someOf = (...fields: string[]): RowRule => ({ rule: 'count', fields, least: 1, most: fields.length })
const atMostOneOf = (...fields: string[]): RowRule => ({ rule: 'count', fields, least: 0, most: 1 })
const together = (a: string, b: string): RowRule[] => [
  { rule: 'with', field: a, filled: b },
  { rule: 'with', field: b, filled: a },
]
const scale = (field: string): RowRule => ({ rule: 'between', field, least: 1, most: 10 })

export const rowRules: Readonly<Record<string, readonly RowRule[]>> = {
  people: [
    { rule: 'filled', field: 'email' },
    { rule: 'filled', field: 'name' },
  ],
  files: [{ rule: 'filled', field: 'name' }],
  reportTemplatePrompts: [oneOf('kind', 'placeKey')],
  linkedProjects: [someOf('linkedProject', 'name')],
  documents: [someOf('url', 'file')],
  personMonths: [{ rule: 'between', field: 'months', least: 0, most: whole }],
  maturityAssessments: [
    { rule: 'without', field: 'unknown', empty: ['number'] },
    { rule: 'order', fields: ['scaleMin', 'scaleMax'], strictly: true },
  ],
  planDependencies: [
    someOf('needed', 'link', 'text'),
    atMostOneOf('needed', 'link'),
    { rule: 'different', fields: ['needed', 'workPackage'] },
  ],
  periods: [
    { rule: 'filled', field: 'key' },
    { rule: 'order', fields: ['from', 'to'] },
    { rule: 'order', fields: ['opensOn', 'dueOn'] },
    { rule: 'order', fields: ['dueOn', 'closesOn'] },
    { rule: 'order', fields: ['opensOn', 'closesOn'] },
  ],
  periodExceptions: [
    { rule: 'filled', field: 'reason' },
    { rule: 'filled', field: 'allowedBy' },
  ],
  snapshots: [positive('version')],
  statusReports: [positive('version')],
  statusReportEntries: [positive('version')],
  statusReportEvents: [
    { rule: 'with', field: 'type', values: ['returned', 'reopened', 'corrected'], filled: 'reason' },
  ],
  corrections: [{ rule: 'different', fields: ['before', 'after'] }],
  measurements: [
    { rule: 'without', field: 'unknown', empty: ['number', 'numberTo', 'yes'] },
    { rule: 'order', fields: ['timeFrom', 'timeTo'] },
    { rule: 'with', field: 'chosenBy', filled: 'chosenReason' },
  ],
  measurementCells: [{ rule: 'without', field: 'unknown', empty: ['number'] }],
  dataTableCells: [{ rule: 'without', field: 'unknown', empty: ['number', 'text'] }],
  budgetLines: [{ rule: 'without', field: 'notInProject', values: [true], empty: ['amount'] }],
  fundingShares: [{ rule: 'between', field: 'percent', least: 0.01, most: 100 }, atMostOneOf('budgetLine', 'purchase')],
  purchaseContractors: [{ rule: 'with', field: 'contractor', filled: 'isSubcontractor' }],
  beneficialOwners: [oneOf('item', 'contractor')],
  riskAssessments: ['probability', 'impact', 'probabilityAfter', 'impactAfter'].map(scale),
  planChangeEvents: [{ rule: 'with', field: 'type', values: ['rejected'], filled: 'note' }],
  meetings: [
    { rule: 'with', field: 'checkedBy', filled: 'checkedAt' },
    { rule: 'with', field: 'approvedBy', filled: 'approvedAt' },
  ],
  agendaItems: [positive('number'), ...together('body', 'year')],
  decisionSubjects: [oneOf('workPackage', 'toimintamalli', 'investment', 'purchase', 'planChange', 'section')],
  agendaAttachments: [oneOf('file', 'url', 'snapshot')],
  blockBindings: [
    oneOf('indicator', 'measurement', 'target', 'investment', 'workPackage', 'toimintamalli', 'decision'),
  ],
  finalReportEvents: [
    { rule: 'with', field: 'type', values: ['returned', 'correction_opened'], filled: 'reason' },
    { rule: 'with', field: 'type', values: ['decided'], filled: 'decision' },
    { rule: 'with', field: 'decision', filled: 'type' },
  ],
  finalReportEditions: [positive('number')],
  acceptedFindings: [{ rule: 'filled', field: 'reason' }],
  evidence: [
    someOf('url', 'file'),
    oneOf('measurement', 'target', 'action', 'purchase', 'decision', 'toimintamalli', 'report'),
  ],
  commentThreads: [oneOf('report', 'section'), { rule: 'with', field: 'resolvedBy', filled: 'resolvedAt' }],
}
