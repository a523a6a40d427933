import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { scanBytes, scannerAnswers } from '@/lib/platform/scanner'
import { type ScannerPlace, scannerPlace } from '@/lib/platform/scanner-settings'
import { type ClamdStandIn, type Mood, startClamdStandIn } from '../support/clamd-stand-in'
import { malwareSign } from '../support/malware-sign'
import { selfSigned } from '../support/self-signed'

let standIn: ClamdStandIn | null = null
afterEach(async () => {
  await standIn?.stop()
  standIn = null
})

async function scanner(
  where?: Parameters<typeof startClamdStandIn>[0],
): Promise<{ standIn: ClamdStandIn; place: ScannerPlace }> {
  standIn = await startClamdStandIn(where)
  const place = scannerPlace(standIn.address)
  if (!place) throw new Error(`no address of a scanner: ${standIn.address}`)
  return { standIn, place }
}

describe('a scanner', () => {
  it.each([1, 262_143, 262_144, 262_145, 10_000_000])('is given a file of %d bytes whole', async (size) => {
    const { standIn: asked, place } = await scanner()
    const bytes = new Uint8Array(randomBytes(size))
    expect(await scanBytes(place, bytes)).toEqual({ is: 'clean' })
    expect(asked.scanned.map((one) => one.equals(bytes))).toEqual([true])
  })

  it('is asked through a socket of the machine, too, and tells what it found', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clamd-'))
    const { place } = await scanner({ path: path.join(folder, 'clamd.ctl') })
    expect(await scannerAnswers(place)).toBe(true)
    const bytes = new TextEncoder().encode(`Muistio\n${malwareSign}\n`)
    expect(await scanBytes(place, bytes)).toEqual({ is: 'found', name: 'Eicar-Test-Signature' })
    fs.rmSync(folder, { recursive: true })
  })

  it.each<[Mood, string]>([
    ['silent', 'no answer in time'],
    ['hang-up', 'it hung up'],
    ['nonsense', 'it says too much'],
    ['too-long', 'INSTREAM size limit exceeded. ERROR'],
  ])('that is %s clears nothing', async (mood, why) => {
    const { standIn: asked, place } = await scanner()
    asked.mood = mood
    expect(await scanBytes(place, new Uint8Array(1000), 200)).toEqual({ is: 'unknown', why })
    expect(await scannerAnswers(place, 200)).toBe(false)
  })

  it('on another machine is believed by a certificate that somebody vouches for, and by no other', async () => {
    const certificate = selfSigned('localhost')
    const { standIn: asked, place } = await scanner({ certificate })
    const answer = await scanBytes(place, new Uint8Array(10))
    expect([answer, asked.scanned]).toEqual([{ is: 'unknown', why: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, []])
    const before = tls.getCACertificates()
    tls.setDefaultCACertificates([...before, certificate.cert])
    expect(await scanBytes(place, new Uint8Array(10))).toEqual({ is: 'clean' })
    tls.setDefaultCACertificates(before)
  })

  it('that is not there clears nothing', async () => {
    const { standIn: asked, place } = await scanner()
    await asked.stop()
    standIn = null
    expect(await scanBytes(place, new Uint8Array(10))).toEqual({ is: 'unknown', why: 'ECONNREFUSED' })
    const nowhere = path.join(os.tmpdir(), 'there-is-no-clamd.ctl')
    expect(await scanBytes({ path: nowhere }, new Uint8Array(10))).toEqual({ is: 'unknown', why: 'ENOENT' })
  })
})

describe('the address of a scanner', () => {
  it.each<[string, ScannerPlace | null]>([
    ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['tcp://127.0.0.1:3311', { host: '127.0.0.1', port: 3311, tls: false }],
    ['tcp://[::1]', { host: '::1', port: 3310, tls: false }],
    ['tls://scanner.example.fi', { host: 'scanner.example.fi', port: 3310, tls: true }],
    ['tcp://scanner.example.fi:3310', null],
    ['tls://scanner.example.fi/path', null],
    ['unix://host/run/clamd.ctl', null],
    ['unix:///', null],
    ['http://127.0.0.1:3310', null],
    ['127.0.0.1:3310', null],
    ['tls://', null],
  ])('%s', (address, place) => expect(scannerPlace(address)).toEqual(place))
})
