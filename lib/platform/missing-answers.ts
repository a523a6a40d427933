import { subscribe } from 'node:diagnostics_channel'
import { log } from '@/lib/platform/logger'

/** What Node tells when an answer has been sent, as far as it is read here. */
type Sent = {
  request: { method?: string; url?: string }
  response: { statusCode: number; getHeader(name: string): unknown }
}

/** Requests that are being answered, by their id, and who sent them. One for the process: a build has this module more than once. */
const holder = globalThis as { etappiAsking?: Map<string, string> }
const asking = () => {
  holder.etappiAsking ??= new Map()
  return holder.etappiAsking
}

/** A request that breaks off never ends; what it left gives way to later ones. */
const mostAsking = 10_000

/** Says which person a request was found to come from. */
export function isAskedBy(requestId: string | null, userId: string): void {
  if (requestId === null) return
  const known = asking()
  const [oldest] = known.keys()
  if (known.size >= mostAsking && oldest !== undefined) known.delete(oldest)
  known.set(requestId, userId)
}

/**
 * From now on an answer to somebody who is signed in that a page or a file does not exist, or may not be had, leaves the line
 * `request.missing`. What is not there and what is not theirs are answered alike on purpose, so they stand in the log alike: many
 * lines of one person are what to look at. Nothing that was searched for is in it, and no link that opens something.
 */
export function tellOfMissing(): void {
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as Sent
    const id = response.getHeader('x-request-id')
    if (typeof id !== 'string') return
    const userId = asking().get(id)
    asking().delete(id)
    if (userId === undefined || (response.statusCode !== 404 && response.statusCode !== 403)) return
    // Taken as it was sent: an address that cannot be read must not break the server here, after its answer.
    const [path = ''] = (request.url ?? '').split('?')
    if (path.startsWith('/invitation')) return
    log('warn', 'request.missing', {
      status: response.statusCode,
      method: request.method,
      path,
      userId,
      requestId: id,
    })
  })
}
