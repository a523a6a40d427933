import { checkContents } from '@/lib/project-packages/checks/contents/model'
import { checkTogether } from '@/lib/project-packages/checks/model'
import { complete } from '@/lib/project-packages/completing/model'
import { readRows } from '@/lib/project-packages/reading/model'
import { packageText } from '@/lib/project-packages/writing/model'
import { bodyText } from '@/lib/rounds/snapshot/schema'
import { generate, type Row } from '@/tests/project-packages/generate'
import { makeBody } from '@/tests/support/builders/snapshot'

const key = 'kaikki'
const uuid = (part: number, index: number) =>
  `00000000-0000-7000-8000-${String(part).padStart(4, '0')}${String(index).padStart(8, '0')}`

/** How many rows it takes to fill every field of a part, where two are not enough. */
const enough: Record<string, number> = {
  evidence: 7,
  blockBindings: 7,
  decisionSubjects: 6,
  agendaAttachments: 3,
  fundingShares: 3,
  indicatorVersions: 4,
  statusReportEvents: 8,
  statusReportEntries: 5,
  finalReportBlocks: 3,
  finalReportEvents: 4,
  corrections: 1,
}

/** A project that says something in every field of every part, as its export would write it. */
export function fullPackage(organisation: Row): { text: string; filled: number } {
  const numbers = new Map<string, number>()
  const rows = generate({
    count: (part) => {
      numbers.set(part.name, numbers.get(part.name) ?? numbers.size + 1)
      return part.name === 'snapshots' || part.name === 'finalReportEditions' ? 0 : (enough[part.name] ?? 2)
    },
    says: () => true,
    id: (part, index) => uuid(numbers.get(part.name) ?? 0, index),
    text: (part, field, index) => `${part.name} ${field.name} ${index}`,
    number: (least) => least + 12,
  })
  Object.assign(rows.get('linkedProjects')?.[0] ?? {}, { linkedProject: 'kkk2' })
  const given = {
    ...Object.fromEntries(rows),
    ...frozen(rows),
    format: 'etappi-project-package',
    version: 1,
    organisation,
    programme,
    project,
  }
  const read = readRows(given, '2025-01-01T00:00:00.000Z')
  if ('ok' in read) throw new Error(JSON.stringify(read.findings))
  checkTogether(read.read, read.findings)
  checkContents(read.read, read.findings)
  if (read.findings.total > 0) throw new Error(JSON.stringify(read.findings.list.slice(0, 20), null, 1))
  const text = packageText(complete(read.read, key, '2025-01-01T00:00:00.000Z').whole)
  const filled = new Set(
    Object.entries(JSON.parse(text) as Record<string, Row | Row[]>).flatMap(([part, list]) =>
      [list]
        .flat()
        .flatMap((row) => (typeof row === 'object' ? Object.keys(row).map((name) => `${part}.${name}`) : [])),
    ),
  )
  return { text, filled: filled.size }
}

const programme = {
  id: uuid(900, 0),
  key: 'kaikki-ohjelma',
  name: 'Kaiken ohjelma',
  shortName: 'Kaikki',
  funder: 'Rahoittaja',
  statementFi: 'a',
  statementSv: 'b',
  statementEn: 'c',
  retentionUntil: '2032-12-31',
}

const project = {
  id: uuid(901, 0),
  key,
  name: 'Hanke jossa on kaikki',
  nameVariants: ['Kaikki'],
  description: 'Kuvaus',
  periodAsWritten: '2025',
  periodStart: '2025-01',
  periodEnd: '2025-12',
  periodBasis: 'päätös',
  predecessor: 'edeltäjä',
  programmeNote: 'huomautus',
  totalCost: '1234.5',
  totalCostAsWritten: '1 234,50 €',
  currency: 'EUR',
  steeringGroup: 'ohjausryhmä',
  communicationMessage: 'viesti',
  newslettersPerYear: 4,
  language: 'sv',
  settings: { lights: false },
  createdAt: '2025-01-02T03:04:05.006Z',
  version: 3,
  retentionUntil: '2033-01-01',
  retentionNote: 'pidempään',
  website: 'https://example.fi',
}

/** What was published and locked, in the product's own shapes. */
function frozen(rows: ReadonlyMap<string, Row[]>) {
  const [period] = rows.get('periods') ?? []
  const person = rows.get('people')?.[0]?.id
  if (period) period.state = 'published'
  const snapshot = {
    id: uuid(902, 0),
    period: period?.id,
    projectKey: key,
    projectName: project.name,
    organisationName: 'Kainuu',
    periodKey: period?.key,
    periodTo: period?.to,
    version: 1,
    format: 1,
    body: bodyText(makeBody()),
    productVersion: '0.1.0',
    note: 'Huomautus',
    findings: [{ rule: 'x' }],
    publishedAt: '2025-10-15T09:00:00.000Z',
    publishedBy: person,
  }
  const report = rows.get('finalReports')?.[0]?.id
  const body = JSON.stringify({ format: 'etappi-final-report-edition/1', number: 1 })
  const edition = {
    id: uuid(903, 0),
    report,
    number: 1,
    reason: 'ensimmäinen',
    frozenAt: snapshot.publishedAt,
    frozenBy: person,
    body,
  }
  const attachments = (rows.get('agendaAttachments') ?? []).map((row, index) => {
    if (index !== 2) return row
    const { url: _url, file: _file, ...rest } = row
    return { ...rest, snapshot: snapshot.id }
  })
  return { snapshots: [snapshot], finalReportEditions: [edition], agendaAttachments: attachments }
}
