import { fundingSourceLabels, vatBasisLabels } from '@/lib/finance/labels'
import {
  directionLabels,
  measurementRoleLabels,
  scopeLabels,
  targetOperatorLabels,
  targetRoleLabels,
} from '@/lib/indicators/labels'
import { planChangeStateLabels } from '@/lib/plan-changes/labels'
import { must } from '@/lib/reporting-api/columns/model'
import { dimensions } from '@/lib/reporting-api/dimensions/model'
import { indicatorFacts } from '@/lib/reporting-api/indicators/model'
import { missingLabels, shownStateLabels } from '@/lib/reporting-api/labels'
import { type Resource, resourceOf } from '@/lib/reporting-api/model'
import { moneyFacts } from '@/lib/reporting-api/money/model'
import { registerFacts } from '@/lib/reporting-api/registers/model'
import { columnTitle } from '@/lib/reporting-api/titles/model'
import { riskKindLabels } from '@/lib/risks/labels'
import { lightChangeLabels, shownLightLabels } from '@/lib/steering/labels'
import { answerLabels, goalStateLabels } from '@/lib/toimintamallit/labels'
import { judgementReasonLabels, qualifierLabels, valueKindLabels, verdictLabels } from '@/lib/values/labels'
import { levelLabels, lifecycleLabels } from '@/lib/work-packages/labels'

/** Every list of codes by the column that holds them, in its own order. */
const codeLists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  change: lightChangeLabels,
  change_state: planChangeStateLabels,
  direction: directionLabels,
  funding_source: fundingSourceLabels,
  goal_met: goalStateLabels,
  judgement: judgementReasonLabels,
  kind: riskKindLabels,
  level: levelLabels,
  lifecycle: lifecycleLabels,
  light: shownLightLabels,
  number_missing: missingLabels,
  operator: targetOperatorLabels,
  piloted: answerLabels,
  qualifier: qualifierLabels,
  role: measurementRoleLabels,
  scope: scopeLabels,
  state: shownStateLabels,
  target_role: targetRoleLabels,
  value_kind: valueKindLabels,
  vat: vatBasisLabels,
  verdict: verdictLabels,
}

type Code = { list: string; code: string; key: string; sort: number }

const codes: readonly Code[] = Object.entries(codeLists).flatMap(([list, labels]) =>
  Object.entries(labels).map(([code, key], sort) => ({ list, code, key, sort })),
)

const codeTable = resourceOf<Code>(
  'codes',
  'dimension',
  [
    must('row_key', 'id', (row) => `${row.list}.${row.code}`),
    must('list', 'code', (row) => row.list),
    must('list_label', 'text', (row, t) => columnTitle(t, row.list)),
    must('code', 'id', (row) => row.code),
    must('label', 'text', (row, t) => t(row.key)),
    must('sort', 'count', (row) => row.sort),
  ],
  () => codes,
)

/** Every table that programs may read, dimensions first. */
export const resources: readonly Resource[] = [
  ...dimensions,
  codeTable,
  ...registerFacts,
  ...indicatorFacts,
  ...moneyFacts,
]

/** Null when there is none of the name. */
export const resourceNamed = (name: string): Resource | null => resources.find((one) => one.name === name) ?? null
