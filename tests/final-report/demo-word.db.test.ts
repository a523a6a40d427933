import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemViewer } from '@/lib/access/viewer'
import { renderWord } from '@/lib/exports/docx/render'
import type { ReportDocument } from '@/lib/final-report/document/model'
import { exportWordReport } from '@/lib/final-report/export/commands'
import { checks } from '@/tests/exports/docx/checks'
import { fields, readDocx, reportLines } from '@/tests/exports/docx/read-docx'
import { useDemoCopy } from '@/tests/seed/demo-copy'

let done: () => Promise<void>
beforeAll(async () => {
  done = await useDemoCopy()
}, 240_000)
afterAll(() => done?.())

async function exported(key: string) {
  let document: ReportDocument | null = null
  const made = await exportWordReport(systemViewer('operator'), key, (given, at, drawing) => {
    document = given
    return renderWord(given, at, drawing)
  })
  if (!made.ok || !document) throw new Error(`${key} was not made`)
  return { ...made.value, document: document as ReportDocument, docx: readDocx(made.value.bytes) }
}

it.each(['kkk2', 'syli'])(
  'the final report of %s as a Word document passes every check',
  async (key) => {
    const { bytes, pages, replaced, document, docx } = await exported(key)
    expect(replaced).toEqual([])
    expect(bytes.length).toBeLessThan(1_000_000)
    for (const { name, run } of checks) {
      const { looked, faults } = run(docx, document)
      console.log(`${key} as Word, ${pages} pages, ${(bytes.length / 1024).toFixed(0)} KiB: ${name}: ${looked}`)
      expect(faults, name).toEqual([])
    }
    if (key !== 'syli') return
    const sequences = fields(docx, 'SEQ').map(({ instruction }) => instruction.split(' ')[1])
    expect(sequences.filter((word) => word === 'Kuva')).toHaveLength(99)
    expect(sequences.filter((word) => word === 'Taulukko')).toHaveLength(19)
    const attachments = reportLines(docx).filter(
      ({ style, text }) => /^Heading/.test(style) && text.startsWith('LIITE'),
    )
    expect(attachments).toHaveLength(11)
  },
  120_000,
)
