// Where demo accounts may be, and who reaches them: their password is published.
import { describe, expect, it } from 'vitest'
import { isHere, listenOn, mayLoadDemo, requireWordForDemo } from '../../scripts/up/demo.mts'

const local = { appUrl: 'http://localhost:3000', demo: undefined, host: undefined }
const elsewhere = { ...local, appUrl: 'https://etappi.example.fi' }

describe('demo accounts', () => {
  it.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:3000', true],
    ['http://etappi.localhost', true],
    ['https://etappi.example.fi', false],
    ['http://localhost.example.fi', false],
    ['http://198.51.100.5:3000', false],
    ['http://127.example.fi', false],
  ])('%s is this machine: %s', (appUrl, here) => expect(isHere({ appUrl })).toBe(here))

  it('are made on this machine, elsewhere only by the word DEMO=true', () => {
    expect(mayLoadDemo(local)).toBe(true)
    expect(mayLoadDemo({ ...local, demo: false })).toBe(false)
    expect(mayLoadDemo(elsewhere)).toBe(false)
    expect(mayLoadDemo({ ...elsewhere, demo: false })).toBe(false)
    expect(mayLoadDemo({ ...elsewhere, demo: true })).toBe(true)
  })

  it('that are there are not shown elsewhere without that word, however they came', () => {
    expect(() => requireWordForDemo(elsewhere, true)).toThrow('Say DEMO=true')
    expect(() => requireWordForDemo({ ...elsewhere, demo: false }, true)).toThrow('etappi.example.fi')
    expect(() => requireWordForDemo({ ...elsewhere, demo: true }, true)).not.toThrow()
    expect(() => requireWordForDemo(elsewhere, false)).not.toThrow()
    expect(() => requireWordForDemo(local, true)).not.toThrow()
  })

  it('are reached from this machine only, unless HOST opens it', () => {
    expect(listenOn(local)).toBe('127.0.0.1')
    expect(listenOn({ ...local, host: '0.0.0.0' })).toBe('0.0.0.0')
    expect(listenOn({ ...local, host: '192.0.2.7' })).toBe('192.0.2.7')
    expect(listenOn({ ...elsewhere, demo: true })).toBeUndefined()
  })
})
