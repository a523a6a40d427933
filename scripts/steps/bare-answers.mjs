// Loaded before the web server: what Next would answer by itself, before proxy.ts is asked, gets an answer of our own with the
// headers that every answer has; and HSTS goes on static files too, which the proxy does not see.
import http from 'node:http'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const hsts = 'max-age=31536000; includeSubDomains'

/** As next.config.mjs and proxy.ts set them; nothing in these answers may run or be framed. */
const bare = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Type': 'text/plain; charset=utf-8',
}

/**
 * The answer to a request that Next must not see; null for every other. A path with several slashes in a row leads to the one
 * with single ones, on this host whatever it says.
 * @param {{ method?: string, url?: string }} request
 * @returns {{ status: number, text: string, headers?: Record<string, string> } | null}
 */
export function bareAnswer({ method = 'GET', url = '/' }) {
  if (!methods.includes(method))
    return { status: 405, text: 'No such method.\n', headers: { Allow: methods.join(', ') } }
  const [path = '/', ...query] = url.split('?')
  if (!isDecodable(path)) return { status: 400, text: 'Bad address.\n' }
  if (!/[/\\]{2}|\\/.test(path)) return null
  const plain = `/${path
    .split(/[/\\]+/)
    .filter(Boolean)
    .join('/')}`
  return { status: 308, text: '', headers: { Location: [plain, ...query].join('?') } }
}

/** @param {string} path */
function isDecodable(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** @param {boolean} secure whether people reach the server by https */
export function answerBare(secure) {
  const emit = http.Server.prototype.emit
  http.Server.prototype.emit = function (event, ...told) {
    const [request, response] = told
    if (event !== 'request' || !request?.headers || !response?.setHeader) return emit.call(this, event, ...told)
    if (secure) response.setHeader('Strict-Transport-Security', hsts)
    const own = bareAnswer(request)
    if (!own) return emit.call(this, event, ...told)
    response.writeHead(own.status, { ...bare, ...own.headers })
    response.end(own.text)
    return true
  }
}

if (process.env.ETAPPI_TELL_SENDERS) answerBare((process.env.APP_URL ?? '').startsWith('https:'))
