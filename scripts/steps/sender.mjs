// Loaded before the web server: says who really sends a request. Limits of attempts count by that address, so a sender must not
// be able to write it. What a request says in X-Forwarded-For is true only as far from its right end as proxies of ours have
// written it (TRUSTED_PROXIES); without any, the connection itself tells.
import http from 'node:http'

/**
 * The sender's address: the last one that a trusted proxy has seen, or the other end of the connection.
 * @param {string | undefined} forwarded what X-Forwarded-For says, each proxy having added whom it was asked by
 * @param {string} peer the other end of the connection
 * @param {number} proxies how many proxies of ours stand before the server
 * @returns {string}
 */
export function senderAddress(forwarded, peer, proxies) {
  const way = [...(forwarded ?? '').split(',').map((one) => one.trim()), peer].filter((one) => one !== '')
  return way[Math.max(0, way.length - 1 - proxies)] ?? peer
}

/** @param {number} proxies */
export function tellSenders(proxies) {
  const emit = http.Server.prototype.emit
  http.Server.prototype.emit = function (event, ...told) {
    const [request] = told
    if ((event === 'request' || event === 'upgrade') && request?.headers) {
      const { headers, socket } = request
      const forwarded = headers['x-forwarded-for']
      headers['x-forwarded-for'] = senderAddress(String(forwarded ?? ''), socket?.remoteAddress ?? 'local', proxies)
      // Nobody of ours has written these.
      if (proxies === 0)
        for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']) delete headers[name]
    }
    return emit.call(this, event, ...told)
  }
}

if (process.env.ETAPPI_TELL_SENDERS) tellSenders(Number(process.env.TRUSTED_PROXIES) || 0)
