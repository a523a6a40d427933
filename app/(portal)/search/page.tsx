import type { Metadata } from 'next'
import { projectsOf } from '@/app/(portal)/projects-here'
import { requestWords } from '@/app/locale'
import { shownAnswer } from '@/components/search/answer'
import { pagesFor } from '@/components/search/pages'
import { SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { search } from '@/lib/search/queries'
import { readQuery } from '@/lib/search/schema'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('search.title') }
}

export default async function SearchPage({ searchParams }: Props) {
  const [viewer, t, { q }] = await Promise.all([requireViewer(), requestWords(), searchParams])
  const query = readQuery(q)
  const projects = await projectsOf(viewer)
  const answer = await search(viewer, query, (terms) => pagesFor(t, viewer, projects, terms))
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[{ label: t('search.title') }]} />
      <PageHeading title={t('search.title')} />
      <SearchForm t={t} query={query} />
      <SearchResults answer={shownAnswer(t, answer)} />
    </>
  )
}
