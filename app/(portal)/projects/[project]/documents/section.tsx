import type { Metadata } from 'next'
import { documentCrumbs } from '@/components/final-report/crumbs'
import { DocumentBlockView } from '@/components/final-report/document-block'
import { DocumentSections } from '@/components/final-report/document-sections'
import { SectionHeading } from '@/components/final-report/section-heading'
import { SectionTree } from '@/components/final-report/section-tree'
import { DecisionSection } from '@/components/meetings/decision-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Section } from '@/components/ui/section'
import { readAddress } from '@/lib/final-report/addresses'
import { headingText } from '@/lib/final-report/document/model'
import type { DocumentKind } from '@/lib/final-report/model'
import { anchorOf } from '@/lib/final-report/references/model'
import { listDecisionsOf } from '@/lib/meetings/decisions/queries'
import { changeState } from '../final-report/[section]/actions'
import { SectionAside } from './aside'
import { type LoadedSection, loadSection, type SectionParams } from './load'

export type SectionPageProps = {
  params: SectionParams
  searchParams: Promise<{ comment?: string | string[] }>
}

export async function sectionMetadata(kind: DocumentKind, params: SectionParams): Promise<Metadata> {
  return { title: headingText((await loadSection(kind, params)).node) }
}

/** One section of a document as it is read, what the check finds in it, what is said of it, and whose it is. */
export async function SectionPage({ kind, params, searchParams }: SectionPageProps & { kind: DocumentKind }) {
  const loaded = await loadSection(kind, params)
  const { project, place, may, t, node, shown } = loaded
  const base = readAddress(place)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={documentCrumbs(t, project, kind, { label: node.number ?? node.title })}
      />
      <SectionHeading {...{ t, node, place, may }} action={changeState} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {shown?.blocks.map((block) => (
          <DocumentBlockView key={block.id} {...{ block, t, base }} under={shown.level} />
        ))}
        <DocumentSections t={t} sections={drawnInside(loaded)} under={shown?.level ?? 1} base={base} />
      </div>
      {node.children.length > 0 && (
        <Section id="inside" title={t('finalReport.screen.inside')}>
          <SectionTree nodes={node.children} place={place} notes={new Map()} t={t} />
        </Section>
      )}
      <SectionAside loaded={loaded} startAt={(await searchParams).comment} />
      {kind === 'final_report' && <Decisions loaded={loaded} />}
    </>
  )
}

/** What stands inside the section and is nobody's to write: the parts of the plan as the data tell them. */
function drawnInside({ shown, report }: LoadedSection) {
  const stored = new Set(report.sections.map(({ id }) => anchorOf('section', id)))
  return shown?.children.filter(({ id }) => !stored.has(id)) ?? []
}

async function Decisions({ loaded: { viewer, place, t, node } }: { loaded: LoadedSection }) {
  const decisions = await listDecisionsOf(viewer, { sectionId: node.id })
  return <DecisionSection t={t} projectKey={place.key} decisions={decisions} />
}
