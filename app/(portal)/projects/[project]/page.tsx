import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AboutSections } from '@/components/projects/about-sections'
import { PeriodTable } from '@/components/projects/period-table'
import { ProjectFacts } from '@/components/projects/project-facts'
import { Structure } from '@/components/projects/structure'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { can } from '@/lib/access/model'
import { structureAddress } from '@/lib/plan/addresses'
import { aboutAddress, listsAddress } from '@/lib/projects/addresses'
import { projectHere, projectTitle } from './here'
import { loadProjectPage } from './load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await projectTitle((await params).project) }
}

export default async function ProjectPage({ params }: Props) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  const { overview, shares, investments, packages, today } = await loadProjectPage(viewer, project.id)
  if (!overview) notFound()
  const mayWrite = can(viewer, 'project.write', project.id)
  const actions = (
    <>
      {mayWrite && <ButtonLink href={aboutAddress(project.key)}>{t('projects.edit')}</ButtonLink>}
      <ButtonLink href={listsAddress(project.key)}>{t('listings.title')}</ButtonLink>
    </>
  )
  const toStructure = mayWrite && <ButtonLink href={structureAddress(project.key)}>{t('structure.open')}</ButtonLink>
  const rights = { mayWrite, maySign: can(viewer, 'declaration.sign', project.id) }
  const crumbs = [{ label: t('projects.list.title'), href: '/projects' }, { label: project.name }]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={project.name} intro={project.organisationName} actions={actions} />
      <Section id="periods" title={t('projects.periods')}>
        <PeriodTable t={t} viewer={viewer} project={project} today={today} />
      </Section>
      <Section id="about" title={t('projects.about')}>
        <ProjectFacts t={t} project={project} overview={overview} />
      </Section>
      <AboutSections t={t} project={project.key} {...{ overview, shares, today }} {...rights} />
      <Section id="structure" title={t('projects.structure')} actions={toStructure}>
        {packages.length + investments.length === 0 ? (
          <EmptyState title={t('projects.noStructure')}>{t('projects.noStructureHelp')}</EmptyState>
        ) : (
          <Structure t={t} investments={investments} packages={packages} />
        )}
      </Section>
    </>
  )
}
