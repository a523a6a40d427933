import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { PeriodTable } from '@/components/projects/period-table'
import { ProjectFacts } from '@/components/projects/project-facts'
import { Structure } from '@/components/projects/structure'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { listInvestments } from '@/lib/investments/queries'
import { findProjectDetails } from '@/lib/projects/details/queries'
import { listWorkPackages } from '@/lib/work-packages/queries'
import { projectHere, projectTitle } from './here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await projectTitle((await params).project) }
}

export default async function ProjectPage({ params }: Props) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  const [details, investments, packages] = await Promise.all([
    findProjectDetails(viewer, project.id),
    listInvestments(viewer, project.id),
    listWorkPackages(viewer, project.id),
  ])
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[{ label: t('projects.list.title'), href: '/projects' }, { label: project.name }]}
      />
      <PageHeading title={project.name} intro={project.organisationName} />
      <Section id="periods" title={t('projects.periods')}>
        <PeriodTable t={t} viewer={viewer} project={project} />
      </Section>
      <Section id="about" title={t('projects.about')}>
        <ProjectFacts t={t} project={project} details={details} />
      </Section>
      <Section id="structure" title={t('projects.structure')}>
        {packages.length === 0 ? (
          <EmptyState title={t('projects.noStructure')}>{t('projects.noStructureHelp')}</EmptyState>
        ) : (
          <Structure t={t} investments={investments} packages={packages} />
        )}
      </Section>
    </>
  )
}
