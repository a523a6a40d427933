import { DocumentSections } from '@/components/final-report/document-sections'
import { SectionStateMark } from '@/components/final-report/section-state'
import { NoteMarks } from '@/components/final-report/workspace/note-marks'
import type { SectionNotes } from '@/components/final-report/workspace/section-notes'
import { PlanVersions } from '@/components/plan/document/plan-versions'
import type { FormAction } from '@/lib/access/form-state'
import { editAddress, sectionAddress } from '@/lib/final-report/addresses'
import { type DocumentSection, headingText, problemsOf, type ReportDocument } from '@/lib/final-report/document/model'
import { type DocumentPlace, type ReportSection, unfinishedBlocks } from '@/lib/final-report/model'
import type { PlanDocument } from '@/lib/final-report/plan-document/model'
import { anchorOf } from '@/lib/final-report/references/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  project: { id: string; key: string }
  plan: PlanDocument
  document: ReportDocument
  /** Open comment threads, and who writes now, by section; none for those who do not make the plan */
  comments: ReadonlyMap<string, number>
  writers: ReadonlyMap<string, readonly string[]>
  /** Null for those who only read */
  makeVersion: FormAction | null
}

/** The plan as it is now, chapter by chapter, with the way to write and discuss each; before it its versions. */
export function PlanDocumentView({ t, project, plan, document, comments, writers, makeVersion }: Props) {
  const place: DocumentPlace = { key: project.key, kind: 'project_plan' }
  const stored = new Map(plan.report.sections.map((section) => [anchorOf('section', section.id), section]))
  const faults = problemsOf(document)
  const toolsOf = (shown: DocumentSection) => {
    const section = stored.get(shown.id)
    if (!section) return null
    const title = headingText(shown)
    const notes = {
      problems: faults.filter((fault) => fault.section === shown.id).length,
      unfinished: unfinishedBlocks(section.blocks),
      comments: comments.get(section.id) ?? 0,
      writers: writers.get(section.id) ?? [],
    }
    return {
      tools: <Tools t={t} place={place} section={section} title={title} writes={makeVersion !== null} />,
      marks: <Marks t={t} section={section} notes={notes} />,
    }
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <PlanVersions t={t} project={project} plan={plan} makeVersion={makeVersion} />
      <DocumentSections t={t} sections={document.sections} toolsOf={toolsOf} />
    </div>
  )
}

/** How far the chapter is, whose it is, what is wrong in it and said of it; nothing where there is nothing to tell. */
function Marks({ t, section, notes }: { t: Words; section: ReportSection; notes: SectionNotes }) {
  const { blocks, owner, state } = section
  const { problems, unfinished, comments, writers } = notes
  if (blocks.length + problems + unfinished + comments + writers.length === 0 && !owner) return null
  return (
    <p className="flex flex-wrap gap-x-4 text-small text-muted">
      {blocks.length > 0 && <SectionStateMark state={state} t={t} />}
      {owner && <span>{t('reportEditor.tree.owner', { who: owner.name })}</span>}
      <NoteMarks notes={notes} t={t} />
    </p>
  )
}

type ToolsProps = { t: Words; place: DocumentPlace; section: ReportSection; title: string; writes: boolean }

function Tools({ t, place, section, title, writes }: ToolsProps) {
  return (
    <>
      <a href={sectionAddress(place, section.id)} aria-label={t('plan.document.chapterOf', { section: title })}>
        {t('plan.document.chapter')}
      </a>
      {writes && (
        <a href={editAddress(place, section.id)} aria-label={t('plan.document.writeOf', { section: title })}>
          {t('plan.document.write')}
        </a>
      )}
    </>
  )
}
