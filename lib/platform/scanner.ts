import 'server-only'
import net from 'node:net'
import tls from 'node:tls'
import type { ScannerPlace } from '@/lib/platform/scanner-settings'

/** `found`: what the scanner calls it. `unknown`: it gave no answer that says either, and why as far as that is known. */
export type ScanAnswer = { is: 'clean' } | { is: 'found'; name: string } | { is: 'unknown'; why: string }

const patience = 30_000
const pingPatience = 3000
const largestPart = 262_144
// A scanner answers in one line; whatever sends more is none.
const longestAnswer = 1000

/**
 * Asks ClamAV's clamd, or whatever speaks its protocol, whether these bytes hold malware it knows (INSTREAM of clamd(8)).
 * Only a plain "OK" is clean: any other answer, none in time, or a connection that breaks is `unknown`.
 */
export async function scanBytes(place: ScannerPlace, bytes: Uint8Array, wait = patience): Promise<ScanAnswer> {
  const said = await converse(place, streamOf(bytes), wait)
  if ('why' in said) return { is: 'unknown', why: said.why }
  if (said.line === 'stream: OK') return { is: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(said.line)?.[1]
  return found ? { is: 'found', name: found.slice(0, 200) } : { is: 'unknown', why: said.line.slice(0, 200) }
}

/** Whether the scanner answers at all. */
export async function scannerAnswers(place: ScannerPlace, wait = pingPatience): Promise<boolean> {
  const said = await converse(place, [Buffer.from('zPING\0')], wait)
  return 'line' in said && said.line === 'PONG'
}

/** The command, then each part behind its length, then a length of nothing. */
function streamOf(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [Buffer.from('zINSTREAM\0')]
  for (let at = 0; at < bytes.length; at += largestPart) {
    const part = bytes.subarray(at, at + largestPart)
    parts.push(lengthOf(part.length), part)
  }
  return [...parts, lengthOf(0)]
}

function lengthOf(length: number): Uint8Array {
  const told = Buffer.alloc(4)
  told.writeUInt32BE(length)
  return told
}

/** Sends all of it and gives the one line that comes back. */
function converse(
  place: ScannerPlace,
  parts: readonly Uint8Array[],
  wait: number,
): Promise<{ line: string } | { why: string }> {
  return new Promise((resolve) => {
    const socket = 'tls' in place && place.tls ? tls.connect({ ...place, servername: place.host }) : net.connect(place)
    const settle = (said: { line: string } | { why: string }) => {
      clearTimeout(timer)
      resolve(said)
      socket.destroy()
    }
    const timer = setTimeout(() => settle({ why: 'no answer in time' }), wait)
    let line = ''
    socket.setEncoding('utf8')
    socket.on('error', (error: NodeJS.ErrnoException) => settle({ why: error.code ?? error.message }))
    socket.on('close', () => settle({ why: 'it hung up' }))
    socket.on('data', (text: string) => {
      line += text
      const end = line.indexOf('\0')
      if (end >= 0) settle({ line: line.slice(0, end).trim() })
      else if (line.length > longestAnswer) settle({ why: 'it says too much' })
    })
    for (const part of parts) socket.write(part)
  })
}
