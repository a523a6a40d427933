// Versions below which a package is known to be open to an attack, and licences that go together with EUPL-1.2.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/runtime.mjs'

type Locked = { version?: string; license?: string; dev?: boolean }

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
)
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
const installed = Object.entries(packages).flatMap(([place, locked]) =>
  place === '' ? [] : [{ name: nameOf(place), version: '0.0.0', ...locked }],
)

/** Name → the oldest version without the fault, by its main version where older lines got the mending too, and what it was. */
const floors: Readonly<Record<string, { from: readonly string[]; was: string }>> = {
  next: { from: ['16.3.3'], was: 'the security releases until then (demanded for this product)' },
  react: { from: ['19.2.4'], was: 'code run by a forged server-function request, and endless loops after it' },
  'react-dom': { from: ['19.2.4'], was: 'the same' },
  'next-auth': { from: ['4.24.12'], was: 'sign-in mail to an address hidden in another' },
  nodemailer: { from: ['7.0.11'], was: 'mail to an address hidden in another; endless reading of addresses' },
  postcss: { from: ['8.4.31'], was: 'style sheets read otherwise than a browser does' },
  jose: { from: ['4.15.5'], was: 'decompression of forged tokens' },
  cookie: { from: ['0.7.0'], was: 'other fields set through a cookie’s name' },
  undici: { from: ['6.21.2', '7.5.0'], was: 'guessable boundaries; memory taken by bad certificates' },
  glob: { from: ['10.5.0', '11.1.0'], was: 'commands run by file names' },
  'js-yaml': { from: ['4.1.1'], was: 'prototypes changed by merging' },
  'brace-expansion': { from: ['1.1.12', '2.0.2'], was: 'endless matching' },
  'path-to-regexp': { from: ['6.3.0', '8.0.0'], was: 'endless matching' },
  sharp: { from: ['0.32.6'], was: 'code run by a picture (libwebp)' },
  'fast-xml-parser': { from: ['4.4.1', '5.0.0'], was: 'endless matching' },
  node: { from: ['24.13.0'], was: 'the security releases until January 2026' },
}

const numbers = (version: string): number[] => version.split('-')[0]?.split('.').map(Number) ?? []

function isBelow(version: string, floor: string): boolean {
  const [mine, theirs] = [numbers(version), numbers(floor)]
  const at = theirs.findIndex((number, index) => (mine[index] ?? 0) !== number)
  return at >= 0 && (mine[at] ?? 0) < (theirs[at] ?? 0)
}

/** Within a line that has a floor of its own that one counts, else the highest: older lines stay open. */
function isOpen(version: string, from: readonly string[]): boolean {
  const own = from.find((floor) => numbers(floor)[0] === numbers(version)[0])
  return isBelow(version, own ?? from.at(-1) ?? '0.0.0')
}

function openOnes(all: readonly { name: string; version: string }[]): string[] {
  return all.flatMap(({ name, version }) => {
    const floor = floors[name]
    return floor && isOpen(version, floor.from) ? [`${name} ${version}: ${floor.was}`] : []
  })
}

/** One of these, or a choice that has one of these. */
const allowed =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|OFL-1\.1|MPL-2\.0|EPL-2\.0|EUPL-1\.2|Zlib|Python-2\.0|LGPL-3\.0-or-later)$/

function isAllowed(licence: string): boolean {
  const parts = (text: string, word: RegExp) => text.replaceAll(/[()]/g, '').split(word)
  if (/ OR /i.test(licence)) return parts(licence, / OR /i).some(isAllowed)
  return parts(licence, / AND /i).every((one) => allowed.test(one))
}

describe('packages', () => {
  it('stand above every known floor', () => {
    const looked = installed.filter(({ name }) => floors[name])
    console.log(`looked at ${looked.length} of ${installed.length} packages with a floor`)
    expect(looked.length).toBeGreaterThanOrEqual(8)
    expect(openOnes(installed)).toEqual([])
  })

  it.each([
    ['next', '16.3.2'],
    ['react', '19.2.0'],
    ['nodemailer', '7.0.10'],
    ['glob', '10.4.5'],
    ['glob', '9.9.9'],
    ['undici', '5.29.0'],
  ])('%s %s would be found open (planted)', (name, version) => {
    expect(openOnes([{ name, version }])).toHaveLength(1)
  })

  it('with a mended older line is not found open', () => {
    expect(
      openOnes([
        { name: 'glob', version: '10.5.0' },
        { name: 'undici', version: '6.21.3' },
      ]),
    ).toEqual([])
  })

  it('have licences that go together with the project’s', () => {
    const used = installed.filter(({ dev }) => !dev)
    const without = used.filter(({ license }) => !license).map(({ name }) => name)
    expect(
      used.filter(({ license }) => license && !isAllowed(license)).map(({ name, license }) => `${name}: ${license}`),
    ).toEqual([])
    // its package.json says nothing; its LICENSE is MIT's
    expect(without).toEqual(['seq-queue'])
    expect(fs.readFileSync(path.join(root, 'node_modules/seq-queue/LICENSE'), 'utf8')).toContain('MIT License')
    expect(isAllowed('GPL-3.0-only')).toBe(false)
    expect(isAllowed('MIT AND SSPL-1.0')).toBe(false)
    expect(isAllowed('(MIT OR GPL-3.0-or-later)')).toBe(true)
  })
})
