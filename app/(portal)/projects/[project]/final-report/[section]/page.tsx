import type { Metadata } from 'next'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { DocumentBlockView } from '@/components/final-report/document-block'
import { SectionHeading } from '@/components/final-report/section-heading'
import { SectionTree } from '@/components/final-report/section-tree'
import { DecisionSection } from '@/components/meetings/decision-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Section } from '@/components/ui/section'
import { previewAddress } from '@/lib/final-report/addresses'
import { flatSections, headingText } from '@/lib/final-report/document/model'
import { canApproveSections, canEditReport } from '@/lib/final-report/permissions'
import { anchorOf } from '@/lib/final-report/references/model'
import { listDecisionsOf } from '@/lib/meetings/decisions/queries'
import { loadSection, type SectionParams } from '../load'
import { changeState } from './actions'
import { SectionAside } from './aside'

export async function generateMetadata({ params }: { params: SectionParams }): Promise<Metadata> {
  return { title: headingText((await loadSection(params)).node) }
}

type Props = { params: SectionParams; searchParams: Promise<{ comment?: string | string[] }> }

export default async function SectionPage({ params, searchParams }: Props) {
  const { viewer, project, t, document, node } = await loadSection(params)
  const decisions = await listDecisionsOf(viewer, { sectionId: node.id })
  const shown = flatSections(document.sections).find((one) => one.id === anchorOf('section', node.id))
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={finalReportCrumbs(t, project, { label: node.number ?? node.title })}
      />
      <SectionHeading
        t={t}
        node={node}
        projectKey={project.key}
        mayEdit={canEditReport(viewer, project.id)}
        mayApprove={canApproveSections(viewer, project.id)}
        action={changeState}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {shown?.blocks.map((block) => (
          <DocumentBlockView key={block.id} {...{ block, t }} base={previewAddress(project.key)} under={shown.level} />
        ))}
      </div>
      {node.children.length > 0 && (
        <Section id="inside" title={t('finalReport.screen.inside')}>
          <SectionTree nodes={node.children} projectKey={project.key} notes={new Map()} t={t} />
        </Section>
      )}
      <SectionAside params={params} startAt={(await searchParams).comment} />
      <DecisionSection t={t} projectKey={project.key} decisions={decisions} />
    </>
  )
}
