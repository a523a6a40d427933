import type { Metadata } from 'next'
import { GuidesHere } from '@/app/(portal)/guides-here'
import { requestWords } from '@/app/locale'
import { Portfolio } from '@/components/projects/portfolio'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { listPortfolio } from '@/lib/steering/portfolio/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('projects.list.title') }
}

export default async function ProjectsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const isNational = viewer.scope === 'national'
  const rows = await listPortfolio(viewer)
  return (
    <>
      <PageHeading
        title={t(isNational ? 'projects.list.publications' : 'projects.list.title')}
        intro={t(isNational ? 'portfolio.nationalIntro' : 'portfolio.intro')}
      />
      <GuidesHere page="/projects" />
      <Portfolio t={t} rows={rows} isNational={isNational} />
    </>
  )
}
