import { notFound } from 'next/navigation'

export { generateMetadata } from '../not-found'

/** Every address that no page answers: drawn per request, because Next's own 404 is made in advance and carries no nonce. */
export default function UnknownAddress(): never {
  notFound()
}
