import type { BoundData } from '@/lib/final-report/bindings/model'
import type { CheckedAttachment, CheckedBlock, CheckedReport, CheckedSection } from '@/lib/final-report/check/model'
import { isMissingNotice } from '@/lib/final-report/check/sections/model'
import { checkedBlock } from '@/lib/final-report/check/stored/blocks/model'
import { measureOf, modelOf } from '@/lib/final-report/check/stored/data/model'
import { attachmentsKey } from '@/lib/final-report/composition/model'
import { captionNumbers, type FinalReport, flatNodes, type ReportSection, sectionTree } from '@/lib/final-report/model'
import type { Composition } from '@/lib/final-report/references/model'
import { linesOf } from '@/lib/final-report/text/model'
import type { Words } from '@/lib/platform/words'

/** The stored report with its data as the check reads it: as its reader sees it, in the language of `t`. */
export function checkedReport(report: FinalReport, data: BoundData, t: Words): CheckedReport {
  const composition: Composition = { report, data, t, numbers: captionNumbers(report.sections) }
  return {
    language: t.locale,
    sections: flatNodes(sectionTree(report.sections)).map((section) => checkedSection(section, composition)),
    attachments: report.attachments.map((one) => checkedAttachment(one, report)),
    measures: data.indicators.map((indicator) => measureOf(indicator, t)),
    models: data.toimintamallit.map((row) => modelOf(row, data, t)),
  }
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
