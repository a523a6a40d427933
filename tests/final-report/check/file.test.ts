import { describe, expect, it } from 'vitest'
import { readReport } from '@/lib/final-report/check/file/reading/model'
import type { CheckedReport } from '@/lib/final-report/check/model'
import { realReport } from './real-report'

const section = { id: '1', number: '1', heading: 'Tulokset', kind: 'chapter', blocks: [] as object[] }
const problems = (file: unknown, facts: unknown = null) => {
  const read = readReport(file, facts)
  return read.ok ? [] : read.problems
}
function taken(file: unknown, facts: unknown = null): CheckedReport {
  const read = readReport(file, facts)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.report
}

describe('a report of a file', () => {
  it('is refused with the place of everything that does not fit', () => {
    const blocks = [{ type: 'film' }, { type: 'list', items: 'one' }]
    const wrong = problems({
      sections: [
        { ...section, blocks },
        { ...section, kind: 'poem' },
      ],
    })
    expect(wrong).toEqual([
      expect.stringMatching(/^report\.sections\[0\]\.blocks\[0\]\.type: /),
      expect.stringMatching(/^report\.sections\[0\]\.blocks\[1\]\.items: /),
      expect.stringMatching(/^report\.sections\[1\]\.kind: /),
    ])
    expect(problems('nothing')).toHaveLength(1)
    expect(problems({ sections: [] })).toHaveLength(1)
    expect(problems({ sections: [section, { ...section, parent: '9' }] })).toEqual([
      'report.sections[1].id: "1" is another section\'s id already',
      'report.sections[1].parent: there is no section "9"',
    ])
  })

  it('is refused with facts that cannot be read', () => {
    expect(problems({ sections: [section] }, { indicators: [{ id: 'A', name: 'Osuus' }] })).toEqual([
      expect.stringMatching(/^facts\.indicators\[0\]\.unit: /),
    ])
    const range = { id: 'A', name: 'Osuus', unit: '%', measurements: [{ value: { kunta: { min: 1, max: 2 } } }] }
    expect(problems({ sections: [section] }, { indicators: [range] })).toEqual([
      expect.stringContaining('A: a cell cannot be a range'),
    ])
    expect(problems({ sections: [section], facts: { figures: 'none' } })).toEqual([
      expect.stringMatching(/^facts\.figures: /),
    ])
  })

  it('may have more keys than are known, and facts of its own', () => {
    const figure = { type: 'figure', label: 'Kuva 1', width: 12 }
    const report = taken({
      made: 'by hand',
      sections: [{ ...section, colour: 'red', blocks: [figure] }],
      facts: { figures: [{ label: 'Kuva 1', caption: 'Polku' }] },
    })
    expect(report.sections[0]?.blocks[0]).toMatchObject({ type: 'figure', caption: 'Polku', alt: null, content: null })
  })

  it('keeps what its marks mean', () => {
    const text = 'Osuus oli 48 prosenttia {{ind:A@0}}, tavoite 50 {{ind:A}} ({{ref:Kuva 1}} ja {{ref:Kuva 9}}).'
    const blocks = [
      { type: 'paragraph', text },
      { type: 'figure', label: 'Kuva 1', alt: 'Polku' },
    ]
    const facts = {
      indicators: [
        {
          id: 'A',
          name: 'Osuus',
          unit: '%',
          target: { value: 50, direction: '>=', text: 'puolet' },
          measurements: [{ period: '2025', value: 48 }],
        },
      ],
    }
    const report = taken({ sections: [{ ...section, blocks }] }, facts)
    const [block] = report.sections[0]?.blocks ?? []
    expect(block?.type === 'text' && block.lines[0]).toEqual([
      { kind: 'text', text: 'Osuus oli 48 prosenttia' },
      { kind: 'source', source: { measureId: 'A', measurementId: 'A@0' } },
      { kind: 'text', text: ', tavoite 50' },
      { kind: 'source', source: { measureId: 'A', measurementId: null } },
      { kind: 'text', text: ' (' },
      { kind: 'reference', label: 'Kuva 1', to: 'figure', targetId: '1:2' },
      { kind: 'text', text: ' ja ' },
      { kind: 'reference', label: 'Kuva 9', to: 'figure', targetId: null },
      { kind: 'text', text: ').' },
    ])
    expect(report.measures).toMatchObject([
      {
        id: 'A',
        measurements: [{ id: 'A@0', value: { number: '48' }, time: '2025' }],
        targets: [{ value: { number: '50', qualifier: 'at_least', text: 'puolet' } }],
      },
    ])
  })

  it('takes the whole real report', () => {
    const report = realReport()
    expect(report.sections).toHaveLength(100)
    expect(report.measures).toHaveLength(128)
    expect(report.models).toHaveLength(45)
    expect(report.attachments.map(({ hasContent }) => hasContent)).toEqual([
      ...Array(6).fill(true),
      false,
      ...Array(4).fill(true),
    ])
    const blocks = report.sections.flatMap((one) => one.blocks)
    expect(blocks.filter(({ type }) => type === 'figure')).toHaveLength(99)
    expect(blocks.filter((block) => 'caption' in block && block.label !== null && block.caption === '')).toEqual([])
    const listed = blocks.flatMap((block) => (block.type === 'models' ? block.rows : [])).slice(0, 29)
    expect(listed.filter(({ piloted }) => piloted === 'Kyllä')).toHaveLength(28)
    expect(listed.map(({ stayedInUse }) => stayedInUse).filter((stayed) => stayed === 'Kyllä')).toHaveLength(21)
    const unresolved = blocks
      .flatMap((block) => (block.type === 'text' ? block.lines.flat() : []))
      .filter((piece) => piece.kind === 'reference' && piece.targetId === null)
    expect(unresolved).toEqual([])
  })
})
