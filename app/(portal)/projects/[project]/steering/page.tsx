import { redirect } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { steeringAddress } from '@/lib/projects/addresses'
import { publishedHere } from './here'

type Props = { params: Promise<{ project: string }> }

/** Goes to the newest published period; a project that has none says when it will. */
export default async function SteeringPage({ params }: Props) {
  const { project } = await params
  const { published } = await publishedHere(project)
  const newest = published.at(-1)
  if (newest) redirect(steeringAddress(project, newest.periodKey))
  const t = await requestWords()
  return (
    <>
      <PageHeading title={t('projects.nav.steering')} />
      <EmptyState title={t('steering.none.title')}>{t('steering.none.text')}</EmptyState>
    </>
  )
}
