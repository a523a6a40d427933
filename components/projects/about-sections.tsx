import type { ReactNode } from 'react'
import { DeclarationList } from '@/components/projects/declaration-list'
import { DnshList } from '@/components/projects/dnsh-list'
import { DocumentTable } from '@/components/projects/document-table'
import { FundingSplit } from '@/components/projects/funding-split'
import { LinkList } from '@/components/projects/link-list'
import { PeopleTable } from '@/components/projects/people-table'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { FundingShareRow } from '@/lib/finance/model'
import type { Words } from '@/lib/platform/words'
import { type AboutPart, aboutAddress } from '@/lib/projects/addresses'
import type { ProjectOverview } from '@/lib/projects/overview/model'

type Props = {
  t: Words
  project: string
  overview: ProjectOverview
  shares: readonly FundingShareRow[]
  today: string
  mayWrite: boolean
  maySign: boolean
}

/** What belongs to the project beside its plan: money's split, people, papers, other projects, assessments, declaration. */
export function AboutSections({ t, project, overview, shares, today, mayWrite, maySign }: Props) {
  const keep = (part: AboutPart, label: string, may = mayWrite): ReactNode =>
    may ? (
      <ButtonLink small href={aboutAddress(project, part)}>
        {label}
      </ButtonLink>
    ) : undefined
  return (
    <>
      <Section id="funding" title={t('projects.funding.title')}>
        <FundingSplit t={t} shares={shares} />
      </Section>
      <Section id="people" title={t('projects.people.title')}>
        <PeopleTable t={t} people={overview.people} />
      </Section>
      <Section
        id="documents"
        title={t('projects.document.title')}
        actions={keep('documents', t('projects.document.keep'))}
      >
        <DocumentTable t={t} project={project} documents={overview.documents} />
      </Section>
      <Section id="links" title={t('projects.link.title')} actions={keep('links', t('projects.link.keep'))}>
        <LinkList t={t} links={overview.links} />
      </Section>
      <Section
        id="dnsh"
        title={t('projects.dnsh.title')}
        intro={t('projects.dnsh.intro')}
        actions={keep('dnsh', t('projects.dnsh.keep'))}
      >
        <DnshList t={t} project={project} rows={overview.dnsh} today={today} />
      </Section>
      <Section
        id="declaration"
        title={t('projects.declaration.title')}
        intro={t('projects.declaration.intro')}
        actions={keep('declaration', t('projects.declaration.keep'), maySign)}
      >
        <DeclarationList t={t} rows={overview.declarations} />
      </Section>
    </>
  )
}
