import type { ReactNode } from 'react'
import { DocumentBlockView } from '@/components/final-report/document-block'
import { type DocumentSection, headingText } from '@/lib/final-report/document/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  sections: readonly DocumentSection[]
  /** Level of the section whose title is the heading of the page; 0 where the page is the whole document */
  under?: number
  /** Address of the page with the whole document, when this is not it */
  base?: string
  /** What stands beside the heading of a section, and what is told under it */
  toolsOf?: (section: DocumentSection) => { tools: ReactNode; marks: ReactNode } | null
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

/** Sections of a document as they are read, those inside them under their own headings. The page's heading is the first level. */
export function DocumentSections({ t, sections, under = 0, base, toolsOf }: Props) {
  return sections.map((section) => {
    const Heading = headings[Math.min(Math.max(section.level - under, 1), headings.length) - 1] ?? 'h6'
    const beside = toolsOf?.(section)
    const heading = <Heading id={`${section.id}-title`}>{headingText(section)}</Heading>
    return (
      <section
        key={section.id}
        id={section.id}
        aria-labelledby={`${section.id}-title`}
        className="grid grid-cols-[minmax(0,1fr)] gap-4"
      >
        {beside ? (
          <div className="section-heading">
            {heading}
            <div className="actions">{beside.tools}</div>
          </div>
        ) : (
          heading
        )}
        {beside?.marks}
        {section.blocks.map((block) => (
          <DocumentBlockView key={block.id} {...{ block, t, base, under }} sources={false} />
        ))}
        <DocumentSections {...{ t, under, base, toolsOf }} sections={section.children} />
      </section>
    )
  })
}
