// The samples in docs/operations against the product: a setting that does not exist, or a file that is not there, is found.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, settingNames } from '@/lib/platform/env'
import { largestPackage } from '@/lib/project-packages/format/model'
import { root } from '../../scripts/runtime.mjs'

const read = (name: string) => fs.readFileSync(path.join(root, 'docs/operations', name), 'utf8')
const samples = ['compose.yaml', 'Containerfile', 'etappi@.service', 'nginx.conf']

/** What each kind of sample sets for Etappi. */
const readers: Record<string, (text: string) => [name: string, value: string][]> = {
  'compose.yaml': (text) => pairs(text, /^ +([A-Z][A-Z_]+): '?([^'\n]*)'?$/gm),
  Containerfile: (text) =>
    [...text.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => pairs(line, /([A-Z_]+)=(\S+)/g)),
  'etappi@.service': (text) =>
    [...text.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = '']) => pairs(line, /([A-Z_]+)=(\S+)/g)),
}

function pairs(text: string, pattern: RegExp): [string, string][] {
  return [...text.matchAll(pattern)].map(([, name = '', value = '']) => [name, value])
}

/** Names that are no setting of Etappi; NODE_ENV is Node's. */
const unknown = (names: readonly string[]) =>
  names.filter((name) => name !== 'NODE_ENV' && !settingNames.includes(name))

/** Wrong values, as a server that starts would say them; %i is the port in a unit. */
function refused(set: readonly [string, string][]): string[] {
  const values = Object.fromEntries(set.map(([name, value]) => [name, value.replaceAll('%i', '3001')]))
  const settings = readSettings(values)
  return settings.ok ? [] : settings.problems
}

describe('samples of operating', () => {
  it.each(Object.keys(readers))('%s sets only what there is, to values that are taken', (name) => {
    const set = readers[name]?.(read(name)) ?? []
    expect(set.length).toBeGreaterThan(2)
    expect(unknown(set.map(([one]) => one))).toEqual([])
    expect(refused(set)).toEqual([])
  })

  it('would be found with a setting that does not exist, or a wrong value (planted)', () => {
    const text = read('compose.yaml').replace('TRUSTED_PROXIES', 'TRUST_PROXIES').replace("PORT: '3000'", "PORT: 'web'")
    const set = readers['compose.yaml']?.(text) ?? []
    expect(unknown(set.map(([one]) => one))).toEqual(['TRUST_PROXIES'])
    expect(refused(set.filter(([name]) => name === 'PORT').slice(0, 1))).toHaveLength(1)
  })

  it('name files of the project that exist, and the address of health', () => {
    const named = samples.flatMap((name) => [...read(name).matchAll(/\bscripts\/[\w./-]+\.mjs/g)].map(([file]) => file))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([])
    expect(read('Containerfile')).toContain('/api/health')
    expect(fs.existsSync(path.join(root, 'app/api/health/route.ts'))).toBe(true)
    const linked = [...read('README.md').matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file)
    expect(samples.filter((name) => !linked.includes(name))).toEqual([])
    expect(linked.filter((name) => !fs.existsSync(path.join(root, 'docs/operations', name)))).toEqual([])
  })

  it('let the proxy take the largest thing that Etappi takes, ask all servers of compose, and tell who asks', () => {
    const nginx = read('nginx.conf')
    const megabytes = Number(/client_max_body_size (\d+)m;/.exec(nginx)?.[1])
    expect(megabytes * 1_000_000).toBeGreaterThan(largestPackage)
    const asked = [...nginx.matchAll(/^ {4}server (\S+):3000 /gm)].map(([, name]) => name)
    const servers = [...read('compose.yaml').matchAll(/^ {2}(\S+):\n {4}<<: \*server$/gm)].map(([, name]) => name)
    expect(asked).toEqual(servers)
    expect(asked.length).toBeGreaterThan(1)
    for (const needed of ['X-Forwarded-For $proxy_add_x_forwarded_for', 'proxy_next_upstream error timeout http_404'])
      expect(nginx).toContain(needed)
    expect([...nginx].filter((sign) => sign === '{')).toHaveLength([...nginx].filter((sign) => sign === '}').length)
  })

  it('run nothing as the system’s administrator', () => {
    const last =
      read('Containerfile')
        .split(/^FROM /m)
        .at(-1) ?? ''
    expect(last).toMatch(/^USER etappi$/m)
    expect(last.indexOf('USER etappi')).toBeLessThan(last.indexOf('CMD ["node", "scripts/up.mjs"'))
    expect(read('etappi@.service')).toMatch(/^User=etappi$/m)
    expect(read('compose.yaml')).toContain('cap_drop: [ALL]')
  })
})
