import { type BoundData, investmentOf, purchasesIn, scopeOf, toimintamallitIn } from '@/lib/final-report/bindings/model'
import { bindingText, captionKind, type ReportBlock, subjectText, unbound } from '@/lib/final-report/blocks/model'
import { captionNumbers, type FinalReport, flatNodes, sectionTree } from '@/lib/final-report/model'
import {
  boundNumber,
  indicatorName,
  latestActuals,
  measurementText,
  nameOfValue,
  targetText,
  timeText,
} from '@/lib/final-report/numbers/model'
import { referenceText } from '@/lib/final-report/references/model'
import { countedKey, isCalculated } from '@/lib/indicators/formulas/model'
import type { IndicatorRow } from '@/lib/indicators/model'
import { targetsInForce } from '@/lib/indicators/model'
import { pathTo } from '@/lib/investments/model'
import type { Words } from '@/lib/platform/words'
import { titleOf } from '@/lib/work-packages/model'

export type Choice = { value: string; label: string }
export type ChoiceGroup = { label: string; options: Choice[] }

/** Investments with their place in the tree before their title. */
export function investmentChoices(data: BoundData): Choice[] {
  return data.investments.map((row) => ({
    value: row.id,
    label: `${'– '.repeat(pathTo(data.investments, row.id).length - 1)}${row.code ?? ''} ${row.title}`.trim(),
  }))
}

/** Every number that can be bound, with what it shows now: actual values and targets by investment, then sums. */
export function numberChoices(data: BoundData, t: Words): ChoiceGroup[] {
  const groups = new Map<string, Choice[]>()
  for (const row of data.indicators) {
    const investment = data.investments.find((one) => one.id === investmentOf(data, row))
    const label = investment?.title ?? t('finalReport.wholeProject')
    const options = [...actualChoices(row, t), ...targetChoices(row, t)]
    if (options.length > 0) groups.set(label, [...(groups.get(label) ?? []), ...options])
  }
  const sums = sumChoices(data, t)
  if (sums.length > 0) groups.set(t('finalReport.choice.sums'), sums)
  return [...groups].map(([label, options]) => ({ label, options }))
}

/** "87 %, 7/2025 – name": a long name must not push the value out of sight. */
const valueFirst = (value: string, name: string): string => `${value} – ${name}`

/** The newest value of each scope. */
function actualChoices(row: IndicatorRow, t: Words): Choice[] {
  return latestActuals(row)
    .filter((newest) => !newest.value.unknown)
    .map((newest) => {
      const time = timeText(newest.time, t)
      const value = [measurementText(newest, t), time].filter(Boolean).join(', ')
      // A counted value is no row: it is named by its indicator and by what it is a value of.
      const subject = isCalculated(newest)
        ? bindingText({ ...unbound, source: 'latest_measurement', indicatorId: row.id, frozen: countedKey(newest) })
        : subjectText('measurement', newest.id)
      return { value: subject, label: valueFirst(value, nameOfValue(row, newest)) }
    })
}

function targetChoices(row: IndicatorRow, t: Words): Choice[] {
  return targetsInForce(row)
    .filter((target) => target.number !== null)
    .map((target) => {
      const kind = t(
        target.role === 'interim' ? 'finalReport.target.interim' : 'finalReport.target.final',
      ).toLocaleLowerCase(t.locale)
      const value = [targetText(target, row, t), timeText(target.time, t), kind].filter(Boolean).join(', ')
      return { value: subjectText('target', target.id), label: valueFirst(value, indicatorName(row)) }
    })
}

const sums = ['budget_total', 'purchase_total', 'purchase_count', 'toimintamalli_count'] as const

function sumChoices(data: BoundData, t: Words): Choice[] {
  return data.investments.flatMap((investment) => {
    const scope = scopeOf(data, investment.id)
    if (!scope) return []
    const counted = {
      purchase_total: purchasesIn(data, scope),
      purchase_count: purchasesIn(data, scope),
      toimintamalli_count: toimintamallitIn(data, scope),
    }
    return sums
      .filter((source) => source === 'budget_total' || counted[source].length > 0)
      .flatMap((source) => {
        const binding = { ...unbound, sort: 0, source, investmentId: investment.id }
        const number = boundNumber(binding, data, t)
        if (!number || number.text === t('finalReport.unknown')) return []
        return [
          {
            value: subjectText(source, investment.id),
            label: valueFirst(number.text, `${t(`finalReport.sum.${source}`)}, ${investment.title}`),
          },
        ]
      })
  })
}

/** Indicators that have something to draw. */
export function chartChoices(data: BoundData): Choice[] {
  return data.indicators
    .filter((row) => row.measurements.some((one) => one.role === 'actual' && one.value.number !== null))
    .map((row) => ({ value: row.id, label: indicatorName(row) }))
}

/** Parts that have columns of their own to be shown as a table of phases. */
export function phaseChoices({ phases, workPackages }: BoundData): Choice[] {
  return phases
    .filter(({ columns }) => columns.length > 0)
    .flatMap(({ workPackageId }) => {
      const part = workPackages.find(({ id }) => id === workPackageId)
      return part ? [{ value: part.id, label: titleOf(part) }] : []
    })
}

/** Budget tables by the source that they were taken from. */
export function costChoices({ budgets }: BoundData): Choice[] {
  return budgets.map(({ id, source }) => ({ value: id, label: source }))
}

/** What a text can refer to: tables and figures with their numbers, numbered chapters, attachments. */
export function referenceChoices(report: FinalReport, t: Words): ChoiceGroup[] {
  const nodes = flatNodes(sectionTree(report.sections))
  const numbers = captionNumbers(report.sections)
  const name = (to: 'block' | 'section', id: string) => referenceText({ to, id }, { report, numbers, t }) ?? ''
  const captioned = nodes.flatMap((node) => node.blocks).filter((block) => captionKind(block.type) !== null)
  return [
    {
      label: t('finalReport.choice.captioned'),
      options: captioned.map((block) => ({
        value: `block:${block.id}`,
        label: `${name('block', block.id)}: ${captionOf(block)}`,
      })),
    },
    {
      label: t('finalReport.choice.sections'),
      options: nodes
        .filter((node) => node.number)
        .map((node) => ({ value: `section:${node.id}`, label: `${node.number} ${node.title}` })),
    },
    {
      label: t('finalReport.choice.attachments'),
      options: report.attachments.map((one) => ({ value: `attachment:${one.id}`, label: `${one.label} ${one.title}` })),
    },
  ].filter((group) => group.options.length > 0)
}

function captionOf(block: ReportBlock): string {
  return block.type !== 'unreadable' && 'caption' in block.content ? block.content.caption : ''
}
