import { requestWords } from '@/app/locale'
import { NotFoundPage } from '@/components/frame/not-found-page'
import { version } from '@/package.json'

export default async function NotFound() {
  return <NotFoundPage t={await requestWords()} version={version} />
}
