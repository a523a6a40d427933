import { DocumentBlockView } from '@/components/final-report/document-block'
import { DefinitionList } from '@/components/ui/definition-list'
import { type DocumentSection, headingText, type ReportDocument } from '@/lib/final-report/document/model'
import type { Words } from '@/lib/platform/words'

/** The whole report as it will be read, on one page. */
export function DocumentPreview({ document, t }: { document: ReportDocument; t: Words }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <DefinitionList items={document.facts.map(({ term, text }) => ({ term, value: text }))} />
      <SectionsView sections={document.sections} t={t} />
    </div>
  )
}

// The page's own heading is the first level.
const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

function SectionsView({ sections, t }: { sections: readonly DocumentSection[]; t: Words }) {
  return sections.map((section) => {
    const Heading = headings[Math.min(section.level, headings.length) - 1] ?? 'h6'
    return (
      <section
        key={section.id}
        id={section.id}
        aria-labelledby={`${section.id}-title`}
        className="grid grid-cols-[minmax(0,1fr)] gap-4"
      >
        <Heading id={`${section.id}-title`}>{headingText(section)}</Heading>
        {section.blocks.map((block) => (
          <DocumentBlockView key={block.id} block={block} t={t} sources={false} />
        ))}
        <SectionsView sections={section.children} t={t} />
      </section>
    )
  })
}
