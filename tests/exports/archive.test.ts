import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { manifestPath, packArchive, verifyArchive } from '@/lib/exports/archive/package'

const at = new Date('2025-12-15T10:00:00Z')
const files = [
  { path: 'raportti.pdf', bytes: strToU8('%PDF-1.7 sisältö') },
  { path: 'data/tiedot.json', bytes: strToU8('{"a":1}') },
  { path: 'liitteet/LIITE-1-päätös.txt', bytes: strToU8('Päätös') },
]
const packed = packArchive(files, at)
const parts = () => unzipSync(packed.bytes)

describe('an archive package', () => {
  it('holds every file and a manifest that sha256sum reads, and is the same each time', () => {
    expect(verifyArchive(packed.bytes)).toEqual({ files: 3, manifest: packed.manifest, faults: [] })
    expect(new TextDecoder().decode(parts()[manifestPath])).toMatch(/^([0-9a-f]{64} {2}\S+\n){3}$/)
    expect(packArchive(files.toReversed(), at).bytes).toEqual(packed.bytes)
  })

  it.each([
    [
      'a changed file',
      (all: Record<string, Uint8Array>) => ({ ...all, 'raportti.pdf': strToU8('%PDF-1.7 sisaltö') }),
      'CHANGED',
    ],
    [
      'a file that is gone',
      (all: Record<string, Uint8Array>) =>
        Object.fromEntries(Object.entries(all).filter(([path]) => path !== 'raportti.pdf')),
      'MISSING',
    ],
    ['a file put there', (all: Record<string, Uint8Array>) => ({ ...all, 'lisatty.txt': strToU8('x') }), 'NOT_LISTED'],
    [
      'a manifest that cannot be read',
      (all: Record<string, Uint8Array>) => ({ ...all, [manifestPath]: strToU8('abc raportti.pdf\n') }),
      'UNREADABLE_LINE',
    ],
    [
      'no manifest',
      (all: Record<string, Uint8Array>) =>
        Object.fromEntries(Object.entries(all).filter(([path]) => path !== manifestPath)),
      'NO_MANIFEST',
    ],
  ])('does not verify with %s', (_name, change, fault) => {
    const { faults } = verifyArchive(zipSync(change(parts())))
    expect(faults.map((one) => one.fault)).toContain(fault)
  })

  it('any flipped byte is found, unless every file comes out as it went in', () => {
    let found = 0
    for (let place = 0; place < packed.bytes.length; place += 1) {
      const flipped = packed.bytes.slice()
      flipped[place] = (flipped[place] ?? 0) ^ 0xff
      const check = verifyArchive(flipped)
      if (check.faults.length > 0 || check.manifest !== packed.manifest) found += 1
      // Days, and what ZIP keeps for other systems, are no content.
      else expect(unzipSync(flipped), `byte ${place}`).toEqual(parts())
    }
    expect(found).toBeGreaterThan(packed.bytes.length / 2)
    expect(verifyArchive(strToU8('ei zip'))).toMatchObject({ faults: [{ fault: 'NOT_AN_ARCHIVE' }] })
  })
})
