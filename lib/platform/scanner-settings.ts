import { isThisMachine } from '@/lib/platform/tls-settings'

/** Where a scanner for malware is asked: a socket of this machine, or a port; `tls` where it is on another machine. */
export type ScannerPlace = { path: string } | { host: string; port: number; tls: boolean }

const usualPort = 3310

/** unix:///run/clamav/clamd.ctl, tcp://127.0.0.1:3310 on this machine only, tls://scanner.example.fi:3310; null: none of these. */
export function scannerPlace(address: string): ScannerPlace | null {
  const url = URL.parse(address)
  if (!url || url.search || url.hash || url.username) return null
  if (url.protocol === 'unix:') {
    const path = decodeURIComponent(url.pathname)
    return url.host === '' && path.length > 1 ? { path } : null
  }
  const tls = url.protocol === 'tls:'
  if (!tls && !(url.protocol === 'tcp:' && isThisMachine(url.hostname))) return null
  if (url.hostname === '' || !['', '/'].includes(url.pathname)) return null
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || usualPort, tls }
}
