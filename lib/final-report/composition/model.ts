import { emblemSvg } from '@/lib/charts/emblem'
import type { BoundData } from '@/lib/final-report/bindings/model'
import { attachmentName, composeBlock } from '@/lib/final-report/composition/blocks/model'
import type { DocumentBlock, DocumentSection, ReportDocument } from '@/lib/final-report/document/model'
import { reportStateLabels } from '@/lib/final-report/labels'
import { isFrozen } from '@/lib/final-report/life/model'
import {
  awaitsAnswer,
  captionNumbers,
  type FinalReport,
  questionCount,
  type SectionNode,
  sectionTree,
} from '@/lib/final-report/model'
import { anchorOf, type Composition } from '@/lib/final-report/references/model'
import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { formatDate } from '@/lib/values/format'

/** The name of a section's place in the template where the attachments are listed. */
export const attachmentsKey = 'Liitteet'

/**
 * The report as a document: bindings resolved against the data, numbers and references written out. What cannot be shown
 * stands in its place as a fault; an unanswered question says so, because a question that was left out would look answered.
 * @param at the moment of the making, for the date on the title page
 * @param origin the product's own address, for links of files
 */
export function composeReport(
  report: FinalReport,
  project: ProjectHeader,
  data: BoundData,
  at: Date,
  t: Words,
  origin: string,
): ReportDocument {
  const nodes = sectionTree(report.sections)
  const composition: Composition = { report, data, t, numbers: captionNumbers(report.sections) }
  const questions = questionCount(nodes)
  return {
    format: 1,
    language: t.locale,
    title: report.title,
    heading: t('finalReport.title'),
    project: project.name,
    county: project.organisationName,
    programme: project.programme.name,
    statement: project.programme.statement[t.locale],
    emblem: { svg: emblemSvg(t('finalReport.emblem')), alt: t('finalReport.emblem') },
    facts: [
      { term: t('finalReport.fact.date'), text: formatDate(at, t.locale) },
      { term: t('finalReport.fact.state'), text: t(reportStateLabels[report.state]) },
      { term: t('finalReport.fact.template'), text: t('finalReport.templateVersion', report.template) },
      { term: t('finalReport.fact.questions'), text: t('finalReport.questions', questions) },
      { term: t('finalReport.fact.funder'), text: project.programme.funder },
    ],
    origin,
    notice: isFrozen[report.state] ? null : t('finalReport.draftNotice'),
    words: {
      contents: t('finalReport.contents'),
      tables: t('finalReport.tables'),
      figures: t('finalReport.figures'),
      page: t('finalReport.page'),
      sources: t('finalReport.numberSources'),
    },
    sections: nodes.map((node) => composeSection(node, 1, composition)),
  }
}

function composeSection(node: SectionNode, level: number, composition: Composition): DocumentSection {
  return {
    id: anchorOf('section', node.id),
    level,
    number: node.number,
    title: node.title,
    ...(node.kind === 'attachment' && { attachment: true as const }),
    blocks: withoutJumps(composeBlocks(node, level, composition), level),
    children: node.children.map((child) => composeSection(child, level + 1, composition)),
  }
}

/** A heading inside a section may be at most one level below the one before it: a level left out confuses who listens. */
function withoutJumps(blocks: readonly DocumentBlock[], level: number): DocumentBlock[] {
  let last = level
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    last = Math.min(block.level, last + 1)
    return { ...block, level: last }
  })
}

/** The blocks of one section as they are read. */
function composeBlocks(node: SectionNode, level: number, composition: Composition): DocumentBlock[] {
  const { report, t } = composition
  const attached = node.templateKey === attachmentsKey ? report.attachments : []
  if (awaitsAnswer(node) && attached.length === 0) {
    return [{ kind: 'unanswered', id: anchorOf('block', `${node.id}-unanswered`), text: t('finalReport.unanswered') }]
  }
  const list: DocumentBlock[] =
    attached.length === 0
      ? []
      : [
          {
            kind: 'list',
            id: anchorOf('block', `${node.id}-attachments`),
            ordered: false,
            items: attached.map(({ id, label, title }) => [attachmentName(id, `${label} ${title}`, composition)]),
          },
        ]
  // Content that stands in two places is written in one: here it keeps its numbers and gets anchors of its own.
  const shown = report.sections.find((section) => section.id === node.showsSectionId)?.blocks ?? []
  return [
    ...node.blocks.map((block) => composeBlock(block, composition, level)),
    ...shown.map((block) => composeBlock(block, composition, level, `-in-${node.id}`)),
    ...list,
  ]
}
