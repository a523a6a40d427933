// One part of a ZIP file changed, the others as they were packed.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withPart } from '@/lib/exports/sheets/zip-part'

const files = {
  'a.xml': strToU8('<a>ä</a>'),
  'docs/middle.xml': strToU8('<m/>'.repeat(500)),
  'large.bin': Uint8Array.from({ length: 200_000 }, (_, at) => (at * 31) % 251),
  'ö.txt': strToU8(''),
}
const texts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))

describe.each([0, 6] as const)('a file packed at level %i', (level) => {
  const zip = zipSync(files, { level })

  it.each(Object.keys(files))('has %s changed and all others kept', (name) => {
    const changed = withPart(zip, name, (text) => `${text} + öljyä`)
    const before = texts(zip)
    expect(texts(changed)).toEqual({ ...before, [name]: `${before[name]} + öljyä` })
    expect(texts(withPart(changed, name, () => ''))).toEqual({ ...before, [name]: '' })
  })

  it('is not changed where it has no such part, or is no such file', () => {
    expect(() => withPart(zip, 'b.xml', (text) => text)).toThrow('no part b.xml')
    expect(() => withPart(strToU8('not a file'), 'a.xml', (text) => text)).toThrow('not a ZIP file')
    expect(() => withPart(zip.slice(0, -30), 'a.xml', (text) => text)).toThrow()
  })
})
