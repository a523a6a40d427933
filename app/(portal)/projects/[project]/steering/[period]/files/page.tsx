import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { ReviewFiles } from '@/components/steering/files/review-files'
import { NotPublished } from '@/components/steering/not-published'
import { periodText } from '@/lib/steering/figure-texts/model'
import { parseView } from '@/lib/steering/schema'
import { isPublishedHere, projectPageOf, publishedHere, versionHere } from '../../here'

type Props = {
  params: Promise<{ project: string; period: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { project, period } = await params
  if (!(await isPublishedHere(project, period))) return {}
  return { title: (await requestWords())('review.files.title', { period: periodText(period) }) }
}

/** Files of a publication for the meeting: which parts, in which language, as what. */
export default async function FilesPage({ params, searchParams }: Props) {
  const { project, period } = await params
  const [{ viewer, published }, t] = await Promise.all([publishedHere(project), requestWords()])
  const newest = published.find((one) => one.periodKey === period)
  if (!newest) return <NotPublished t={t} period={period} newest={published.at(-1) ?? null} />
  const chosen = await versionHere(viewer, newest, parseView(await searchParams).version)
  if (!chosen) notFound()
  return <ReviewFiles t={t} home={await projectPageOf(viewer, project)} {...chosen} />
}
