import type { Shown } from '@/components/final-report/editor/atoms'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { type Binding, bindingText, type ReportBlock, subjectBinding } from '@/lib/final-report/blocks/model'
import {
  type Choice,
  type ChoiceGroup,
  chartChoices,
  costChoices,
  investmentChoices,
  numberChoices,
  phaseChoices,
  referenceChoices,
} from '@/lib/final-report/choices/model'
import type { FinalReport } from '@/lib/final-report/model'
import { captionNumbers } from '@/lib/final-report/model'
import { boundNumber, indicatorName, timeText } from '@/lib/final-report/numbers/model'
import { referenceText } from '@/lib/final-report/references/model'
import { linesOf } from '@/lib/final-report/text/model'
import type { Words } from '@/lib/platform/words'
import { titleOf } from '@/lib/work-packages/model'

/** What the editor lets a writer choose from. */
export type EditorChoices = {
  numbers: ChoiceGroup[]
  references: ChoiceGroup[]
  investments: Choice[]
  workPackages: Choice[]
  indicators: Choice[]
  charts: Choice[]
  breakdowns: Choice[]
  models: Choice[]
  decisions: Choice[]
  /** Parts that have a phase table, and budget tables */
  phases: Choice[]
  costs: Choice[]
  attachments: Choice[]
}

export function choicesOf(t: Words, report: FinalReport, data: BoundData): EditorChoices {
  return {
    numbers: numberChoices(data, t),
    references: referenceChoices(report, t),
    investments: investmentChoices(data),
    workPackages: data.workPackages.map((row) => ({ value: row.id, label: titleOf(row) })),
    indicators: data.indicators.map((row) => ({ value: row.id, label: indicatorName(row) })),
    charts: chartChoices(data),
    breakdowns: data.indicators.flatMap((row) =>
      row.measurements
        .filter((one) => one.value.cells.length > 0)
        .map((one) => ({
          value: one.id,
          label: [indicatorName(row), timeText(one.time, t)].filter(Boolean).join(', '),
        })),
    ),
    models: data.toimintamallit.map((row) => ({ value: row.id, label: row.name })),
    decisions: data.decisions.map((row) => ({ value: row.id, label: row.text })),
    phases: phaseChoices(data),
    costs: costChoices(data),
    attachments: report.attachments.map((row) => ({ value: row.id, label: `${row.label} ${row.title}` })),
  }
}

const forms = ['full', 'bare', 'digits'] as const

/** What everything that can stand in a text shows now: what is offered, and what stands in this section already. */
export function shownOf(
  t: Words,
  { report, data, blocks }: { report: FinalReport; data: BoundData; blocks: readonly ReportBlock[] },
  choices: EditorChoices,
): Shown {
  const subjects = new Map<string, Omit<Binding, 'sort'>>()
  for (const { value } of choices.numbers.flatMap((group) => group.options)) {
    const binding = subjectBinding(value)
    if (binding) subjects.set(value, binding)
  }
  for (const binding of blocks.flatMap((block) => block.bindings)) {
    subjects.set(bindingText(binding), binding)
  }
  const numbers: Record<string, { text: string; source: string }> = {}
  for (const [subject, binding] of subjects) {
    for (const form of forms) {
      const number = boundNumber({ ...binding, sort: 0 }, data, t, form)
      if (number) numbers[`${subject}|${form}`] = { text: number.text, source: number.source }
    }
  }
  return { numbers, references: referencesShown(t, report, blocks, choices) }
}

function referencesShown(
  t: Words,
  report: FinalReport,
  blocks: readonly ReportBlock[],
  choices: EditorChoices,
): Record<string, string> {
  const numbers = captionNumbers(report.sections)
  const targets = [
    ...choices.references.flatMap((group) => group.options.map(({ value }) => value.split(':'))),
    ...blocks.flatMap((block) =>
      (linesOf(block) ?? [])
        .flat()
        .flatMap((run) => (run.kind === 'reference' ? [[run.target.to, run.target.id]] : [])),
    ),
  ]
  const shown: Record<string, string> = {}
  for (const [kind = '', id = ''] of targets) {
    const to = (['block', 'section', 'attachment'] as const).find((one) => one === kind)
    const text = to && referenceText({ to, id }, { report, numbers, t })
    if (text) shown[`${kind}:${id}`] = text
    const bare = to === 'section' ? report.sections.find((one) => one.id === id)?.number : null
    if (bare) shown[`${kind}:${id}|bare`] = bare
  }
  return shown
}
