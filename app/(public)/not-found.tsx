import { requestWords } from '@/app/locale'
import { NotFoundText } from '@/components/frame/not-found-page'

export { generateMetadata } from '../not-found'

/** Inside the public frame, which is there already. */
export default async function NotFound() {
  return <NotFoundText t={await requestWords()} />
}
