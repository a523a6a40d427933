import { requestWords } from '@/app/locale'
import { NotFoundText } from '@/components/frame/not-found-page'

export { generateMetadata } from '../not-found'

/** Inside the portal's frame, which is there already. */
export default async function NotFound() {
  return <NotFoundText t={await requestWords()} />
}
