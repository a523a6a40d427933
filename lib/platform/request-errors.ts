import { stripVTControlCharacters } from 'node:util'
import { log } from '@/lib/platform/logger'

/** What Next tells of a request in which something broke (`onRequestError`), as far as it may be logged. */
export type FailedRequest = {
  method: string
  /** Names in small letters. The address of the request is never read: it holds ids, words that were searched for, secrets of links. */
  headers: Readonly<Record<string, string | string[] | undefined>>
}

export type FailedPlace = {
  /** The pattern of the address, such as `/projects/[project]/risks/[risk]` */
  routePath: string
  /** `render`: a page, also while a form is sent to it; `route`: a file or an answer to a program; `action`: a form; `proxy`: before */
  routeType: string
}

/** Said by the framework and not told of by `requestFailed` yet; see `keepInForm`. */
const held = new Map<Error, () => void>()
/** The newest lines, by request and code: where several parts of a page break at the same thing, it is told once. */
const told = new Set<string>()
const toldAtMost = 100

/** Milliseconds in which the framework tells which request an error belongs to; it does so at once. */
const patience = 1000

/**
 * Writes one line of the running log, `request.failed`, about an error that a page, a route or an action did not expect: the
 * request’s id, the pattern of its address, the code that the reader sees (digest), and what may be told of the error. A request
 * has one line for each code.
 */
export function requestFailed(error: unknown, request: FailedRequest, place: FailedPlace): void {
  if (error instanceof Error) {
    held.get(error)?.()
    held.delete(error)
  }
  const id = request.headers['x-request-id']
  const requestId = typeof id === 'string' && /^[\da-f-]{36}$/.test(id) ? id : null
  const said = toldOf(error)
  if (requestId && said.digest && isToldAgain(`${requestId} ${said.digest}`)) return
  log('error', 'request.failed', {
    requestId,
    kind: place.routeType,
    route: patternOf(place.routePath),
    method: /^[A-Z]{1,10}$/.test(request.method) ? request.method : null,
    ...said,
  })
}

/** Next says at times the name of the page’s folder instead: `/(public)/sign-in/page`. */
const patternOf = (path: string): string => path.replaceAll(/\/\([^/)]*\)/g, '').replace(/\/(page|route)$/, '') || '/'

function isToldAgain(which: string): boolean {
  if (told.has(which)) return true
  const [oldest] = told
  if (told.size >= toldAtMost && oldest !== undefined) told.delete(oldest)
  told.add(which)
  return false
}

/**
 * Brings what the framework says on the console into the form of the running log, as `framework.said`. An error waits a moment:
 * when `requestFailed` tells of the same one, it is written there and not here.
 * @param spoken where it speaks; tests give their own
 */
export function keepInForm(spoken: Pick<Console, 'error' | 'warn'> = globalThis.console): void {
  spoken.error = (...said) => {
    const error = said.find((one) => one instanceof Error)
    const write = () => log('error', 'framework.said', { ...sentencesOf(said), ...(error && toldOf(error)) })
    if (error) hold(error, write)
    else write()
  }
  spoken.warn = (...said) => log('warn', 'framework.said', sentencesOf(said))
  // A server that ends at once says first what it still holds.
  process.once('exit', () => {
    for (const [error, forget] of held) {
      forget()
      log('error', 'framework.said', toldOf(error))
    }
    held.clear()
  })
}

function sentencesOf(said: readonly unknown[]): { text?: string } {
  const text = withoutQuotes(said.filter((one) => typeof one === 'string').join(' '))
  return text === '' ? {} : { text }
}

function hold(error: Error, write: () => void): void {
  held.get(error)?.()
  const timer = setTimeout(() => {
    held.delete(error)
    write()
  }, patience).unref()
  held.set(error, () => clearTimeout(timer))
}

/**
 * What may be logged of a thing that was thrown: its kind, its codes, its sentence without what is quoted in it, and the places in
 * the code. Databases and readers of files quote what people typed; a TypeError of the language itself quotes names in the code.
 */
function toldOf(thrown: unknown): Record<string, string> {
  if (!(thrown instanceof Error)) return { error: `a ${typeof thrown} was thrown` }
  const { code, digest } = thrown as { code?: unknown; digest?: unknown }
  const own = (thrown instanceof TypeError || thrown instanceof ReferenceError) && code === undefined
  const places = thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    ...(typeof digest === 'string' || typeof digest === 'number' ? { digest: short(String(digest)) } : {}),
    error: short(thrown.name),
    ...(typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? { code } : {}),
    message: own ? thrown.message.slice(0, 300) : withoutQuotes(thrown.message),
    stack: places
      .slice(0, 20)
      .map((line) => line.trim().replaceAll(`${process.cwd()}/`, ''))
      .join('\n'),
    ...(thrown.cause instanceof Error ? { cause: short(thrown.cause.name) } : {}),
  }
}

const short = (text: string): string => text.slice(0, 100)

/** First and last line, from the first quotation mark to the last of each left out, and so are addresses of mail. */
function withoutQuotes(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const ends = lines.length > 1 ? [lines[0] ?? '', lines.at(-1) ?? ''] : lines
  return ends
    .map((line) => line.replace(/["“”].*["“”]/, '"…"').replace(/['‘’].*['‘’]/, "'…'"))
    .map((line) => line.replaceAll(/\S+@\S+/g, '…').slice(0, 300))
    .join(' … ')
}
