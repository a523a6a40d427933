import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { NotFoundPage } from '@/components/frame/not-found-page'
import { version } from '@/package.json'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('frame.notFound.title') }
}

export default async function NotFound() {
  return <NotFoundPage t={await requestWords()} version={version} />
}
