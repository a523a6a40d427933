import type { AddChoices } from '@/components/final-report/add-forms'
import type { EditorBlock } from '@/components/final-report/editor-shape'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { type PlanType, typedTypes } from '@/lib/final-report/blocks/model'
import {
  type Choice,
  chartChoices,
  costChoices,
  investmentChoices,
  numberChoices,
  phaseChoices,
  referenceChoices,
} from '@/lib/final-report/choices/model'
import { blockTypeLabels } from '@/lib/final-report/labels'
import type { FinalReport } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

/** What the form of a section lets a person choose from. */
export function editorChoices(
  t: Words,
  report: FinalReport,
  data: BoundData,
  blocks: readonly EditorBlock[],
): AddChoices {
  const table = (value: keyof typeof blockTypeLabels) => ({ value, label: t(blockTypeLabels[value]) })
  const of =
    (type: PlanType) =>
    ({ value, label }: Choice): Choice => ({
      value: `${type}:${value}`,
      label: `${t(blockTypeLabels[type])}: ${label}`,
    })
  return {
    textTypes: typedTypes.map((type) => ({ value: type, label: t(blockTypeLabels[type]) })),
    tableTypes: [
      { value: 'indicator_table:national', label: t('finalReport.editor.nationalIndicators') },
      { value: 'indicator_table:measured', label: t('finalReport.editor.measuredIndicators') },
      ...(['toimintamalli_table', 'budget_table', 'purchase_table', 'decision_list', 'risk_table'] as const).map(table),
      table('person_month_table'),
      ...costChoices(data).map(of('cost_table')),
      ...phaseChoices(data).map(of('phase_table')),
    ],
    investments: investmentChoices(data),
    indicators: chartChoices(data),
    numbers: numberChoices(data, t),
    references: referenceChoices(report, t),
    texts: blocks.filter((block) => block.text !== null).map(({ id, name }) => ({ value: id, label: name })),
  }
}
