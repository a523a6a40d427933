import { SectionStateMark } from '@/components/final-report/section-state'
import { NoteMarks } from '@/components/final-report/workspace/note-marks'
import type { SectionNotes } from '@/components/final-report/workspace/section-notes'
import { type TreeItem, TreeList } from '@/components/ui/tree-list'
import { sectionAddress } from '@/lib/final-report/addresses'
import { headingText } from '@/lib/final-report/document/model'
import { awaitsAnswer, type DocumentPlace, isAnswered, type SectionNode, sectionWords } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  nodes: readonly SectionNode[]
  place: DocumentPlace
  /** What is told of each section, by its id */
  notes: ReadonlyMap<string, SectionNotes>
  t: Words
}

const nothing: SectionNotes = { problems: 0, unfinished: 0, comments: 0, writers: [] }

/** The report's chapters and questions, each with how far it is and what is missing. */
export function SectionTree({ nodes, ...rest }: Props) {
  return <TreeList items={nodes.map((node) => itemOf(node, rest))} />
}

function itemOf(node: SectionNode, rest: Omit<Props, 'nodes'>): TreeItem {
  const { place, notes, t } = rest
  return {
    key: node.id,
    text: headingText(node),
    href: sectionAddress(place, node.id),
    notes: (
      <>
        <StateMark node={node} t={t} />
        {sectionWords(node) > 0 && <span>{t('finalReport.screen.words', { count: sectionWords(node) })}</span>}
        {node.owner && <span>{t('reportEditor.tree.owner', { who: node.owner.name })}</span>}
        <NoteMarks notes={notes.get(node.id) ?? nothing} t={t} />
      </>
    ),
    children: node.children.map((child) => itemOf(child, rest)),
  }
}

/** A chapter that only holds others needs no state of its own. */
function StateMark({ node, t }: { node: SectionNode; t: Words }) {
  if (node.blocks.length === 0 && !awaitsAnswer(node)) {
    return isAnswered(node) ? null : (
      <span>{t('finalReport.screen.questionsInside', { count: questionsIn(node) })}</span>
    )
  }
  return <SectionStateMark state={node.state} t={t} />
}

function questionsIn(node: SectionNode): number {
  return node.children.reduce((count, child) => count + (child.kind === 'question' ? 1 : 0) + questionsIn(child), 0)
}
