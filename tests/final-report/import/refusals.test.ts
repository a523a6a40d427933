import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWritten } from '@/lib/final-report/import/reading/model'
import { harmless, hostile } from '@/tests/final-report/import/hostile'
import { docxParts, p, zipped } from '@/tests/final-report/import/make-docx'

describe('a hostile file', () => {
  it.each(hostile)('is refused as a whole: $name', ({ file, make, reason }) => {
    const answer = readWritten(file, make())
    expect(answer).toMatchObject({ ok: false, reason })
  })

  it.each(harmless)('and $name is taken', ({ file, make }) => {
    expect(readWritten(file, make())).toMatchObject({ ok: true })
  })

  it('names the part at fault', () => {
    const parts = { ...docxParts({ body: p('x') }), 'word/styles.xml': '<a>' }
    expect(readWritten('a.docx', zipped(parts))).toEqual({ ok: false, reason: 'DAMAGED', at: ['word/styles.xml'] })
    const twice = { id: '1', heading: 'A', kind: 'chapter', blocks: [{ type: 'table', rows: 5 }] }
    const json = new TextEncoder().encode(JSON.stringify({ sections: [twice] }))
    expect(readWritten('a.json', json)).toEqual({
      ok: false,
      reason: 'WRONG_SHAPE',
      at: ['sections[0].blocks[0].rows'],
    })
  })

  it('of the tests is one of each kind that is told', () => {
    const told = new Set(hostile.map(({ reason }) => reason))
    const known = JSON.parse(readFileSync('lib/messages/fi/report-import.json', 'utf8')) as { reason: object }
    const others = ['NOT_FOUND', 'STALE', 'CHANGED', 'NOTHING_TAKEN']
    expect([...told].sort()).toEqual(
      Object.keys(known.reason)
        .filter((name) => !others.includes(name))
        .sort(),
    )
  })

  it('with prefixes of its own is read all the same', () => {
    const main = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const document = `<x:document xmlns:x="${main}"><x:body><x:p><x:r><x:t>Teksti</x:t></x:r></x:p></x:body></x:document>`
    const bytes = zipped({ ...docxParts({ body: '' }), 'word/document.xml': document })
    const read = readWritten('a.docx', bytes)
    expect(read.ok && read.value.written.sections[0]?.blocks).toMatchObject([{ kind: 'paragraph' }])
  })
})
