import { requestWords } from '@/app/locale'
import { FrameAgain } from '@/components/frame/frame-again'
import { NotFoundText } from '@/components/frame/not-found-page'
import { choicesAddress } from '@/lib/notifications/addresses'

export { generateMetadata } from '../not-found'

/** Inside the portal's frame, which is there already, if empty. */
export default async function NotFound() {
  return (
    <>
      <NotFoundText t={await requestWords()} />
      <FrameAgain from={choicesAddress} />
    </>
  )
}
