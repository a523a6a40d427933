import 'server-only'
import { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { settings } from '@/lib/platform/env'
import { version } from '@/lib/platform/version'
import { fail, ok, type Result } from '@/lib/values/result'

/** Why nothing came back. NOT_PUBLIC: the address leads into an inner network. */
export type OutsideReason = 'TIMED_OUT' | 'UNREACHABLE' | 'TOO_LARGE' | 'NOT_PUBLIC'

type OutsideRequest = {
  url: URL
  method?: 'GET' | 'HEAD' | 'POST'
  /** JSON to send, or what `sends` says */
  body?: string
  sends?: 'application/json' | 'application/x-www-form-urlencoded'
  /** Header by which the sender shows who it is */
  authorization?: string
  accept?: string
  /** Longest time until the last byte, in milliseconds */
  patience: number
  /** Most bytes that are read, unpacked; 0: only the head is wanted */
  bytes: number
  /** Addresses of inner networks are refused, whatever name leads to them */
  publicOnly: boolean
}

export type OutsideAnswer = { status: number; location: string | null; type: string; body: string }

/** Who asks, so that a service can see it and write to somebody. */
const userAgent = (): string => `Etappi/${version} (+${settings().appUrl})`

/**
 * One request to somebody else's server; the only door out besides mail. Follows no redirect: whoever asks decides where to go
 * on. Reads no more and waits no longer than told, also of a packed answer.
 * @returns whatever was answered, errors of the server too
 */
export function askOutside(request: OutsideRequest): Promise<Result<OutsideAnswer, OutsideReason>> {
  const { url, patience, publicOnly } = request
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (publicOnly && isIP(literal) !== 0 && !isPublicAddress(literal)) return Promise.resolve(fail('NOT_PUBLIC'))
  return new Promise((resolve) => {
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      method: request.method ?? 'GET',
      agent: false,
      headers: headersOf(request),
      ...(publicOnly ? { lookup: publicLookup } : {}),
    })
    const settle = (answer: Result<OutsideAnswer, OutsideReason>) => {
      clearTimeout(timer)
      resolve(answer)
      sent.destroy()
    }
    const timer = setTimeout(() => settle(fail('TIMED_OUT')), patience)
    sent.on('error', (error) => settle(fail(error instanceof NotPublic ? 'NOT_PUBLIC' : 'UNREACHABLE')))
    sent.on('response', (response) => read(response, request, settle))
    sent.end(request.body)
  })
}

function headersOf({ body, sends, accept, authorization }: OutsideRequest): Record<string, string | number> {
  const type = sends ?? 'application/json'
  return {
    'User-Agent': userAgent(),
    ...(authorization === undefined ? {} : { Authorization: authorization }),
    Accept: accept ?? '*/*',
    'Accept-Encoding': 'gzip, deflate, br',
    ...(body === undefined ? {} : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
  }
}

function read(
  response: http.IncomingMessage,
  { bytes }: OutsideRequest,
  settle: (answer: Result<OutsideAnswer, OutsideReason>) => void,
): void {
  const { statusCode: status = 0, headers } = response
  const head = { status, location: headers.location ?? null, type: headers['content-type'] ?? '' }
  if (bytes === 0) {
    settle(ok({ ...head, body: '' }))
    return
  }
  const parts: Buffer[] = []
  let length = 0
  const unpacked = unpack(response, headers['content-encoding'])
  unpacked.on('data', (part: Buffer) => {
    length += part.length
    if (length > bytes) settle(fail('TOO_LARGE'))
    else parts.push(part)
  })
  unpacked.on('error', () => settle(fail('UNREACHABLE')))
  response.on('error', () => settle(fail('UNREACHABLE')))
  response.on('aborted', () => settle(fail('UNREACHABLE')))
  unpacked.on('end', () => settle(ok({ ...head, body: Buffer.concat(parts).toString('utf8') })))
}

function unpack(response: http.IncomingMessage, encoding: string | undefined): NodeJS.ReadableStream {
  if (encoding === 'gzip' || encoding === 'x-gzip') return response.pipe(createGunzip())
  if (encoding === 'deflate') return response.pipe(createInflate())
  return encoding === 'br' ? response.pipe(createBrotliDecompress()) : response
}

class NotPublic extends Error {}

/** Looks a name up and lets only public addresses through; the connection is made to exactly what was judged here. */
const publicLookup: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, '', 0)
    const [first] = found
    if (!first || found.some(({ address }) => !isPublicAddress(address))) return answer(new NotPublic(name), '', 0)
    if (options.all) return answer(null, found)
    return answer(null, first.address, first.family)
  })
}

const inner = new BlockList()
// Special-purpose addresses of RFC 6890 and its successors: this host, inner networks, carriers, tests, multicast, reserved.
for (const [net, length] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, length, 'ipv4')
// 64:ff9b::/96 and 2002::/16 carry an IPv4 address that could be an inner one.
for (const [net, length] of [
  ['::', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, length, 'ipv6')

/** Whether an IP address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPublicAddress(mapped)
  const family = isIP(address)
  if (family === 0) return false
  return !inner.check(address, family === 4 ? 'ipv4' : 'ipv6') && !/^::ffff:/i.test(address)
}
