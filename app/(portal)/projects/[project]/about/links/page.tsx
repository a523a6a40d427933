import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AboutHeading } from '@/components/projects/about-heading'
import { projectFormWords } from '@/components/projects/form-words'
import { LinkList } from '@/components/projects/link-list'
import { linkErrors, linkFields } from '@/components/projects/paper-fields'
import { RemoveButton } from '@/components/projects/remove-button'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { listProjects } from '@/lib/projects/queries'
import { projectHere } from '../../here'
import { linkProject, unlinkProject } from '../actions'
import { aboutHere } from '../load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('projects.link.title') }
}

export default async function LinksPage({ params }: Props) {
  const [{ project: key }, t] = await Promise.all([params, requestWords()])
  const { viewer, project, overview, place } = await aboutHere(key)
  const others = (await listProjects(viewer)).filter(({ id }) => id !== project.id)
  return (
    <>
      <AboutHeading t={t} project={project} title={t('projects.link.title')} />
      <LinkList
        t={t}
        links={overview.links}
        remove={(row) => (
          <RemoveButton t={t} action={unlinkProject} values={{ ...place, linkId: row.id }} name={row.name} />
        )}
      />
      <Section id="add" title={t('projects.link.add')}>
        <RecordForm
          id="link"
          action={linkProject}
          values={place}
          fields={linkFields(t, others)}
          count={overview.links.length}
          send={t('projects.link.send')}
          words={projectFormWords(t, linkErrors)}
        />
      </Section>
    </>
  )
}
