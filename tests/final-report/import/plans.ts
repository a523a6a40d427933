import { subjectId, type WrittenBlock } from '@/lib/final-report/blocks/model'
import { contentSchemas } from '@/lib/final-report/blocks/schema'
import type { Choices, ImportPlan } from '@/lib/final-report/import/plan/model'
import { planImport } from '@/lib/final-report/import/planning/model'
import type { WrittenPart, WrittenReport, WrittenSection } from '@/lib/final-report/import/written/model'
import type { FinalReport, ReportSection } from '@/lib/final-report/model'
import { linesOf } from '@/lib/final-report/text/model'
import { words } from '@/lib/platform/words'
import { boundData } from '@/tests/support/builders/bound-data'

export const reportWith = (sections: ReportSection[]): FinalReport => ({
  id: 'r',
  kind: 'final_report',
  title: 'Loppuraportti',
  language: 'fi',
  state: 'draft',
  version: 1,
  template: { key: 'x', name: 'Pohja', version: 1 },
  sections,
  attachments: [],
})

/** A file with these headings; the keys are h0, h1, … */
export function written(...headings: Partial<WrittenSection>[]): WrittenReport {
  const sections = headings.map(
    (heading, index): WrittenSection => ({
      key: `h${index}`,
      level: 1,
      number: null,
      title: '',
      kind: null,
      anchors: [],
      blocks: [],
      ...heading,
    }),
  )
  return { format: 1, from: 'docx', sections, losses: [] }
}

export const textPart = (text: string): WrittenPart => ({ kind: 'paragraph', runs: [{ kind: 'text', text }] })

/** The plan of a file; every block of it must be one that the report can store. */
export function planOf(
  file: WrittenReport,
  report: FinalReport,
  choices: Partial<Choices> = {},
  data = boundData(),
): ImportPlan {
  let last = 0
  const newId = () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`
  const plan = planImport(file, { places: {}, standings: {}, ...choices }, { report, data, t: words('fi'), newId })
  for (const block of plan.sections.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'unreadable') contentSchemas[block.type].parse(block.content)
  }
  return plan
}

/** A text as it is read: "# " before a heading, numbers and references in brackets with what they are. */
export function linesOfRuns(block: WrittenBlock): string {
  if (block.type === 'heading') return `# ${block.content.text}`
  const lines = linesOf(block) ?? []
  return lines
    .map((runs) =>
      runs
        .map((run) => {
          if (run.kind === 'number' || run.kind === 'source') {
            const binding = block.bindings.find(({ sort }) => sort === run.binding)
            const form = run.kind === 'number' && run.digits ? ' digits' : ''
            return `[${binding ? subjectId(binding) : '?'}${form}]`
          }
          if (run.kind === 'reference') return `[${run.target.to} ${run.target.id}${run.bare ? ' bare' : ''}]`
          return run.text
        })
        .join(''),
    )
    .join(' | ')
}
