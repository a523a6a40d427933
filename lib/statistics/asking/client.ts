import 'server-only'
import { askOutside, type OutsideAnswer } from '@/lib/platform/outside'
import { type Answer, refusal } from '@/lib/statistics/model'

type ServiceRequest = {
  /** Base of the service, as the settings tell */
  base: string
  /** From the base on, beginning with a slash */
  path: string
  body?: unknown
  /** The dimension files of THL are a call of a function */
  call?: 'thl.pivot.loadDimensions'
  /** For tests: shorter and smaller than the real limits */
  patience?: number
  bytes?: number
}

/** The catalogue of Sotkanet is some megabytes; nothing a service gives is near this. */
const largest = 40_000_000
const longest = 60_000
const mostRedirects = 3

/**
 * Asks a service for JSON. Goes on where it is led only within the same server. Reasons: TIMED_OUT, UNREACHABLE, TOO_LARGE,
 * REDIRECTED_AWAY, GONE (404, 410), REFUSED (another 4xx), BROKEN (5xx), NOT_JSON.
 */
export async function askService(request: ServiceRequest): Promise<Answer<unknown>> {
  const { base, path, body, call, patience = longest, bytes = largest } = request
  const start = new URL(`${base}${path}`)
  let url = start
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const asked = await askOutside({
      url,
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      accept: 'application/json',
      patience,
      bytes,
      // The operator has named this server in the settings.
      publicOnly: false,
    })
    if (!asked.ok) return refusal(asked.reason)
    const answer = asked.value
    if (answer.status < 300 || answer.status >= 400) return understood(answer, call)
    const next = answer.location === null ? null : URL.parse(answer.location, url)
    if (!next || next.origin !== start.origin || body !== undefined) {
      return refusal('REDIRECTED_AWAY', next?.host ?? String(answer.status))
    }
    url = next
  }
  return refusal('REDIRECTED_AWAY', 'loop')
}

function understood({ status, body }: OutsideAnswer, call: ServiceRequest['call']): Answer<unknown> {
  if (status === 404 || status === 410) return refusal('GONE', `HTTP ${status}`)
  if (status >= 500) return refusal('BROKEN', `HTTP ${status}`)
  if (status >= 400) return refusal('REFUSED', `HTTP ${status}`)
  return readJson(body, call)
}

/** JSON, within a call of a function when one is named; a byte order mark before it is left out. */
export function readJson(text: string, call?: string): Answer<unknown> {
  const bare = text.replace(/^\uFEFF/, '').trim()
  const inner = call === undefined ? bare : withinCall(bare, call)
  if (inner === null) return refusal('NOT_JSON', firstWords(bare))
  try {
    return { ok: true, value: JSON.parse(inner) }
  } catch {
    return refusal('NOT_JSON', firstWords(bare))
  }
}

/** Nothing is run: the name and the brackets are taken off. */
function withinCall(text: string, call: string): string | null {
  if (text.startsWith('[') || text.startsWith('{')) return text
  const rest = text.startsWith(call) ? text.slice(call.length).trimStart() : ''
  const end = rest.replace(/;?\s*$/, '')
  return end.startsWith('(') && end.endsWith(')') ? end.slice(1, -1) : null
}

const firstWords = (text: string): string | null => text.replace(/\s+/g, ' ').slice(0, 40) || null
