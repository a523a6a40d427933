// Parts of a ZIP file changed, the others as they were packed.
import { crc32 } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { packPart, partText, withPart, withParts } from '@/lib/exports/sheets/zip-part'

const files = {
  'a.xml': strToU8('<a>ä</a>'),
  'docs/middle.xml': strToU8('<m/>'.repeat(500)),
  'large.bin': Uint8Array.from({ length: 200_000 }, (_, at) => (at * 31) % 251),
  'ö.txt': strToU8(''),
}
const texts = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))

/** Sums that the directory tells of the parts, by name; fflate does not look at them. */
function toldSums(bytes: Uint8Array): Record<string, number> {
  const file = Buffer.from(bytes)
  const sums: Record<string, number> = {}
  let at = file.readUInt32LE(file.lastIndexOf('PK\x05\x06') + 16)
  while (file.readUInt32LE(at) === 0x02014b50) {
    const nameEnd = at + 46 + file.readUInt16LE(at + 28)
    sums[file.toString('utf8', at + 46, nameEnd)] = file.readUInt32LE(at + 16)
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return sums
}
const trueSums = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, crc32(data)]))

describe.each([0, 6] as const)('a file packed at level %i', (level) => {
  const zip = zipSync(files, { level })

  it.each(Object.keys(files))('has %s changed and all others kept', (name) => {
    const changed = withPart(zip, name, (text) => `${text} + öljyä`)
    const before = texts(zip)
    expect(texts(changed)).toEqual({ ...before, [name]: `${before[name]} + öljyä` })
    expect(toldSums(changed)).toEqual(trueSums(changed))
    expect(texts(withPart(changed, name, () => ''))).toEqual({ ...before, [name]: '' })
  })

  it('has several changed at once, each packed piece by piece, in the order of before', async () => {
    const pieces = Array.from({ length: 3000 }, (_, no) => `<row r="${no}">öljyä</row>`)
    const parts = [await packPart('docs/middle.xml', pieces), await packPart('a.xml', [])]
    const changed = withParts(zip, parts)
    expect(texts(changed)).toEqual({ ...texts(zip), 'docs/middle.xml': pieces.join(''), 'a.xml': '' })
    expect(Object.keys(unzipSync(changed))).toEqual(Object.keys(unzipSync(zip)))
    expect(toldSums(changed)).toEqual(trueSums(changed))
    expect(partText(changed, 'docs/middle.xml')).toBe(pieces.join(''))
    expect(withParts(zip, [await packPart('docs/middle.xml', pieces), await packPart('a.xml', [])])).toEqual(changed)
  })

  it('is not changed where it has no such part, or is no such file', () => {
    expect(() => withPart(zip, 'b.xml', (text) => text)).toThrow('no part b.xml')
    expect(() => partText(zip, 'b.xml')).toThrow('no part b.xml')
    expect(() => withPart(strToU8('not a file'), 'a.xml', (text) => text)).toThrow('not a ZIP file')
    expect(() => withPart(zip.slice(0, -30), 'a.xml', (text) => text)).toThrow()
  })
})

it('a part whose pieces cannot be made is not packed', async () => {
  function* broken() {
    yield '<a>'
    throw new Error('no rows')
  }
  await expect(packPart('a.xml', broken())).rejects.toThrow('no rows')
})
