import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { projectsOf } from '@/app/(portal)/projects-here'
import { requestWords } from '@/app/locale'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { projectAddress, steeringAddress } from '@/lib/projects/addresses'
import { publishedHere } from './here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('projects.nav.steering') }
}

/** Goes to the newest published period; a project that has none says when it will. */
export default async function SteeringPage({ params }: Props) {
  const { project } = await params
  const { viewer, published } = await publishedHere(project)
  const newest = published.at(-1)
  if (newest) redirect(steeringAddress(project, newest.periodKey))
  const [t, projects] = await Promise.all([requestWords(), projectsOf(viewer)])
  const title = t('projects.nav.steering')
  const name = projects.find(({ key }) => key === project)?.name ?? project
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[{ label: name, href: projectAddress(project) }, { label: title }]}
      />
      <PageHeading title={title} />
      <EmptyState title={t('steering.none.title')}>{t('steering.none.text')}</EmptyState>
    </>
  )
}
