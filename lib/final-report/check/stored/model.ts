import type { BoundData } from '@/lib/final-report/bindings/model'
import type { CheckedAttachment, CheckedBlock, CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { isMissingNotice } from '@/lib/final-report/check/sections/model'
import { checkedBlock } from '@/lib/final-report/check/stored/blocks/model'
import { measureOf, modelOf } from '@/lib/final-report/check/stored/data/model'
import { attachmentsKey } from '@/lib/final-report/composition/model'
import { captionNumbers, type FinalReport, flatNodes, type ReportSection, sectionTree } from '@/lib/final-report/model'
import type { Composition } from '@/lib/final-report/references/model'
import { linesOf } from '@/lib/final-report/text/model'
import type { Locale } from '@/lib/platform/locales'
import type { Words } from '@/lib/platform/words'

/** The stored report with its data as the check reads it: as its reader sees it, in the language of `t`. */
export function checkedReport(report: FinalReport, data: BoundData, t: Words): CheckedReport {
  const composition: Composition = { report, data, t, numbers: captionNumbers(report.sections) }
  const known = knownOf(data, t)
  const names = namesIn(composition)
  const own = new Map(report.sections.map((section) => [section.id, section]))
  const sectionOf = ({ id }: ReportSection): CheckedSection[] => {
    const section = own.get(id)
    if (!section) return []
    const before = known.sections.get(section)
    if (before?.names === names) return [before.checked]
    const checked = checkedSection(section, composition)
    known.sections.set(section, { names, checked })
    return [checked]
  }
  return {
    language: t.locale,
    sections: flatNodes(sectionTree(report.sections)).flatMap(sectionOf),
    attachments: report.attachments.map((one) => checkedAttachment(one, report)),
    measures: known.measures,
    models: known.models,
  }
}

type Known = Pick<CheckedReport, 'measures' | 'models'> & {
  sections: WeakMap<ReportSection, { names: string; checked: CheckedSection }>
}

const perData = new WeakMap<BoundData, Map<Locale, Known>>()

/** What has been made of the same data before: it is made anew when the data are another object. */
function knownOf(data: BoundData, t: Words): Known {
  const ofData = perData.get(data) ?? new Map<Locale, Known>()
  perData.set(data, ofData)
  const known = ofData.get(t.locale) ?? {
    measures: data.indicators.map((indicator) => measureOf(indicator, t)),
    models: data.toimintamallit.map((row) => modelOf(row, data, t)),
    sections: new WeakMap(),
  }
  ofData.set(t.locale, known)
  return known
}

/** All that one section shows of the others: their numbers and titles, and those of figures, tables and attachments. */
function namesIn({ report, numbers }: Composition): string {
  const sections = report.sections.map(({ id, number, title }) => [id, number, title])
  const attachments = report.attachments.map(({ id, label, title }) => [id, label, title])
  return JSON.stringify([sections, attachments, [...numbers]])
}

function checkedSection(section: ReportSection, composition: Composition): CheckedSection {
  const { report } = composition
  const list: CheckedBlock[] =
    section.templateKey === attachmentsKey && report.attachments.length > 0
      ? [{ type: 'attachments', id: `${section.id}-attachments`, labels: report.attachments.map(({ label }) => label) }]
      : []
  const own = section.blocks.find((block) => block.type === 'toimintamalli')
  return {
    id: section.id,
    parentId: section.parentId,
    kind: section.kind,
    number: section.number,
    title: section.title,
    showsSectionId: section.showsSectionId,
    modelId: section.toimintamalliId ?? own?.content.toimintamalliId ?? null,
    blocks: [...section.blocks.flatMap((block) => checkedBlock(block, composition) ?? []), ...list],
  }
}

/** An attachment has content when there is a file, or text of its own that is more than a word of its absence. */
function checkedAttachment(
  { id, label, title, sectionId, file }: FinalReport['attachments'][number],
  report: FinalReport,
): CheckedAttachment {
  const blocks = report.sections.find((section) => section.id === sectionId)?.blocks ?? []
  const [first] = blocks.flatMap((block) => linesOf(block) ?? [])
  const beginning = first?.map((run) => ('text' in run ? run.text : '')).join('') ?? ''
  return {
    id,
    label,
    title,
    sectionId,
    hasContent: file !== null || (blocks.length > 0 && !isMissingNotice(beginning)),
  }
}
