import { SectionTree } from '@/components/final-report/section-tree'
import type { SectionNotes } from '@/components/final-report/workspace/section-notes'
import { KeyFigures } from '@/components/ui/key-figures'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { problemsOf, type ReportDocument } from '@/lib/final-report/document/model'
import { reportStateLabels } from '@/lib/final-report/labels'
import { type FinalReport, questionCount, sectionTree, sectionWords, unfinishedBlocks } from '@/lib/final-report/model'
import { anchorOf } from '@/lib/final-report/references/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = {
  t: Words
  project: { key: string }
  open: { report: FinalReport; document: ReportDocument }
  /** Open comment threads, and who writes now, by section */
  comments: ReadonlyMap<string, number>
  writers: ReadonlyMap<string, readonly string[]>
}

/** How far the report is, and its chapters and questions to go on with. */
export function Workspace({ t, project, open: { report, document }, comments, writers }: Props) {
  const nodes = sectionTree(report.sections)
  const questions = questionCount(nodes)
  const words = report.sections.reduce((sum, section) => sum + sectionWords(section), 0)
  const faults = problemsOf(document)
  const notes = new Map(
    report.sections.map(({ id, blocks }): [string, SectionNotes] => [
      id,
      {
        problems: faults.filter((fault) => fault.section === anchorOf('section', id)).length,
        unfinished: unfinishedBlocks(blocks),
        comments: comments.get(id) ?? 0,
        writers: writers.get(id) ?? [],
      },
    ]),
  )
  return (
    <>
      <KeyFigures
        figures={[
          { label: t('finalReport.fact.questions'), value: t('finalReport.questions', questions) },
          { label: t('finalReport.screen.typedWords'), value: formatNumber(words, t.locale) },
          {
            label: t('finalReport.fact.state'),
            value: t(reportStateLabels[report.state]),
            note: t('finalReport.templateVersion', report.template),
          },
        ]}
      />
      {faults.length > 0 && (
        <Notice kind="warning" word={t('finalReport.screen.problems', { count: faults.length })}>
          <p>{t('finalReport.screen.problemsHelp')}</p>
        </Notice>
      )}
      <Section id="sections" title={t('finalReport.screen.sections')}>
        <SectionTree nodes={nodes} place={{ key: project.key, kind: report.kind }} notes={notes} t={t} />
      </Section>
    </>
  )
}
