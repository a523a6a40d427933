import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import '@/components/steering/steering.css'
import { requestWords } from '@/app/locale'
import { ResultsPage } from '@/components/results/results-page'
import { resultsHere } from './here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [results, t] = await Promise.all([resultsHere((await params).project), requestWords()])
  if (!results) return {}
  return { title: t('results.title', { project: results.project.name }), robots: { index: true } }
}

/** Open to everybody when the project has opened it; otherwise no such page. */
export default async function PublicResultsPage({ params }: Props) {
  const [results, t] = await Promise.all([resultsHere((await params).project), requestWords()])
  if (!results) notFound()
  return <ResultsPage t={t} results={results} />
}
