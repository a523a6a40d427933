import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { ApproveMany } from '@/components/rounds/queue/approve-many'
import { QueueHeading } from '@/components/rounds/queue/queue-heading'
import { readMarks } from '@/lib/rounds/queue/model'
import { findQueue } from '@/lib/rounds/queue/queries'
import { readFilterText } from '@/lib/rounds/queue/schema'
import { projectHere } from '../../../../here'
import { approveMany } from '../actions'

type Props = {
  params: Promise<{ project: string; period: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ project }, t] = await Promise.all([params, requestWords()])
  await projectHere(project)
  return { title: t('reviewQueue.many.title') }
}

/** The step before many reports are approved at once: what they are. */
export default async function ApproveManyPage({ params, searchParams }: Props) {
  const [{ project: key, period }, query, t] = await Promise.all([params, searchParams, requestWords()])
  const { viewer, project } = await projectHere(key)
  const queue = await findQueue(viewer, project.id, period)
  if (!queue) notFound()
  const step = {
    crumb: t('reviewQueue.many.crumb'),
    title: t('reviewQueue.many.title'),
    intro: t('reviewQueue.many.intro'),
  }
  return (
    <>
      <QueueHeading t={t} project={project} period={period} step={step} />
      <ApproveMany
        t={t}
        project={key}
        queue={queue}
        marks={readMarks(query.marks)}
        filter={readFilterText(query.filter)}
        approve={approveMany}
      />
    </>
  )
}
