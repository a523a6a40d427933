import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { NotFoundText } from '@/components/frame/not-found-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('frame.notFound.title') }
}

/** Inside the public frame, which is there already. */
export default async function NotFound() {
  return <NotFoundText t={await requestWords()} />
}
