import { DocumentSections } from '@/components/final-report/document-sections'
import { DefinitionList } from '@/components/ui/definition-list'
import type { ReportDocument } from '@/lib/final-report/document/model'
import type { Words } from '@/lib/platform/words'

/** The whole document as it will be read, on one page. */
export function DocumentPreview({ document, t }: { document: ReportDocument; t: Words }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <DefinitionList items={document.facts.map(({ term, text }) => ({ term, value: text }))} />
      <DocumentSections sections={document.sections} t={t} />
    </div>
  )
}
