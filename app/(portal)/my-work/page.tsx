import type { Metadata } from 'next'
import { GuidesHere } from '@/app/(portal)/guides-here'
import { requestWords } from '@/app/locale'
import { CommentsForYou } from '@/components/my-work/comments-for-you'
import { OwnSections } from '@/components/my-work/own-sections'
import { PublishedReviews } from '@/components/my-work/published-reviews'
import { WorkList } from '@/components/my-work/work-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { listOwnSections } from '@/lib/final-report/my-work/queries'
import { listCommentsForViewer } from '@/lib/status-reports/comments/queries'
import { findMyWork } from '@/lib/status-reports/my-work/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('statusReports.work.title') }
}

export default async function MyWorkPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const [{ returned, due, toReview, sent, published }, comments, sections] = await Promise.all([
    findMyWork(viewer),
    listCommentsForViewer(viewer),
    listOwnSections(viewer),
  ])
  const nothing = [returned, due, toReview, sent, comments, sections].every(({ length }) => length === 0)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[{ label: t('statusReports.work.title') }]} />
      <PageHeading title={t('statusReports.work.title')} />
      <GuidesHere page="/my-work" />
      {nothing && (
        <EmptyState title={t('statusReports.work.nothing')}>{t('statusReports.work.nothingHelp')}</EmptyState>
      )}
      <WorkList t={t} id="returned" items={returned} />
      <CommentsForYou t={t} comments={comments} />
      <WorkList t={t} id="toReview" items={toReview} />
      <WorkList t={t} id="due" items={due} />
      <OwnSections t={t} sections={sections} />
      <WorkList t={t} id="sent" items={sent} />
      <PublishedReviews t={t} published={published} />
    </>
  )
}
