import type { BoundData } from '@/lib/final-report/bindings/model'
import type { ReportSection } from '@/lib/final-report/model'
import type { PurchaseRow } from '@/lib/finance/model'
import type { IndicatorRow, IndicatorVersionRow, MeasurementRow, TargetRow } from '@/lib/indicators/model'
import type { InvestmentRow } from '@/lib/investments/model'
import type { ToimintamalliRow } from '@/lib/toimintamallit/model'
import { makeValue } from '@/lib/values/make-value'
import { timeInWords, timeSpanFromCode } from '@/lib/values/time'
import type { TimeSpan } from '@/lib/values/typed-value'
import type { WorkPackageRow } from '@/lib/work-packages/model'

const time = (code: string | null): TimeSpan => {
  const span = code === null ? null : timeSpanFromCode(code)
  return span?.ok ? span.value : timeInWords(null)
}

const investment = (id: string, parentId: string | null = null): InvestmentRow => ({
  id,
  parentId,
  level: { key: 'investment', label: 'Investointi', depth: 0 },
  sourceId: id,
  code: null,
  title: `Investointi ${id}`,
  titleVariants: [],
  isPlaceholder: false,
  note: null,
})

const workPackage: WorkPackageRow = {
  id: 'w1',
  sourceId: 'W1',
  parentId: null,
  investmentId: 'i1a',
  level: 'plan',
  reports: true,
  code: null,
  titlePlan: null,
  titleReview: 'Työpaketti 1',
  earlierTitles: [],
  responsibleRole: null,
  lifecycle: null,
  statusText: null,
  serviceAreas: [],
  covers: [],
  coveredBy: [],
  coordinators: [],
}

const target = (id: string, role: TargetRow['role'], number: string, code: string): TargetRow => ({
  id,
  versionId: null,
  role,
  operator: 'gte',
  operatorText: null,
  asWritten: null,
  text: null,
  number,
  unit: '%',
  time: time(code),
  definition: null,
  source: null,
  superseded: null,
  reached: null,
})

const measurement = (id: string, number: string, unit: string): MeasurementRow => ({
  id,
  reportId: null,
  role: 'actual',
  value: makeValue('number', { number, unit, source: 'katsaus' }),
  time: time('2025-07'),
  area: null,
  change: null,
  meetsTarget: null,
  corrections: [],
  replaces: [],
})

const indicator = (id: string, name: string, unit: string, parts: Partial<IndicatorRow> = {}): IndicatorRow => {
  const version: IndicatorVersionRow = {
    id: `${id}-v1`,
    version: 1,
    name,
    kind: null,
    scope: 'national',
    unit,
    direction: null,
    definition: null,
    reason: null,
    supersededOn: null,
    validFrom: null,
    accumulation: null,
    formula: null,
    source: null,
    producer: null,
    method: null,
    dimensions: [],
    owner: null,
    horizon: null,
  }
  return {
    id,
    version: 1,
    sourceId: id,
    scope: 'national',
    workPackageId: null,
    investmentId: 'i1',
    origin: null,
    actionNo: null,
    seeIndicatorOf: null,
    horizon: null,
    flag: null,
    note: null,
    source: null,
    place: null,
    sectionRef: null,
    tableLabel: null,
    figureLabel: null,
    targetMetText: null,
    dimensions: [],
    clarifications: [],
    current: version,
    versions: [version],
    targets: [],
    measurements: [],
    ...parts,
  }
}

const toimintamalli = (id: string, parts: Partial<ToimintamalliRow>): ToimintamalliRow => ({
  id,
  workPackageId: 'w1',
  investmentIds: [],
  name: id,
  innokylaUrl: null,
  described: null,
  listedInReportTable: false,
  tablePlace: null,
  piloted: null,
  pilotedAsWritten: null,
  stayedInUse: null,
  stayedInUseAsWritten: null,
  statusText: null,
  goals: [],
  goalMet: null,
  goalMetBasis: null,
  results: [],
  ownerAfterProject: null,
  place: null,
  sectionRef: null,
  sectionTitle: null,
  note: null,
  titleTag: null,
  takenIntoUse: null,
  version: 1,
  addresses: [],
  ...parts,
})

const purchase = (id: string, amount: string | null): PurchaseRow => ({
  id,
  sourceId: id,
  investmentId: 'i1a',
  workPackageId: 'w1',
  periodId: null,
  tableNo: null,
  title: `Hankinta ${id}`,
  amount,
  amountAsWritten: null,
  vatBasis: null,
  supplier: null,
  contract: null,
  workPackageBasis: null,
  flag: null,
  note: null,
  isSmall: false,
  decisionText: null,
  decidedOn: null,
  contractOn: null,
  caseNumber: null,
  contractors: [],
  shares: [],
  fundingShares: [],
  version: 1,
})

const line = (id: string, amount: string | null, notInProject = false) => ({
  id,
  no: null,
  investmentId: 'i1a',
  workPackageId: null,
  pillarAsWritten: null,
  investmentAsWritten: null,
  title: `Osa ${id}`,
  year: null,
  costType: null,
  fundingSource: null,
  amount,
  amountAsWritten: null,
  notInProject,
  fundingShares: [],
  version: 1,
})

/** A small project: investment i1 with a sub-area i1a and its data, and an investment i2 without any. */
export function boundData(): BoundData {
  return {
    published: new Set(),
    investments: [investment('i1'), investment('i1a', 'i1'), investment('i2')],
    workPackages: [workPackage],
    indicators: [
      indicator('k1', 'Hoitoon pääsy', '%', {
        targets: [
          target('t-interim', 'interim', '66', '2024-Q2'),
          target('t-final', 'final', '80', '2025-Q4'),
          { ...target('t-old', 'final', '100', '2025-Q4'), superseded: { on: null, at: '6/2025', reason: null } },
        ],
        measurements: [measurement('m-share', '87', '%')],
      }),
      indicator('k2', 'Ei mitattu', 'kpl'),
      indicator('k3', 'Jono', 'hlö', {
        scope: 'local',
        investmentId: null,
        workPackageId: 'w1',
        measurements: [measurement('m-queue', '1234', 'hlö')],
      }),
    ],
    toimintamallit: [
      toimintamalli('Malli A', { innokylaUrl: 'https://innokyla.fi/fi/toimintamalli/a' }),
      toimintamalli('Malli B', { piloted: 'yes', stayedInUse: 'no' }),
    ],
    budgets: [
      {
        id: 'budget',
        source: 'suunnitelma',
        stated: '300.50',
        statedAsWritten: null,
        lines: [line('1', '100.50'), line('2', '200'), line('3', null, true)],
        notes: [],
        version: 1,
      },
    ],
    purchases: [purchase('h1', '100'), purchase('h2', null)],
    planChanges: [],
    risks: [],
    decisions: [],
    phases: [],
    personMonths: [],
  }
}

/** A section of a report with nothing in it. */
export function section(id: string, parts: Partial<ReportSection> = {}): ReportSection {
  return {
    id,
    parentId: null,
    templateKey: null,
    kind: 'chapter',
    number: null,
    title: `Kohta ${id}`,
    prompt: null,
    prompts: [],
    state: 'empty',
    version: 1,
    updatedAt: '2025-11-01T10:00:00.000Z',
    owner: null,
    showsSectionId: null,
    toimintamalliId: null,
    blocks: [],
    ...parts,
  }
}
